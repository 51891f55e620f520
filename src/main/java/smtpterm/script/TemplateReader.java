package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import smtpterm.script.Template.Piece;

/** Finds the places to fill in, such as {@code ${user}} and {@code ${secret:password}}. */
final class TemplateReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
  private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){1,4096}");
  private static final int DEEPEST = 4;

  private final Errors errors;

  TemplateReader(Errors errors) {
    this.errors = errors;
  }

  /** Whether this can be the name of a variable. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  Template read(Place at, String text) {
    return read(at, text, 0);
  }

  private Template read(Place at, String text, int depth) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("$${", i)) {
        literal.append("${");
        i += 3;
      } else if (text.startsWith("${", i)) {
        int end = end(text, i + 2);
        if (end < 0 || depth > DEEPEST) {
          errors.add(at.right(i), ScriptError.Kind.OPEN_VARIABLE);
          return Template.literal(text);
        }
        flush(literal, pieces);
        piece(at.right(i), text.substring(i + 2, end), depth).ifPresent(pieces::add);
        i = end + 1;
      } else {
        literal.append(text.charAt(i));
        i++;
      }
    }
    flush(literal, pieces);
    return new Template(pieces);
  }

  private static void flush(StringBuilder literal, List<Piece> pieces) {
    if (!literal.isEmpty()) {
      pieces.add(new Template.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /** The brace that closes this place, which may have others inside. */
  private static int end(String text, int from) {
    int open = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        open++;
        i++;
      } else if (text.charAt(i) == '}') {
        open--;
        if (open == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private Optional<Piece> piece(Place at, String inside, int depth) {
    String[] parts = inside.split(":", 2);
    Optional<String> rest = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
    return switch (parts[0]) {
      case "secret" -> secret(at, rest.orElse(""));
      case "answer" -> Optional.of(answer(rest));
      case "base64" ->
          Optional.of(
              new Template.Base64(
                  read(at.right("${base64:".length()), rest.orElse(""), depth + 1)));
      case "hex" -> hex(at, rest.orElse(""));
      default -> named(at, parts[0]).map(name -> (Piece) new Template.Variable(name, rest));
    };
  }

  private Optional<Piece> secret(Place at, String rest) {
    String[] parts = rest.split(":", 2);
    Optional<String> fallback = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
    return named(at, parts[0]).map(name -> new Template.Secret(name, fallback));
  }

  private static Piece answer(Optional<String> rest) {
    String[] parts = rest.orElse("").split(":", 2);
    return new Template.Answer(
        rest.map(r -> parts[0]), parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
  }

  /** CR and LF would end the line, so they are no octets to be hidden in one. */
  private Optional<Piece> hex(Place at, String digits) {
    boolean fine = HEX.matcher(digits).matches();
    for (int i = 0; fine && i < digits.length(); i += 2) {
      int octet = Integer.parseInt(digits.substring(i, i + 2), 16);
      fine = octet != '\r' && octet != '\n';
    }
    if (!fine) {
      errors.add(at, ScriptError.Kind.BAD_HEX, digits);
      return Optional.empty();
    }
    return Optional.of(new Template.Hex(digits));
  }

  private Optional<String> named(Place at, String name) {
    if (isName(name)) {
      return Optional.of(name);
    }
    errors.add(at, ScriptError.Kind.BAD_NAME, name);
    return Optional.empty();
  }
}
