package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import smtpterm.text.Texts;
import smtpterm.typing.Maildrop;

/** What Tab offers behind {@code /show}: the numbers of the mails with their sizes. */
final class ShowCompleter implements LocalCommand.Completer {
  private static final String SAVE = "--save ";

  private final Maildrop maildrop;
  private final Texts texts;

  ShowCompleter(Maildrop maildrop, Texts texts) {
    this.maildrop = maildrop;
    this.texts = texts;
  }

  @Override
  public List<String> complete(String argument) {
    int save = argument.indexOf(SAVE);
    if (save >= 0) {
      String before = argument.substring(0, save + SAVE.length());
      return FileNames.complete(argument.substring(before.length())).stream()
          .map(before::concat)
          .toList();
    }
    List<String> offered = new ArrayList<>();
    int blank = argument.indexOf(' ');
    if (blank < 0) {
      maildrop.mails().keySet().forEach(number -> offered.add(Integer.toString(number)));
      offered.add("raw");
    } else {
      String before = argument.substring(0, blank + 1);
      offered.add(before + "raw");
      offered.add(before + SAVE);
    }
    offered.removeIf(whole -> !whole.startsWith(argument));
    return offered;
  }

  @Override
  public String describe(String whole) {
    return maildrop.mails().entrySet().stream()
        .filter(mail -> whole.equals(mail.getKey().toString()) && mail.getValue().isPresent())
        .findFirst()
        .map(mail -> texts.say("typing.mail.size", mail.getValue().getAsLong()))
        .orElse("");
  }
}
