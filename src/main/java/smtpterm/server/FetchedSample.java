package smtpterm.server;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a multi-line reply of POP3 that a script leaves open: a mail for RETR, {@code 3 320}
 * behind {@code 2 204} for LIST.
 */
final class FetchedSample {
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,6}) .*");

  private static final List<String> HEADER =
      List.of("From: Carol <carol@example.com>", "To: anna@example.com", "Subject: Gartenparty");
  private static final List<String> BODY = List.of("See you on Saturday!", "Carol");

  private FetchedSample() {}

  /**
   * Plausible lines, without the dot at the end.
   *
   * @param verb of the command, in upper case
   * @param before the lines of this reply that stand before them
   */
  static List<String> lines(String verb, List<String> before) {
    return switch (verb) {
      case "LIST" -> List.of(next(before) + " 320");
      case "UIDL" -> List.of(String.format(Locale.ROOT, "%1$d s%1$04d", next(before)));
      case "CAPA" -> List.of("IMPLEMENTATION smtpterm");
      case "AUTH" -> List.of("PLAIN");
      case "LANG" -> List.of("en English");
      default -> mail(before);
    };
  }

  private static int next(List<String> before) {
    int last = 0;
    for (String line : before) {
      Matcher number = NUMBER.matcher(line);
      last = number.matches() ? Math.max(last, Integer.parseInt(number.group(1))) : last;
    }
    return last + 1;
  }

  private static List<String> mail(List<String> before) {
    if (before.contains("")) {
      return BODY;
    }
    return before.isEmpty()
        ? List.of(HEADER.get(0), HEADER.get(1), HEADER.get(2), "", BODY.get(0), BODY.get(1))
        : List.of("", BODY.get(0), BODY.get(1));
  }
}
