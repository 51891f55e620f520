package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One whole reply as the file expects it: {@code S: 250-} and {@code S: 250 SIZE}, or {@code S:
 * +OK} with its lines up to {@code S: .}.
 *
 * @param lines its lines, at least one
 */
public record Awaited(List<Step.ServerLine> lines) {
  /** Copies the list. */
  public Awaited {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a reply without a line");
    }
  }

  /** The replies that these lines make. */
  static List<Awaited> all(List<Step.ServerLine> lines) {
    List<Awaited> replies = new ArrayList<>();
    List<Step.ServerLine> reply = new ArrayList<>();
    boolean continued = true;
    for (Step.ServerLine line : lines) {
      boolean code =
          line.expected() instanceof Expectation.Coded
              || line.expected() instanceof Expectation.Anything;
      if (code && !continued) {
        replies.add(new Awaited(reply));
        reply.clear();
      }
      reply.add(line);
      continued = line.expected() instanceof Expectation.Coded coded && coded.continued();
    }
    if (!reply.isEmpty()) {
      replies.add(new Awaited(reply));
    }
    return replies;
  }

  /** Where its first line stands. */
  public Place at() {
    return lines.get(0).at();
  }

  /** The codes that are welcome, such as {@code 250} and {@code 2xx}; empty where anything is. */
  public List<String> codes() {
    Expectation first = lines.get(0).expected();
    return first instanceof Expectation.Coded coded ? coded.codes() : List.of();
  }

  /** Whether a reply with this code, such as {@code 354}, may be what the file expects. */
  public boolean mayBe(String code) {
    return codes().isEmpty() || codes().stream().anyMatch(c -> covers(c, code));
  }

  /** Whether a reply of this class, such as {@code 2} of {@code 250}, may be what is expected. */
  boolean mayBe(char replyClass) {
    return codes().isEmpty() || codes().stream().anyMatch(c -> c.charAt(0) == replyClass);
  }

  /** Whether each code that is welcome is like this; not so where anything is. */
  boolean surely(Predicate<String> code) {
    return !codes().isEmpty() && codes().stream().allMatch(code);
  }

  private static boolean covers(String welcome, String code) {
    return welcome.equals(code) || (welcome.endsWith("xx") && welcome.charAt(0) == code.charAt(0));
  }
}
