package smtpterm.server;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import smtpterm.script.Awaited;
import smtpterm.script.Step;
import smtpterm.script.Template;

/**
 * One place of a script: what the client says there, such as {@code RCPT TO:<bob@example.com>}, and
 * what the server says to it.
 *
 * @param heard what the client says
 * @param said what the server says
 * @param settings variables that the script sets before
 */
record Cue(Heard heard, Said said, List<Step.Assignment> settings) {
  /** Copies the list. */
  Cue {
    Objects.requireNonNull(heard, "heard");
    Objects.requireNonNull(said, "said");
    settings = List.copyOf(settings);
  }

  /** What a client says. */
  enum Kind {
    /** Nothing: the server speaks first. */
    GREETING,
    COMMAND,
    /** Behind 334, with POP3 behind {@code +}. */
    ANSWER,
    /** All of a message up to the dot. */
    MESSAGE,
    /** What is left of a line that was longer than its chunk (RFC 3030 section 2). */
    REST
  }

  /**
   * What the client says.
   *
   * @param line how the script writes it; empty where any text will do
   * @param chunk whether octets follow this BDAT
   * @param open the number of lines of a message that has no end in the script; else 0
   */
  record Heard(Kind kind, Optional<Template> line, boolean chunk, int open) {}

  /**
   * What the server says.
   *
   * @param replies none where the script is silent; several to the end of a message with LMTP
   * @param delay how long it waits before
   * @param asides what it says behind that, though nobody asks for it
   * @param closes whether it closes then
   * @param next what the client says next
   */
  record Said(
      List<Awaited> replies, Duration delay, List<Aside> asides, boolean closes, Moment.Next next) {
    /** Copies the lists. */
    Said {
      replies = List.copyOf(replies);
      asides = List.copyOf(asides);
    }

    /** Whether the script lets this succeed. */
    boolean mayBePositive() {
      return replies.isEmpty()
          || replies.get(0).codes().isEmpty()
          || replies.get(0).codes().stream().anyMatch(Spoken::positive);
    }
  }

  /** A reply that nobody asks for. */
  record Aside(Awaited reply, Duration delay) {}

  boolean is(Kind kind) {
    return heard.kind() == kind;
  }
}
