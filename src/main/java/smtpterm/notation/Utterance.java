package smtpterm.notation;

import java.util.Objects;

/**
 * What one side says in one line, such as {@code client: QUIT}.
 *
 * @param side who says it
 * @param text the line as it is on the wire, without its end and without blanks at its end
 */
public record Utterance(Side side, String text) {
  /** Takes the blanks at the end away, which transcripts lose and gain. */
  public Utterance {
    Objects.requireNonNull(side, "side");
    text = text.stripTrailing();
  }
}
