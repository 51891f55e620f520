package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import smtpterm.script.Template.Piece;

/** Finds the places to fill in, such as {@code ${user}} and {@code ${secret:password}}. */
final class TemplateReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
  private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){1,4096}");
  private static final Set<String> FORMS = Set.of("secret", "answer", "base64", "hex");
  private static final int DEEPEST = 4;

  private final Errors errors;
  private int places;

  TemplateReader(Errors errors) {
    this.errors = errors;
  }

  /** Whether this can be the name of a variable. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether {@code ${name}} means something else than a variable of this name. */
  static boolean isReserved(String name) {
    return FORMS.contains(name);
  }

  Template read(Place at, String text) {
    return read(at, text, 0);
  }

  private Template read(Place at, String text, int depth) {
    if (places >= mostPlaces()) {
      return Template.literal("");
    }
    Template template = parse(at, text, depth);
    places += template.pieces().size() - 1;
    if (places >= mostPlaces()) {
      errors.add(at, ScriptError.Kind.MANY_PLACES, Integer.toString(mostPlaces()));
    }
    return template;
  }

  /** Each place needs memory of its own, much more than its characters in the file. */
  private static int mostPlaces() {
    long fitting = Runtime.getRuntime().maxMemory() / 512;
    return (int) Math.max(10_000, Math.min(1_000_000, fitting));
  }

  private Template parse(Place at, String text, int depth) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < text.length() && places + pieces.size() <= mostPlaces()) {
      if (text.startsWith("$${", i)) {
        literal.append("${");
        i += 3;
      } else if (text.startsWith("${", i)) {
        int end = end(text, i + 2);
        if (end < 0 || depth > DEEPEST) {
          errors.add(
              at.right(i),
              end < 0 ? ScriptError.Kind.OPEN_VARIABLE : ScriptError.Kind.DEEP_VARIABLE,
              Integer.toString(DEEPEST));
          return Template.literal(text);
        }
        flush(literal, pieces);
        piece(at.right(i), text.substring(i + 2, end), depth).ifPresent(pieces::add);
        i = end + 1;
      } else {
        i = character(text, i, literal, pieces);
      }
    }
    flush(literal, pieces);
    return new Template(pieces);
  }

  /** What does not stand for itself becomes the digits of its octets, as if it were so written. */
  private static int character(String text, int i, StringBuilder literal, List<Piece> pieces) {
    int c = text.codePointAt(i);
    int end = i + Character.charCount(c);
    if (Letters.plain(c)) {
      literal.appendCodePoint(c);
      return end;
    }
    while (end < text.length() && !Letters.plain(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    flush(literal, pieces);
    pieces.add(new Template.Hex(Letters.digits(text.substring(i, end))));
    return end;
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
      if (text.startsWith("$${", i)) {
        i += 2;
      } else if (text.startsWith("${", i)) {
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
    Scope scope = new Scope(at, at.right("${".length()), inside, depth);
    int colon = inside.indexOf(':');
    String form = colon < 0 ? inside : inside.substring(0, colon);
    return switch (form) {
      case "secret" -> secret(scope.from(colon));
      case "answer" -> Optional.of(answer(scope.from(colon)));
      case "base64" -> Optional.of(new Template.Base64(content(scope.from(colon))));
      case "hex" -> hex(at, colon < 0 ? "" : inside.substring(colon + 1));
      default -> variable(scope, form, colon);
    };
  }

  private Optional<Piece> variable(Scope scope, String name, int colon) {
    if (isReserved(name.toLowerCase(Locale.ROOT))) {
      errors.add(scope.at(), ScriptError.Kind.RESERVED_NAME, name);
      return Optional.empty();
    }
    return named(scope.at(), name)
        .map(n -> new Template.Variable(scope.at(), n, fallback(scope, colon)));
  }

  /** What stands in a place, or the rest of it, and how deep that is. */
  private record Scope(Place at, Place start, String text, int depth) {
    /** What stands behind this colon; nothing if there is none. */
    Scope from(int colon) {
      int from = colon < 0 ? text.length() : colon + 1;
      return new Scope(at, start.right(from), text.substring(from), depth);
    }

    /** The colon that parts it, not one in a place inside. */
    int colon() {
      int open = 0;
      for (int i = 0; i < text.length(); i++) {
        if (text.startsWith("$${", i)) {
          i += 2;
        } else if (text.startsWith("${", i)) {
          open++;
          i++;
        } else if (text.charAt(i) == '}') {
          open--;
        } else if (text.charAt(i) == ':' && open == 0) {
          return i;
        }
      }
      return -1;
    }

    Scope upTo(int colon) {
      return new Scope(at, start, colon < 0 ? text : text.substring(0, colon), depth);
    }
  }

  private Template content(Scope scope) {
    return read(scope.start(), scope.text(), scope.depth() + 1);
  }

  private Optional<Template> fallback(Scope scope, int colon) {
    return colon < 0 ? Optional.empty() : Optional.of(content(scope.from(colon)));
  }

  private Optional<Piece> secret(Scope scope) {
    int colon = scope.text().indexOf(':');
    return named(scope.at(), scope.upTo(colon).text())
        .map(name -> new Template.Secret(scope.at(), name, fallback(scope, colon)));
  }

  private Piece answer(Scope scope) {
    if (scope.text().isEmpty()) {
      return new Template.Answer(scope.at(), Optional.empty(), Optional.empty());
    }
    int colon = scope.colon();
    return new Template.Answer(
        scope.at(), Optional.of(content(scope.upTo(colon))), fallback(scope, colon));
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
