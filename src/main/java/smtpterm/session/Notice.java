package smtpterm.session;

import java.util.Objects;
import smtpterm.protocol.LineKind;

/** Something that happened in a conversation, told to whoever shows or records it. */
public sealed interface Notice {
  /**
   * A line was sent: {@code C: MAIL FROM:<a@b>}.
   *
   * @param line as sent, without its ending; never null
   * @param kind what it was when it was sent; never null
   * @param secretFrom from which index on it is a secret, or {@link
   *     smtpterm.protocol.Secrecy#NOTHING}
   */
  record Sent(String line, LineKind kind, int secretFrom) implements Notice {
    public Sent {
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(kind, "kind");
    }
  }

  /** A whole reply came: {@code S: 250 ok}. */
  record Replied(Turn turn) implements Notice {
    public Replied {
      Objects.requireNonNull(turn, "turn");
    }
  }

  /** The conversation is over. Always the last notice. */
  record Ended(Ending ending) implements Notice {
    public Ended {
      Objects.requireNonNull(ending, "ending");
    }
  }
}
