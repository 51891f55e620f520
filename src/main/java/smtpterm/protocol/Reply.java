package smtpterm.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole reply, such as {@code 250-mx} followed by {@code 250 SIZE} (RFC 5321 section 4.2), or of
 * POP3 {@code +OK 2 messages} and what follows it until the lone dot (RFC 1939 section 3).
 *
 * @param code the three digits of the last line; {@code +OK}, {@code -ERR} or {@code +} with POP3;
 *     empty when there is neither
 * @param lines the lines as they came, without their endings; at least one
 * @param flaws what was wrong with its shape; mostly empty
 */
public record Reply(String code, List<String> lines, Set<ReplyFlaw> flaws) {
  /** What a reply of POP3 begins with (RFC 1939 section 3; {@code +} RFC 5034 section 4). */
  private static final List<String> STATUSES = List.of("+OK", "-ERR", "+");

  private static final Pattern CODE = Pattern.compile("[0-9]{3}|\\+OK|-ERR|\\+");

  /** RFC 2449 section 8: a code in brackets says why. */
  private static final Pattern REASON = Pattern.compile("\\[([A-Za-z0-9/-]{1,64})\\].*");

  /** Reasons that pass by themselves (RFC 2449 section 8.1, RFC 3206). */
  private static final Set<String> PASSING = Set.of("IN-USE", "LOGIN-DELAY", "SYS/TEMP");

  public Reply {
    lines = List.copyOf(lines);
    flaws = flaws.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flaws));
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a reply has at least one line");
    }
    if (!code.isEmpty() && !CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("code: " + code);
    }
  }

  /** A reply as it would come on the wire: {@code of("250-a", "250 b")}. */
  public static Reply of(String... lines) {
    String last = lines[lines.length - 1];
    return new Reply(codeOf(last), List.of(lines), Set.of());
  }

  /** A reply of POP3 as it would come on the wire: {@code pop3("+OK", "1 280", ".")}. */
  public static Reply pop3(String... lines) {
    return new Reply(statusOf(lines[0]), List.of(lines), Set.of());
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

  /** {@code +OK}, {@code -ERR} or {@code +} when the line starts with it, or empty. */
  public static String statusOf(String line) {
    for (String status : STATUSES) {
      boolean whole = line.length() == status.length();
      if (line.startsWith(status) && (whole || line.charAt(status.length()) == ' ')) {
        return status;
      }
    }
    return "";
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
    return reason().map(PASSING::contains).orElse(false)
        ? ReplyClass.TRANSIENT
        : ReplyClass.of(code);
  }

  /** Whether it is a reply of POP3. */
  public boolean pop3() {
    return !code.isEmpty() && !digit(code.charAt(0));
  }

  /** The code in brackets behind {@code -ERR}, in upper case, such as {@code IN-USE}. */
  public Optional<String> reason() {
    Matcher reason = REASON.matcher(text());
    return code.equals("-ERR") && reason.matches()
        ? Optional.of(reason.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** The code that stands in front of one of the lines, as far as it is one; perhaps empty. */
  public String codeIn(int index) {
    if (!pop3()) {
      return codeOf(lines.get(index));
    }
    // What follows the first line is a list or a mail: a code in it is none.
    return index == 0 ? code : "";
  }

  /** The texts of all lines, without codes; as many as there are lines. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String front = codeIn(i);
      String line = lines.get(i);
      texts.add(
          front.isEmpty() ? line : line.substring(Math.min(line.length(), front.length() + 1)));
    }
    return Collections.unmodifiableList(texts);
  }

  /** The text of the last line, of POP3's the first one, without its code; never null. */
  public String text() {
    List<String> texts = texts();
    return texts.get(pop3() ? 0 : texts.size() - 1);
  }

  /**
   * What POP3 sent behind the first line, without the lone dot at the end, and without the dots
   * that the server put in front of lines (RFC 1939 section 3). Empty for any other reply.
   */
  public List<String> body() {
    if (!pop3() || lines.size() == 1) {
      return List.of();
    }
    int end = lines.get(lines.size() - 1).equals(".") ? lines.size() - 1 : lines.size();
    return lines.subList(1, end).stream().map(DotStuffing::unstuff).toList();
  }

  /** The enhanced status code that the last line's text starts with, if any (RFC 2034). */
  public Optional<EnhancedCode> enhanced() {
    return pop3() ? Optional.empty() : EnhancedCode.atStartOf(text());
  }

  /** Whether the code is this one. */
  public boolean is(int wanted) {
    return code.equals(Integer.toString(wanted));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
