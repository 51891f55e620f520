package smtpterm.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.Phase;
import smtpterm.session.Client;
import smtpterm.session.SessionView;

/**
 * {@code /show 2}: fetches mail 2 and shows it readable; {@code /show}: the one fetched last;
 * {@code /show raw}: as it came; {@code /show 2 --save FILE}: into a file.
 */
final class ShowCommand {
  private static final Pattern NUMBERED =
      Pattern.compile("([1-9][0-9]{0,8})(?: +(raw|--raw))?(?: +--save(?: +(.*))?)?");

  private final Conversation conversation;
  private final Screen screen;
  private final Sending sending;
  private final Fetched fetched;

  ShowCommand(Conversation conversation, Screen screen, Sending sending, Fetched fetched) {
    this.conversation = conversation;
    this.screen = screen;
    this.sending = sending;
    this.fetched = fetched;
  }

  void run(String argument) {
    Matcher numbered = NUMBERED.matcher(argument);
    if (argument.isEmpty() || argument.equals("raw")) {
      last(argument.equals("raw"));
    } else if (!numbered.matches()) {
      screen.say("shell.show.how");
    } else if (!open()) {
      screen.say("shell.show.not-open");
    } else if (argument.contains("--save")) {
      save(numbered.group(1), Optional.ofNullable(numbered.group(3)).orElse("").strip());
    } else if (fetch(numbered.group(1))) {
      last(numbered.group(2) != null);
    }
  }

  private boolean open() {
    return conversation
        .view()
        .map(SessionView::progress)
        .filter(p -> conversation.open() && p.phase() == Phase.TRANSACTION)
        .isPresent();
  }

  private void last(boolean raw) {
    Optional<Fetched.Mail> mail = fetched.last();
    if (mail.isEmpty()) {
      screen.say("shell.show.nothing");
      return;
    }
    if (raw) {
      screen.verbatim(mail.get().lines());
    } else {
      screen.message(mail.get().lines());
    }
    if (mail.get().cut()) {
      screen.say("shell.show.cut");
    }
  }

  private boolean fetch(String number) {
    fetched.quiet(true);
    try {
      return retrieve(number);
    } finally {
      fetched.quiet(false);
    }
  }

  private boolean retrieve(String number) {
    long before = fetched.count();
    return sending.send("RETR " + number, false)
        && conversation.await() == Client.Waited.ANSWERED
        && fetched.count() > before;
  }

  private void save(String number, String name) {
    if (name.isEmpty()) {
      screen.say("shell.show.which");
      return;
    }
    try {
      Path file = FileNames.path(name);
      fetched.copyTo(file);
      boolean whole = fetch(number);
      long octets = fetched.copied();
      if (octets == 0) {
        Files.deleteIfExists(file);
      } else if (whole) {
        screen.say("shell.show.saved", name, octets);
      } else {
        screen.say("shell.show.broken-off", name);
      }
    } catch (FileAlreadyExistsException e) {
      screen.say("shell.show.exists", name);
    } catch (IOException | InvalidPathException e) {
      screen.say("shell.show.unwritable", name, String.valueOf(e.getMessage()));
    }
  }
}
