package smtpterm.protocol;

import java.util.Objects;

/**
 * What a reply answers: {@code MAIL FROM:<a@b>}, an answer in AUTH, the lone dot, or the mere
 * connection.
 *
 * @param kind never null
 * @param line the line that was sent, without its ending; empty for the greeting
 * @param hidden whether all of the line is a secret, so that no part of it is ever repeated
 */
public record Asked(Kind kind, String line, boolean hidden) {
  /** The opening of the connection, answered by the greeting. */
  public static final Asked GREETING = new Asked(Kind.GREETING, "");

  public Asked {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(line, "line");
  }

  /** What is no secret, or only in a part that {@link Secrecy} tells. */
  public Asked(Kind kind, String line) {
    this(kind, line, false);
  }

  /** The same line, which turned out to be something else. */
  public Asked as(Kind other) {
    return new Asked(other, line, hidden);
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
