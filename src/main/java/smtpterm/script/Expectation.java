package smtpterm.script;

import java.util.List;
import java.util.Objects;

/** What a line of the server must be, such as {@code 250|251}. */
public sealed interface Expectation {
  /** {@code *}: anything; {@code * OK} gives an example. */
  record Anything(Template sample) implements Expectation {}

  /** {@code ...}: any further lines of a multi-line answer (RFC 1939, section 3). */
  record AnyLines() implements Expectation {}

  /** A line of a multi-line answer, with no code of its own. */
  record BodyLine(Template text) implements Expectation {}

  /** {@code /^Subject:/}: a line of a multi-line answer that contains this. */
  record BodyPattern(Regex pattern, Template sample) implements Expectation {}

  /**
   * A line that starts with a code: {@code 250-SIZE}, {@code 4xx|5xx}, {@code 550 5.1.1}, {@code
   * +OK}.
   *
   * @param codes codes, classes such as {@code 2xx}, or {@code +OK}, {@code -ERR}, {@code +}
   * @param continued whether further lines of the same reply follow
   * @param wording what is asked of the text
   */
  record Coded(List<String> codes, boolean continued, Wording wording) implements Expectation {
    /** Copies the list. */
    public Coded {
      codes = List.copyOf(codes);
      Objects.requireNonNull(wording, "wording");
      if (codes.isEmpty()) {
        throw new IllegalArgumentException("no code");
      }
    }

    /** Whether message text may follow (RFC 5321, section 4.1.1.4). */
    boolean invitesMessage() {
      return codes.contains("354") && !continued;
    }
  }

  /** What is asked of the text behind a code. */
  sealed interface Wording {
    /** Nothing is asked; the text is an example, and may be empty. */
    record Sample(Template text) implements Wording {}

    /** {@code = Ok}: exactly this. */
    record Exact(Template text) implements Wording {}

    /** {@code 5.1.1}, standing alone: this enhanced status code (RFC 3463). */
    record Enhanced(String code) implements Wording {}

    /** {@code /queued as (?<id>\S+)/ queued as 1}: a match of this, and an example of the text. */
    record Matching(Regex pattern, Template sample) implements Wording {}
  }
}
