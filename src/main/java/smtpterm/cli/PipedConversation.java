package smtpterm.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import smtpterm.protocol.InTheClear;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Protocol;
import smtpterm.screen.Endings;
import smtpterm.screen.Look;
import smtpterm.screen.Renderer;
import smtpterm.screen.Transcript;
import smtpterm.session.Client;
import smtpterm.session.Ending;
import smtpterm.session.Notice;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.shell.Recording;
import smtpterm.shell.RecordingTrouble;
import smtpterm.text.Texts;
import smtpterm.wire.Connection;
import smtpterm.wire.Line;
import smtpterm.wire.LineInput;
import smtpterm.wire.TlsFailure;
import smtpterm.wire.TlsSettings;

/**
 * A conversation without a terminal: each line of the input is sent as it is, and the next one
 * waits for its reply. No line is local and nothing is expanded.
 */
final class PipedConversation {
  /** In a protocol that smtpterm does not know, so much silence ends an answer. */
  private static final Duration RAW_SILENCE = Duration.ofSeconds(2);

  private final Output output;
  private final Renderer renderer;
  private final Transcript transcript;
  private final Endings endings;
  private final Texts texts;
  private final Manner manner;
  private volatile boolean refused;
  private volatile boolean lost;
  private volatile boolean dataRefused;
  private final AtomicLong replies = new AtomicLong();
  private Client client;

  /**
   * How to talk.
   *
   * @param timeout how long to wait for any reply; empty for what the protocol lets the server take
   * @param tls how to encrypt
   * @param tlsRequired whether no login and no mail may go unencrypted
   * @param explained whether more than the conversation itself is printed
   * @param recording gets what is said
   */
  record Manner(
      Optional<Duration> timeout,
      TlsSettings tls,
      boolean tlsRequired,
      boolean explained,
      Recording recording) {}

  /**
   * @param look how the renderer shows things
   */
  PipedConversation(Output output, Look look, Renderer renderer, Texts texts, Manner manner) {
    this.output = output;
    this.renderer = renderer;
    this.transcript = new Transcript(look);
    this.endings = new Endings(look, texts);
    this.texts = texts;
    this.manner = manner;
  }

  /** Talks until the input or the connection ends; returns the exit code. */
  int run(Connection connection, Target target) throws IOException {
    try {
      if (target.tls()) {
        connection.secure(manner.tls());
      }
    } catch (TlsFailure e) {
      endings.sentences(e.trouble()).forEach(output::complain);
      return ExitCode.CONNECTION;
    }
    client = new Client(connection, target.dialect(), this::heard, System::nanoTime, manner.tls());
    manner
        .recording()
        .onTrouble(
            (path, e) ->
                output.complain(
                    texts.say("shell.record.failed", path, RecordingTrouble.of(e).reason())));
    manner.recording().connected(target);
    client.start();
    try {
      if (awaitReply() && feed(new LineInput(output.in(), Integer.MAX_VALUE - 16))) {
        end();
      }
    } finally {
      client.close();
    }
    boolean wrong = refused || manner.recording().broken();
    return lost ? ExitCode.CONNECTION : wrong ? ExitCode.REFUSED : ExitCode.FINE;
  }

  /** Sends line by line; false when nothing more can be said. */
  private boolean feed(LineInput input) throws IOException {
    long number = 0;
    for (Line line = input.read(); line != null; line = input.read()) {
      number++;
      String text = line.text();
      if (heldBack(text)) {
        continue;
      }
      if (!Connection.sendable(text)) {
        output.complain(texts.say("cli.pipe.unsendable", number));
        refused = true;
        return true;
      }
      if (exposed(text)) {
        output.complain(texts.say("cli.pipe.tls-required", number));
        refused = true;
        return true;
      }
      if (client.view().ending().isPresent() || !client.type(text)) {
        // Blank lines behind QUIT are nothing to complain about.
        if (!text.isBlank()) {
          output.complain(texts.say("cli.pipe.not-sent", number));
          refused = true;
          return false;
        }
      } else if (!awaitReply() && lost) {
        return false;
      }
      if (output.unread()) {
        return false;
      }
    }
    return true;
  }

  /** Whether this would tell others what is to go encrypted only. */
  private boolean exposed(String line) {
    SessionView view = client.view();
    return manner.tlsRequired()
        && view.tls().isEmpty()
        && view.ending().isEmpty()
        && !InTheClear.harmless(view.progress().protocol(), view.next(), line);
  }

  /** The text that belongs to a refused DATA is not sent, up to its dot: it would be commands. */
  private boolean heldBack(String line) {
    if (!dataRefused) {
      return false;
    }
    if (line.equals(".")) {
      dataRefused = false;
      output.complain(texts.say("cli.pipe.held-back"));
    }
    return true;
  }

  private void end() {
    SessionView view = client.view();
    if (!view.open()) {
      return;
    }
    if (raw()) {
      awaitSilence();
    } else if (view.next() == LineKind.TEXT) {
      output.complain(texts.say("cli.pipe.unfinished"));
      refused = true;
    } else {
      if (view.next() == LineKind.ANSWER && client.type("*")) {
        awaitReply();
      }
      if (client.view().open() && client.type("QUIT")) {
        awaitReply();
      }
    }
  }

  private boolean raw() {
    return client.view().progress().protocol() == Protocol.RAW;
  }

  /** Waits until the server closes, or has said nothing for a while. */
  private void awaitSilence() {
    long heard;
    do {
      heard = replies.get();
    } while (client.awaitEnd(RAW_SILENCE) == Client.Waited.TIMED_OUT && heard != replies.get());
  }

  /** Waits for the reply; false when the conversation is over. */
  private boolean awaitReply() {
    Duration patience = manner.timeout().orElseGet(() -> client.view().patience());
    Client.Waited waited = client.await(patience);
    if (waited == Client.Waited.TIMED_OUT) {
      output.complain(texts.say("cli.pipe.no-reply", Durations.text(patience)));
      lost = true;
    }
    return waited == Client.Waited.ANSWERED;
  }

  private void heard(Notice notice) {
    manner.recording().hear(notice);
    if (notice instanceof Notice.Replied replied) {
      replies.incrementAndGet();
      boolean no = replied.turn().reply().replyClass().refusal();
      refused |= no;
      dataRefused |=
          no && replied.turn().asked().filter(asked -> asked.command("DATA")).isPresent();
    }
    if (notice instanceof Notice.Ended ended) {
      ended(ended.ending());
    } else if (notice instanceof Notice.Secured secured && !manner.explained()) {
      // The transcript holds what was said, and encryption says nothing; a doubt must be told.
      endings.doubts(secured.tls()).forEach(output::complain);
    } else {
      output.print(renderer.lines(notice));
    }
  }

  /** What the server said goes to the transcript, what we say about it does not. */
  private void ended(Ending ending) {
    ending
        .unfinished()
        .filter(reply -> !reply.pop3())
        .ifPresent(reply -> output.print(transcript.server(reply)));
    if (ending.lost() && !raw()) {
      lost = true;
      endings.sentences(ending).forEach(output::complain);
    }
  }
}
