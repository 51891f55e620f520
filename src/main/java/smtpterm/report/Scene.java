package smtpterm.report;

import java.util.List;
import java.util.Objects;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.ReplyClass;

/** Something that happened while a file was played, secrets masked. */
public sealed interface Scene {
  /** What replies to nothing that was said. */
  int UNASKED = -1;

  /**
   * The client said a line: {@code C: MAIL FROM:<a@b>}.
   *
   * @param kind what it was
   * @param line without its ending, its secret behind a mask
   */
  record Said(LineKind kind, String line) implements Scene {}

  /**
   * The server answered.
   *
   * @param to which of the scenes it answers, counted from 0, or {@link #UNASKED}
   * @param replyClass the class of its code
   * @param lines its lines, at least one
   * @param meaning what it means, in a sentence; perhaps empty
   * @param details a sentence for each of its parts; perhaps none
   */
  record Answered(
      int to, ReplyClass replyClass, List<String> lines, String meaning, List<Detail> details)
      implements Scene {
    /** Copies the lists. */
    public Answered {
      Objects.requireNonNull(replyClass, "replyClass");
      lines = List.copyOf(lines);
      Objects.requireNonNull(meaning, "meaning");
      details = List.copyOf(details);
    }
  }

  /** A term and what it means: {@code SIZE 1000} and {@code takes messages up to …}. */
  record Detail(String term, String sentence) {}

  /** A note of the file: {@code # Carol writes to Bob}. */
  record Noted(String text) implements Scene {}

  /** What smtpterm says by itself: {@code Connected to 127.0.0.1:25}. */
  record Happened(String sentence) implements Scene {}

  /** Here the conversation left the file. */
  record Failed(Complaint complaint) implements Scene {}

  /** So many further scenes are not kept. */
  record LeftOut(long scenes) implements Scene {}
}
