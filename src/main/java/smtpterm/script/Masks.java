package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets as a screen shows them: {@code ••••••••} for an answer, {@code PASS ••••••••}, {@code
 * AUTH PLAIN ********}. What they stood for is asked for or computed anew.
 */
final class Masks {
  private static final Pattern MASKED =
      Pattern.compile("(?i)(|PASS |AUTH \\S+ |APOP \\S+ )(?:•{8}|\\*{8})");

  private Masks() {}

  /** What a line of the client means that shows a mask; empty for any other line. */
  static Optional<Template> read(Place at, String text) {
    Matcher masked = MASKED.matcher(text);
    if (!masked.matches()) {
      return Optional.empty();
    }
    String before = masked.group(1);
    Place there = at.right(before.length());
    List<Template.Piece> pieces = new ArrayList<>();
    if (!before.isEmpty()) {
      pieces.add(new Template.Literal(before));
    }
    pieces.add(
        before.toUpperCase(Locale.ROOT).startsWith("PASS")
            ? new Template.Secret(there, "password", Optional.empty())
            : new Template.Answer(there, Optional.empty(), Optional.empty()));
    return Optional.of(new Template(pieces));
  }

  /** Whether this text would be read as a mask. */
  static boolean looksLike(String text) {
    return MASKED.matcher(text).matches();
  }
}
