package smtpterm.typing;

import java.util.Objects;
import java.util.Optional;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineKind;
import smtpterm.sasl.Base64Line;

/**
 * What F6 does to a line: {@code anna} becomes {@code YW5uYQ==}, and once more {@code anna}.
 *
 * <p>It never decodes anything else than its own result: {@code anna} is valid Base64 by accident.
 */
public final class Base64Key {
  private Change last = new Change("", "", 0);

  /**
   * A line before and after.
   *
   * @param encoded how many characters of Base64 it made; 0 when it restored what was typed
   */
  public record Change(String before, String after, int encoded) {
    public Change {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /**
   * The key was pressed.
   *
   * @param line what stands there
   * @param kind what the line would be, were it sent now
   * @param exchange the AUTH under way, if any
   */
  public Change press(String line, LineKind kind, Optional<Exchange> exchange) {
    if (!last.after().isEmpty() && line.equals(last.after()) && last.encoded() > 0) {
      last = new Change(line, last.before(), 0);
      return last;
    }
    int from = start(line, kind);
    boolean plain =
        kind == LineKind.ANSWER
            ? exchange.map(Exchange::mechanism).filter("PLAIN"::equals).isPresent()
            : new Command(line.strip()).firstArgument().equals("PLAIN");
    String typed = line.substring(from);
    if (typed.isEmpty()) {
      return new Change(line, line, 0);
    }
    String encoded = Base64Line.encodeTyped(typed, plain);
    last = new Change(line, line.substring(0, from) + encoded, encoded.length());
    return last;
  }

  /** Where the part to encode starts: the whole answer, behind the mechanism, or the last word. */
  private static int start(String line, LineKind kind) {
    if (kind == LineKind.ANSWER) {
      return 0;
    }
    if (kind == LineKind.COMMAND && new Command(line).is("AUTH")) {
      int mechanism = skip(line, skip(line, 0, false), true);
      return skip(line, skip(line, mechanism, false), true);
    }
    return line.stripTrailing().length() < line.length()
        ? line.length()
        : line.lastIndexOf(' ') + 1;
  }

  /** The index behind the blanks, or behind the word, that starts at {@code from}. */
  private static int skip(String line, int from, boolean blanks) {
    int i = from;
    while (i < line.length() && (line.charAt(i) == ' ') == blanks) {
      i++;
    }
    return i;
  }
}
