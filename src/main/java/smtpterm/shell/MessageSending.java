package smtpterm.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import smtpterm.protocol.DotStuffing;
import smtpterm.protocol.Phase;
import smtpterm.session.Client;
import smtpterm.session.MessageFile;

/**
 * {@code /send FILE}: says DATA, waits for 354, sends the file as message text, and the dot. {@code
 * /bdat FILE}: says BDAT with the size of the file, and sends it as it is (RFC 3030).
 */
final class MessageSending {
  /** Up to so many lines are shown one by one; a longer message only in figures. */
  private static final long SHOWN_LINES = 100;

  private static final long PROGRESS_NANOS = 500_000_000L;

  private final Conversation conversation;
  private final Screen screen;
  private final Sending sending;

  MessageSending(Conversation conversation, Screen screen, Sending sending) {
    this.conversation = conversation;
    this.screen = screen;
    this.sending = sending;
  }

  void data(String argument) {
    if (argument.isEmpty()) {
      screen.say("shell.send.which");
    } else if (conversation.client().isEmpty()) {
      screen.say("shell.not-connected");
    } else if (conversation.tlsMissing()) {
      screen.say("shell.tls.required");
    } else {
      sending(argument, this::send);
    }
  }

  void bdat(String argument) {
    if (argument.isEmpty()) {
      screen.say("shell.bdat.which");
    } else if (conversation.client().isEmpty()) {
      screen.say("shell.not-connected");
    } else {
      sending(argument, this::chunk);
    }
  }

  private void chunk(MessageFile file) {
    boolean offered =
        conversation.view().filter(v -> v.progress().capabilities().offers("CHUNKING")).isPresent();
    if (!offered) {
      screen.say("shell.bdat.not-offered");
      return;
    }
    if (!sending.send("BDAT " + file.sent() + " LAST", false)) {
      return;
    }
    conversation.client().ifPresent(client -> text(file, client, line -> line));
    conversation.await();
  }

  private void sending(String name, Consumer<MessageFile> action) {
    try {
      Path path = FileNames.path(name);
      if (!Files.exists(path)) {
        screen.say("shell.send.missing", name);
      } else if (!Files.isRegularFile(path)) {
        screen.say("shell.send.no-file", name);
      } else {
        try (MessageFile file = MessageFile.open(path)) {
          action.accept(file);
        }
      }
    } catch (MessageFile.Unsendable e) {
      screen.say("shell.send.nul", name, e.line());
    } catch (IOException | InvalidPathException e) {
      screen.say("shell.send.unreadable", name, e.getMessage());
    }
  }

  private void send(MessageFile file) {
    if (!sending.send("DATA", false) || conversation.await() != Client.Waited.ANSWERED) {
      return;
    }
    Optional<Client> client = conversation.client();
    if (client.isEmpty() || client.get().view().progress().phase() != Phase.TEXT) {
      screen.say("shell.send.refused");
      return;
    }
    if (text(file, client.get(), DotStuffing::stuff) && sending.send(".", false)) {
      conversation.await();
    }
  }

  /** Sends the lines, each in this form; false when that broke, and the connection with it. */
  private boolean text(MessageFile file, Client client, UnaryOperator<String> form) {
    try {
      boolean named = client.view().progress().transaction().chunk().isEmpty();
      if (named) {
        conversation.recording().sending(file.path(), file.octets());
      }
      if (file.lines() <= SHOWN_LINES) {
        file.read(line -> client.type(form.apply(line)));
      } else {
        pour(file, client, form);
      }
      return true;
    } catch (IOException e) {
      // Without its end the message must not be accepted: no dot, but the end of the connection.
      screen.note("shell.send.broke", e.getMessage());
      conversation.disconnect();
      return false;
    }
  }

  private void pour(MessageFile file, Client client, UnaryOperator<String> form)
      throws IOException {
    screen.poured();
    long start = System.nanoTime();
    long[] state = {0, 0, start};
    // Half a message must not be accepted, so breaking off means hanging up; that frees a write,
    // too.
    conversation.onBreak(conversation::disconnect);
    try {
      file.read(
          line -> {
            state[0]++;
            state[1] += line.length() + 2L;
            long now = System.nanoTime();
            if (now - state[2] > PROGRESS_NANOS) {
              state[2] = now;
              long percent = Math.min(99, state[1] * 100 / Math.max(1, file.octets()));
              screen.activity(screen.texts().say("shell.send.progress", percent));
            }
            String formed = form.apply(line);
            // Before it is sent: the reply to the last one must not be heard first.
            conversation.recording().poured(formed);
            return client.pourText(formed);
          });
      client.flush();
    } finally {
      screen.activity("");
      conversation.onBreak(null);
    }
    screen.note("shell.send.poured", state[0], file.path().getFileName(), file.octets());
  }
}
