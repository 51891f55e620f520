package smtpterm.knowledge;

import java.util.Locale;
import java.util.Optional;
import smtpterm.protocol.Command;

/** Looks at the line behind 501, 553 and 555: a missing colon, missing angle brackets, no name. */
final class SyntaxMistakes {
  Optional<Finding> find(Moment moment) {
    if (!moment.code(501, 553, 555) || moment.verb().isEmpty()) {
      return Optional.empty();
    }
    Command command = new Command(moment.line());
    String verb = moment.verb();
    boolean alone = command.argument().isBlank();
    return switch (verb) {
      case "EHLO", "HELO", "LHLO" -> when(alone, "syntax.name", verb);
      case "MAIL" -> path(command, "FROM");
      case "RCPT" -> path(command, "TO");
      case "AUTH" -> when(alone, "syntax.mechanism");
      case "VRFY", "EXPN", "BDAT", "BURL", "ETRN" -> when(alone, "syntax.missing", verb);
      case "DATA", "QUIT", "RSET", "STARTTLS" -> when(!alone, "syntax.alone", verb);
      default -> Optional.empty();
    };
  }

  private static Optional<Finding> path(Command command, String word) {
    String argument = command.argument().strip();
    int colon = argument.indexOf(':');
    String front = colon < 0 ? argument : argument.substring(0, colon);
    boolean worded = front.toUpperCase(Locale.ROOT).startsWith(word);
    if (!worded || (colon >= 0 && front.length() != word.length())) {
      // A colon further behind belongs to something else, as in MAIL FROM <a@b> X:1.
      boolean colonMissing = worded && front.substring(word.length()).strip().startsWith("<");
      return colonMissing
          ? when(true, "syntax.colon", word)
          : when(true, "syntax.word", command.verb(), word);
    }
    if (colon < 0) {
      return when(true, "syntax.colon", word);
    }
    String behind = argument.substring(colon + 1);
    if (behind.isBlank()) {
      return when(true, "syntax.word", command.verb(), word);
    }
    int open = behind.indexOf('<');
    int close = behind.lastIndexOf('>');
    if (open < 0 || close < open) {
      boolean neither = open < 0 && close < 0;
      return when(true, neither ? "syntax.brackets" : open < 0 ? "syntax.open" : "syntax.close");
    }
    return address(behind.substring(open + 1, close), word)
        .or(() -> letters(behind))
        .or(() -> when(behind.startsWith(" "), "syntax.space"));
  }

  private static Optional<Finding> address(String address, String word) {
    if (address.isEmpty()) {
      return when(word.equals("TO"), "syntax.nobody");
    }
    if (address.indexOf('"') >= 0) {
      // A quoted local part may hold blanks and any number of @.
      return Optional.empty();
    }
    if (address.indexOf(' ') >= 0) {
      return when(true, "syntax.inside");
    }
    int at = address.indexOf('@');
    if (at < 0 || at == address.length() - 1) {
      return when(!address.equalsIgnoreCase("postmaster"), "syntax.domain");
    }
    return when(address.indexOf('@', at + 1) >= 0 && at > 0, "syntax.at");
  }

  private static Optional<Finding> letters(String behind) {
    boolean ascii = behind.chars().allMatch(c -> c < 0x80);
    boolean allowed = behind.toUpperCase(Locale.ROOT).endsWith(" SMTPUTF8");
    return when(!ascii && !allowed, "syntax.letters");
  }

  private static Optional<Finding> when(boolean fits, String id, Object... arguments) {
    return fits ? Optional.of(Finding.of(id, arguments)) : Optional.empty();
  }
}
