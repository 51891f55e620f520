package smtpterm.session;

import java.util.List;
import java.util.Objects;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.LineKind;
import smtpterm.wire.TlsInfo;

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

  /**
   * Lines of a reply of POP3 that goes on until a lone dot, told as they come, because nobody knows
   * how many will follow: {@code S: Subject: Gartenparty}.
   *
   * @param lines as they came, without their endings; at least one
   * @param first the place of the first of them in the reply, counted from 0
   * @param ends how they ended; never null
   */
  record Part(List<String> lines, long first, LineEnds ends) implements Notice {
    public Part {
      lines = List.copyOf(lines);
      Objects.requireNonNull(ends, "ends");
    }

    /** Lines of which nobody knows how they ended. */
    public Part(List<String> lines, long first) {
      this(lines, first, LineEnds.UNKNOWN);
    }
  }

  /**
   * A whole reply came: {@code S: 250 ok}.
   *
   * @param turn never null; of a reply that was too long not all lines are kept
   * @param told whether its lines were told before, in {@link Part}s
   * @param ends how its lines ended, where they were not told before; never null
   */
  record Replied(Turn turn, boolean told, LineEnds ends) implements Notice {
    public Replied {
      Objects.requireNonNull(turn, "turn");
      Objects.requireNonNull(ends, "ends");
    }

    /** A reply of which nothing was told yet, and nobody knows how its lines ended. */
    public Replied(Turn turn) {
      this(turn, false, LineEnds.UNKNOWN);
    }
  }

  /**
   * The connection is encrypted from here on.
   *
   * @param tls how, and who is at the other end; never null
   * @param before what the server had offered in the clear, which counts no longer; never null
   */
  record Secured(TlsInfo tls, Capabilities before) implements Notice {
    public Secured {
      Objects.requireNonNull(tls, "tls");
      Objects.requireNonNull(before, "before");
    }
  }

  /**
   * Lines that were typed while TLS was about to begin, and that are never sent because it did not.
   *
   * @param lines how many, at least one
   */
  record Withheld(int lines) implements Notice {
    public Withheld {
      if (lines < 1) {
        throw new IllegalArgumentException("lines: " + lines);
      }
    }
  }

  /** The conversation is over. Always the last notice. */
  record Ended(Ending ending) implements Notice {
    public Ended {
      Objects.requireNonNull(ending, "ending");
    }
  }
}
