package smtpterm.replay;

import java.util.ArrayList;
import java.util.List;

/** Lines of the server as a teacher might write them, such as {@code S: 250 /as ([0-9]+)/ as 7}. */
final class ReplyDice {
  private static final List<String> TEXTS =
      List.of("Ok", "as you like", "2.0.0 fine", "/ slash", "mx.gone.example at your service", "ü");

  private final Dice dice;

  ReplyDice(Dice dice) {
    this.dice = dice;
  }

  /** A reply with this code, perhaps not written at all. */
  List<String> maybe(String code) {
    return dice.chance(25) ? List.of() : one(code);
  }

  /** A reply with this code. */
  List<String> one(String code) {
    return dice.chance(20) ? lines(code) : List.of("S: " + single(code));
  }

  /** One line of it. */
  String single(String code) {
    String others = code.substring(0, 1) + "99|" + code.charAt(0) + "xx";
    boolean closing = code.equals("354") || code.equals("334");
    return switch (dice.below(closing ? 4 : 10)) {
      case 0, 1 -> code;
      case 2 -> code + " " + text();
      case 3 -> code + " /reg(?<ex>[a-z]+)|x/ a regex here";
      case 4 -> code + "|" + others;
      case 5 -> code.charAt(0) + "xx";
      case 6 -> code.charAt(0) == '3' ? code : code + " " + code.charAt(0) + ".1.1";
      case 7 -> code + " = exactly this";
      case 8 -> code + " ${name:some} ${hex:21} ${base64:anna} ${date}";
      default -> code + "|" + code.charAt(0) + "xx " + text();
    };
  }

  private String text() {
    String text = dice.one(TEXTS);
    // What starts with a slash would be a regular expression.
    return text.startsWith("/") ? "= " + text : text;
  }

  private List<String> lines(String code) {
    List<String> lines = new ArrayList<>();
    for (int i = 1 + dice.below(3); i > 0; i--) {
      lines.add(
          "S: " + code + "-" + dice.one("", "SIZE 100", "/^AUTH .*LOGIN/ AUTH LOGIN", "= exact"));
    }
    lines.add("S: " + code + dice.one("", " HELP", " /(?i)last/ the LAST one"));
    return lines;
  }
}
