package smtpterm.typing;

import java.util.Objects;

/**
 * What stands behind the cursor without being part of the line, such as {@code IL FROM:<address>}
 * behind {@code MA}.
 *
 * @param text not cut to any width; empty for nothing
 * @param kind what it is
 */
public record Hint(String text, Kind kind) {
  /** No hint. */
  public static final Hint NONE = new Hint("", Kind.SYNTAX);

  /** What a hint can be. */
  public enum Kind {
    /** How the line can go on: words to replace among words to type, so nothing takes it over. */
    SYNTAX,
    /** The rest of a line that was typed before, letter by letter: the right arrow takes it. */
    RECALLED,
    /** A sentence. */
    REMARK,
    /** What is probably wrong with the line, where no status line says so. */
    FLAW
  }

  public Hint {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(kind, "kind");
  }

  static Hint syntax(String text) {
    return new Hint(text, Kind.SYNTAX);
  }

  static Hint remark(String text) {
    return new Hint(text, Kind.REMARK);
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** What a key may put into the line; empty for nothing. */
  public String takeable() {
    return kind == Kind.RECALLED ? text : "";
  }
}
