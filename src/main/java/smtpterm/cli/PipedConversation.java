package smtpterm.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Patience;
import smtpterm.protocol.Protocol;
import smtpterm.screen.Renderer;
import smtpterm.session.Client;
import smtpterm.session.Ending;
import smtpterm.session.Notice;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.text.Texts;
import smtpterm.wire.Connection;
import smtpterm.wire.Line;
import smtpterm.wire.LineInput;

/**
 * A conversation without a terminal: each line of the input is sent as it is, and the next one
 * waits for its reply. No line is local and nothing is expanded.
 */
final class PipedConversation {
  /** In a protocol that smtpterm does not know, so much silence ends an answer. */
  private static final Duration RAW_SILENCE = Duration.ofSeconds(2);

  private final Output output;
  private final Renderer renderer;
  private final Texts texts;
  private final Optional<Duration> timeout;
  private volatile boolean refused;
  private volatile boolean lost;
  private volatile boolean dataRefused;
  private final AtomicLong replies = new AtomicLong();
  private Client client;

  /**
   * @param timeout how long to wait for any reply; empty for what the protocol lets the server take
   */
  PipedConversation(Output output, Renderer renderer, Texts texts, Optional<Duration> timeout) {
    this.output = output;
    this.renderer = renderer;
    this.texts = texts;
    this.timeout = timeout;
  }

  /** Talks until the input or the connection ends; returns the exit code. */
  int run(Connection connection, Target target) throws IOException {
    client = new Client(connection, target.dialect(), this::heard, System::nanoTime);
    client.start();
    try {
      if (awaitReply() && feed(new LineInput(output.in(), Integer.MAX_VALUE - 16))) {
        end();
      }
    } finally {
      client.close();
    }
    return lost ? ExitCode.CONNECTION : refused ? ExitCode.REFUSED : ExitCode.FINE;
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
    Duration patience =
        timeout.orElseGet(
            () ->
                client.view().waiting().stream()
                    .findFirst()
                    .map(Patience::with)
                    .orElse(Duration.ofMinutes(5)));
    Client.Waited waited = client.await(patience);
    if (waited == Client.Waited.TIMED_OUT) {
      output.complain(texts.say("cli.pipe.no-reply", Durations.text(patience)));
      lost = true;
    }
    return waited == Client.Waited.ANSWERED;
  }

  private void heard(Notice notice) {
    if (notice instanceof Notice.Replied replied) {
      replies.incrementAndGet();
      boolean no = replied.turn().reply().replyClass().refusal();
      refused |= no;
      dataRefused |=
          no && replied.turn().asked().filter(asked -> asked.command("DATA")).isPresent();
    }
    if (notice instanceof Notice.Ended ended) {
      ended(ended.ending());
    } else {
      output.print(renderer.lines(notice));
    }
  }

  /** What the server said goes to the transcript, what we say about it does not. */
  private void ended(Ending ending) {
    ending
        .unfinished()
        .filter(reply -> !reply.pop3())
        .ifPresent(reply -> output.print(renderer.server(reply)));
    if (ending.lost() && !raw()) {
      lost = true;
      renderer.sentences(ending).forEach(output::complain);
    }
  }
}
