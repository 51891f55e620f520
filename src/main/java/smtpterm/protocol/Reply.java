package smtpterm.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A whole reply, such as {@code 250-mx} followed by {@code 250 SIZE} (RFC 5321 section 4.2).
 *
 * @param code the three digits of the last line, or empty when it has none
 * @param lines the lines as they came, without their endings; at least one
 * @param flaws what was wrong with its shape; mostly empty
 */
public record Reply(String code, List<String> lines, Set<ReplyFlaw> flaws) {
  public Reply {
    lines = List.copyOf(lines);
    flaws = flaws.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flaws));
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a reply has at least one line");
    }
    if (!code.isEmpty() && !code.matches("[0-9]{3}")) {
      throw new IllegalArgumentException("code: " + code);
    }
  }

  /** A reply as it would come on the wire: {@code of("250-a", "250 b")}. */
  public static Reply of(String... lines) {
    String last = lines[lines.length - 1];
    return new Reply(codeOf(last), List.of(lines), Set.of());
  }

  /** The three digits that the line starts with, or empty. */
  public static String codeOf(String line) {
    boolean coded =
        line.length() >= 3
            && digit(line.charAt(0))
            && digit(line.charAt(1))
            && digit(line.charAt(2))
            && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
    return coded ? line.substring(0, 3) : "";
  }

  /** What the line says behind its code and the blank or dash; the whole line without a code. */
  public static String textOf(String line) {
    if (codeOf(line).isEmpty()) {
      return line;
    }
    return line.length() <= 4 ? "" : line.substring(4);
  }

  /** The class of the code; never null. */
  public ReplyClass replyClass() {
    return ReplyClass.of(code);
  }

  /** The texts of all lines, without codes; as many as there are lines. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>(lines.size());
    for (String line : lines) {
      texts.add(textOf(line));
    }
    return Collections.unmodifiableList(texts);
  }

  /** The text of the last line, without its code; perhaps empty, never null. */
  public String text() {
    return textOf(lines.get(lines.size() - 1));
  }

  /** The enhanced status code that the last line's text starts with, if any (RFC 2034). */
  public Optional<EnhancedCode> enhanced() {
    return EnhancedCode.atStartOf(text());
  }

  /** Whether the code is this one. */
  public boolean is(int wanted) {
    return code.equals(Integer.toString(wanted));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
