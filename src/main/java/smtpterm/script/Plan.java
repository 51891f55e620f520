package smtpterm.script;

import java.util.List;
import java.util.Objects;

/**
 * The conversation of a script: what is said, and which reply belongs to it.
 *
 * <p>{@code C: MAIL FROM:<>}, {@code C: RCPT TO:<a@b>}, {@code S: 250} makes two lines, of which
 * the second awaits 250: the replies belong to the last of the lines before them (so the examples
 * of RFC 2920, all commands first, then all replies, mean what they mean there).
 *
 * @param acts in the order of the file; but what takes effect before a reply stands right behind
 *     the line that draws it
 */
public record Plan(List<Act> acts) {
  /** Copies the list. */
  public Plan {
    acts = List.copyOf(acts);
  }

  /** The plan of a script, whose included files were put in their places. */
  public static PlanReading of(Script script) {
    return new Planner().plan(script);
  }

  /**
   * Whether the file itself opens the first connection; else one is opened before the first line,
   * and the place to connect to comes from outside.
   */
  public boolean opensConnection() {
    for (Act act : acts) {
      if (!(act instanceof Act.Other other)) {
        return false;
      } else if (other.step() instanceof Step.Connect) {
        return true;
      } else if (other.step() instanceof Step.Closed) {
        return false;
      }
    }
    return false;
  }

  /** Whether secrets from outside the file are filled in, such as {@code ${secret:password}}. */
  public boolean hasSecrets() {
    return acts.stream()
        .anyMatch(
            act ->
                (act instanceof Act.Line line && line.step().text().hasSecret())
                    || (act instanceof Act.Other other
                        && other.step() instanceof Step.Assignment set
                        && set.value().hasSecret()));
  }

  /** What a line of the client is, as the file expects it; what was really said decides. */
  public enum Kind {
    COMMAND,
    /** Behind 334, with POP3 behind {@code +}. */
    ANSWER,
    /** A line of the message behind 354. */
    TEXT,
    /** The lone dot that ends the message. */
    DOT,
    /** A line of the octets that BDAT announced (RFC 3030, section 2). */
    CHUNK
  }

  /** Something that is done, said or awaited. */
  public sealed interface Act {
    /** Where it stands. */
    Place at();

    /**
     * A line of the client.
     *
     * @param step the line
     * @param kind what it is, as the file expects it
     * @param drawsReply whether a reply must come to it; that to BDAT comes to the end of its chunk
     * @param replies what must come; empty where the file says nothing. More than one only to the
     *     end of a message with LMTP (RFC 2033, section 4.2), and to a line that is longer than its
     *     chunk, since its rest is a command
     * @param sameRound whether neither a reply nor a directive stands between the line of the
     *     client before and this one, so that they may be sent together
     */
    record Line(
        Step.ClientLine step,
        Kind kind,
        boolean drawsReply,
        List<Awaited> replies,
        boolean sameRound)
        implements Act {
      /** Copies the list. */
      public Line {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(kind, "kind");
        replies = List.copyOf(replies);
      }

      @Override
      public Place at() {
        return step.at();
      }
    }

    /**
     * A reply to no command.
     *
     * @param greeting whether it is the greeting of the connection just opened. A greeting is
     *     awaited also where the file says nothing of it
     */
    record Unasked(Awaited reply, boolean greeting) implements Act {
      /** Refuses null. */
      public Unasked {
        Objects.requireNonNull(reply, "reply");
      }

      @Override
      public Place at() {
        return reply.at();
      }
    }

    /** The content of a file as message text, with its dot, whose replies these are. */
    record Sending(Step.SendFile step, List<Awaited> replies) implements Act {
      /** Copies the list. */
      public Sending {
        Objects.requireNonNull(step, "step");
        replies = List.copyOf(replies);
      }

      @Override
      public Place at() {
        return step.at();
      }
    }

    /**
     * A note, or a directive other than {@code @send} and {@code @include}.
     *
     * @param beforeReply whether it takes effect before the reply to the line in front of it is
     *     awaited: {@code C: NOOP}, {@code @timeout 5s}, {@code S: 250}
     */
    record Other(Step step, boolean beforeReply) implements Act {
      /** Refuses null. */
      public Other {
        Objects.requireNonNull(step, "step");
      }

      @Override
      public Place at() {
        return step.at();
      }
    }
  }
}
