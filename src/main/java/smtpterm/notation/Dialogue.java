package smtpterm.notation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import smtpterm.notation.Minutes.Entry;
import smtpterm.notation.Minutes.Kind;

/** Decides whether what was read is a conversation at all. */
final class Dialogue {
  private static final Pattern USED =
      Pattern.compile(
          "^(?:(?:EHLO|HELO|LHLO|USER|APOP) [^<\\[ ]|(?:MAIL|RCPT)[^:]{1,9}:.{0,200}(?:@|\\$|<>|%)"
              + "|(?:RETR|DELE|TOP|LIST|BDAT) [0-9]|AUTH [A-Z])");

  private Dialogue() {}

  /** Commands and replies; or several different ones of one side, in no order of the alphabet. */
  static boolean in(Minutes minutes, boolean marked) {
    List<Entry> said = minutes.entries().stream().filter(e -> e.side().isPresent()).toList();
    Set<String> commands = new HashSet<>();
    int replies = 0;
    for (Entry entry : said) {
      if (entry.kind() == Kind.COMMAND && Looks.verb(entry.text())) {
        commands.add(entry.text().toUpperCase(Locale.ROOT));
      }
      replies += entry.kind() == Kind.REPLY && Looks.reply(entry.text()) ? 1 : 0;
    }
    if (replies == 0) {
      return commands.size() > 1 && envelope(commands) && used(commands);
    }
    boolean asked = said.stream().anyMatch(e -> e.by(Side.CLIENT) && e.kind() != Kind.TEXT);
    return asked || ((marked || greets(said)) && replies > 1 && !counts(said));
  }

  /** Without any command and any mark, only a greeting makes a conversation of numbers. */
  private static boolean greets(List<Entry> said) {
    return said.get(0).text().startsWith("220") || said.get(0).text().startsWith("+OK");
  }

  /** A file with the word HELP and the word LIST in it is no list of commands. */
  private static boolean envelope(Set<String> commands) {
    return commands.stream().anyMatch(c -> c.indexOf(' ') > 0);
  }

  /** A list of what commands there are has no addresses and no names in it. */
  private static boolean used(Set<String> commands) {
    return commands.stream().anyMatch(c -> USED.matcher(c).find());
  }

  /** A table of reply codes goes up all the time; a conversation does not. */
  private static boolean counts(List<Entry> said) {
    List<String> codes =
        said.stream()
            .filter(e -> e.kind() == Kind.REPLY && !Looks.continued(e.text()))
            .map(e -> e.text().substring(0, Math.min(3, e.text().length())))
            .toList();
    for (int i = 1; i < codes.size(); i++) {
      if (codes.get(i).compareTo(codes.get(i - 1)) <= 0) {
        return false;
      }
    }
    return true;
  }
}
