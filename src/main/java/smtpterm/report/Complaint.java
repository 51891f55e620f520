package smtpterm.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import smtpterm.protocol.ReplyClass;

/**
 * What is wrong at one place: {@code first.session:12:4: expected 250, but 550 came}.
 *
 * @param kind what sort of trouble it is
 * @param spot the place in the file; empty where all of the file is meant
 * @param what what is wrong, as a sentence
 * @param came what the server said instead, line by line; perhaps nothing
 * @param why what that means, or how to write it instead: sentences, perhaps none
 */
public record Complaint(
    Kind kind, Optional<Spot> spot, String what, Optional<Came> came, List<String> why) {
  /** Sorts of trouble. */
  public enum Kind {
    /** Something did not come as the file says. */
    EXPECTATION,
    /** The file itself is wrong. */
    MALFORMED,
    /** There was no connection, or it was lost. */
    CONNECTION,
    /** The file is no session file of our own form, and may have been meant otherwise. */
    DOUBT
  }

  /**
   * A place in a file.
   *
   * @param file as the user named it
   * @param line from 1
   * @param column from 1
   * @param source the line that stands there; empty where there is none to show
   */
  public record Spot(String file, int line, int column, String source) {
    /** Refuses what is before the beginning. */
    public Spot {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(source, "source");
      if (line < 1 || column < 1) {
        throw new IllegalArgumentException(line + ":" + column);
      }
    }

    /** The same, behind the {@code S: } of its line, whose mark is never what is wrong. */
    public Spot behindMark() {
      boolean marked = column == 1 && source.matches("[CS]: .*");
      return marked ? new Spot(file, line, 4, source) : this;
    }

    /** As editors and compilers write it: {@code first.session:12:4}. */
    public String text() {
      return file + ":" + line + ":" + column;
    }
  }

  /**
   * A reply that came instead.
   *
   * @param replyClass the class of its code
   * @param lines its lines, at least one
   */
  public record Came(ReplyClass replyClass, List<String> lines) {
    /** Copies the list. */
    public Came {
      Objects.requireNonNull(replyClass, "replyClass");
      lines = List.copyOf(lines);
    }
  }

  /** Copies the list. */
  public Complaint {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(spot, "spot");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(came, "came");
    why = List.copyOf(why);
  }

  /** Place and sentence in one line. */
  public String headline() {
    return spot.map(s -> s.text() + ": " + what).orElse(what);
  }
}
