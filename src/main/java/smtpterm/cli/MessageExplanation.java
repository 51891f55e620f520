package smtpterm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import smtpterm.mail.MessageReader;
import smtpterm.mail.MessageReading;
import smtpterm.screen.Layout;
import smtpterm.screen.MessagePage;
import smtpterm.text.Texts;

/** {@code smtpterm explain --message mail.eml}: a message, readable, and what its header tells. */
final class MessageExplanation {
  private static final String STANDARD_INPUT = "-";

  private final Surroundings surroundings;
  private final Layout layout;

  MessageExplanation(Surroundings surroundings, Layout layout) {
    this.surroundings = surroundings;
    this.layout = layout;
  }

  /** Shows the message in this file, or of the standard input for {@code -}; the exit code. */
  int of(String file, boolean json) {
    try {
      MessageReading reading = read(file);
      if (!reading.mail()) {
        complain(reading.octets() == 0 ? "cli.message.empty" : "cli.message.no-mail", file);
        return ExitCode.USAGE;
      }
      surroundings
          .output()
          .print(
              json
                  ? List.of(new MessageJson(surroundings.texts()).of(reading))
                  : new MessagePage(layout, surroundings.texts()).page(reading));
      return ExitCode.FINE;
    } catch (NoSuchFileException | InvalidPathException e) {
      complain("cli.message.missing", file);
    } catch (AccessDeniedException e) {
      complain("cli.message.forbidden", file);
    } catch (IOException e) {
      complain("cli.message.unreadable", file, String.valueOf(e.getMessage()));
    }
    return ExitCode.USAGE;
  }

  private MessageReading read(String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return MessageReader.read(surroundings.output().in(), MessageReader.TEXT_LIMIT);
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new IOException(surroundings.texts().say("cli.message.directory"));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return MessageReader.read(in, MessageReader.TEXT_LIMIT);
    }
  }

  private void complain(String key, Object... arguments) {
    Texts texts = surroundings.texts();
    surroundings.output().complain(layout.look().own(texts.say(key, arguments)));
  }
}
