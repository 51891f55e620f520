package smtpterm.replay;

import java.io.IOException;
import java.time.Duration;
import smtpterm.protocol.DotStuffing;
import smtpterm.protocol.Secrecy;
import smtpterm.script.Place;
import smtpterm.session.Client;
import smtpterm.session.MessageFile;

/** Puts lines on the wire, within a time, and counts them. */
final class Voice {
  /** Up to so many lines of a file are shown one by one; a longer one only in figures. */
  private static final long SHOWN_LINES = 100;

  private final Scene scene;
  private final Guard guard;
  private long sent;

  Voice(Scene scene, Guard guard) {
    this.scene = scene;
    this.guard = guard;
  }

  /** How many lines were sent. */
  long sent() {
    return sent;
  }

  /**
   * Sends a line.
   *
   * @param more whether it may wait for the next one
   */
  void say(Place at, Filled line, boolean more) throws Over, Failed {
    Client client = scene.link().orElseThrow().client();
    String text = line.text();
    boolean hidden = line.secret() && client.view().secretFrom(text) == Secrecy.NOTHING;
    guard.writing(client, Guard.patience(scene.limit()));
    boolean said = more ? client.typeLater(text, hidden) : client.type(text, hidden);
    guard.written();
    heeded(at);
    if (!said) {
      throw new Failed(Failure.of(at, Failure.Kind.ENDED));
    }
    sent++;
  }

  /** Whether the server took it in time. */
  private void heeded(Place at) throws Over, Failed {
    scene.goesOn();
    if (guard.struck()) {
      throw new Failed(
          Failure.of(at, Failure.Kind.TIMEOUT, Spans.text(Guard.patience(scene.limit()))));
    }
  }

  /** Sends the lines of a file as message text; the dot is not sent. */
  void pour(Place at, MessageFile file) throws Over, Failed {
    Client client = scene.link().orElseThrow().client();
    Duration patience = Guard.patience(scene.limit());
    try {
      boolean shown = file.lines() <= SHOWN_LINES;
      file.read(
          line -> {
            guard.writing(client, patience);
            String stuffed = DotStuffing.stuff(line);
            return !scene.stopped()
                && (shown ? client.typeLater(stuffed, false) : client.pourText(stuffed));
          });
      client.flush();
    } catch (IOException e) {
      guard.written();
      heeded(at);
      // Without its end the message must not be accepted: no dot, but the end of the connection.
      boolean ended = client.awaitEnd(Duration.ofSeconds(1)) == Client.Waited.ENDED;
      throw new Failed(
          ended
              ? Failure.of(at, Failure.Kind.ENDED)
              : Attachments.unreadable(at, file.path().getFileName().toString(), e));
    }
    guard.written();
    heeded(at);
    sent += file.lines();
  }
}
