package smtpterm.script;

import java.util.Objects;

/**
 * A line of a transcript.
 *
 * @param line where it stands, from 1
 * @param label what says who it is from, such as {@code >>>}; empty without one
 * @param text what stands behind the label
 */
record Heard(int line, String label, String text) {
  Heard {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(text, "text");
  }

  /** The same without the first characters of the text, as far as there are any. */
  Heard without(int characters) {
    return new Heard(line, label, text.substring(Math.min(characters, text.length())));
  }

  boolean marked() {
    return !label.isEmpty();
  }
}
