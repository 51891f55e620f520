package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import smtpterm.screen.Layout.Row;
import smtpterm.text.Texts;

/** {@code /inbox bob} lists a mailbox of the practice server, {@code /inbox bob 1} shows a mail. */
final class InboxCommand {
  private final Optional<Practice> practice;
  private final Screen screen;

  InboxCommand(Optional<Practice> practice, Screen screen) {
    this.practice = practice;
    this.screen = screen;
  }

  /** The mailboxes that start like this; behind one the numbers of its mails. */
  List<String> complete(String argument) {
    int blank = argument.indexOf(' ');
    if (blank < 0) {
      return practice.map(Practice::mailboxes).orElse(List.of()).stream()
          .filter(name -> name.startsWith(argument))
          .toList();
    }
    String before = argument.substring(0, blank + 1);
    return IntStream.rangeClosed(1, subjects(argument).size())
        .mapToObj(number -> before + number)
        .filter(whole -> whole.startsWith(argument))
        .toList();
  }

  /** The subject of the mail of this number. */
  String describe(String whole) {
    int number = Integer.parseInt("0" + whole.replaceFirst("^\\S* *", ""));
    List<String> subjects = number == 0 ? List.of() : subjects(whole);
    return number >= 1 && number <= subjects.size() ? subjects.get(number - 1) : "";
  }

  private List<String> subjects(String argument) {
    return practice.map(p -> p.subjects(argument.split(" ", 2)[0])).orElse(List.of());
  }

  void run(String argument) {
    if (practice.isEmpty()) {
      screen.say("shell.inbox.only-practice");
      return;
    }
    if (argument.isEmpty()) {
      List<Row> rows = new ArrayList<>();
      for (String name : practice.get().mailboxes()) {
        int mails = practice.get().mails(name).map(List::size).orElse(0);
        rows.add(new Row(name, screen.texts().say(counted(mails), mails)));
      }
      screen.table(rows);
      return;
    }
    String[] words = argument.split(" +", -1);
    Optional<List<Practice.Mail>> mails = practice.get().mails(words[0]);
    if (mails.isEmpty()) {
      screen.say("shell.inbox.no-mailbox", words[0], String.join(", ", practice.get().mailboxes()));
    } else if (words.length == 1) {
      list(words[0], mails.get());
    } else {
      show(words[1], mails.get());
    }
  }

  private static String counted(int mails) {
    return mails == 0
        ? "shell.inbox.empty"
        : mails == 1 ? "shell.inbox.one-mail" : "shell.inbox.mails";
  }

  private void list(String name, List<Practice.Mail> mails) {
    if (mails.isEmpty()) {
      screen.say("shell.inbox.nothing", name);
      return;
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < mails.size(); i++) {
      Practice.Mail mail = mails.get(i);
      String subject =
          mail.subject().isEmpty() ? screen.texts().say("shell.inbox.no-subject") : mail.subject();
      rows.add(
          new Row(
              Integer.toString(i + 1),
              screen.texts().say("shell.inbox.row", subject, path(mail), mail.size())));
    }
    screen.table(rows);
    screen.say("shell.inbox.how-to-show", name);
  }

  private void show(String number, List<Practice.Mail> mails) {
    if (!number.matches("[0-9]{1,6}")
        || Integer.parseInt(number) < 1
        || Integer.parseInt(number) > mails.size()) {
      screen.say("shell.inbox.no-such-mail", number, mails.size());
      return;
    }
    Practice.Mail mail = mails.get(Integer.parseInt(number) - 1);
    Texts texts = screen.texts();
    List<String> envelope = new ArrayList<>();
    envelope.add(texts.say("shell.inbox.envelope"));
    envelope.add("");
    envelope.add(texts.say("shell.inbox.from", path(mail)));
    mail.recipients().forEach(to -> envelope.add(texts.say("shell.inbox.to", to)));
    if (!mail.user().isEmpty()) {
      envelope.add(texts.say("shell.inbox.user", mail.user()));
    }
    List<String> message = new ArrayList<>();
    message.add(texts.say("shell.inbox.message"));
    message.add("");
    message.addAll(mail.lines());
    screen.beside(envelope, message);
  }

  private static String path(Practice.Mail mail) {
    return mail.reversePath();
  }
}
