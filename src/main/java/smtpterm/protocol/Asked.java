package smtpterm.protocol;

import java.util.Objects;

/**
 * What a reply answers: {@code MAIL FROM:<a@b>}, an answer in AUTH, the lone dot, or the mere
 * connection.
 *
 * @param kind never null
 * @param line the line that was sent, without its ending; empty for the greeting
 */
public record Asked(Kind kind, String line) {
  /** The opening of the connection, answered by the greeting. */
  public static final Asked GREETING = new Asked(Kind.GREETING, "");

  public Asked {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(line, "line");
  }

  /** The verb, when this is a command; else empty. */
  public String verb() {
    return kind == Kind.COMMAND ? new Command(line).verb() : "";
  }

  /** Whether this is that command; the verb in upper case. */
  public boolean command(String verb) {
    return verb().equals(verb) && !verb.isEmpty();
  }

  /** What can be asked. */
  public enum Kind {
    GREETING,
    COMMAND,
    ANSWER,
    /** The lone dot behind the message text. */
    DOT
  }
}
