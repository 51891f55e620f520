package smtpterm.script;

import java.util.Objects;
import java.util.Optional;

/**
 * What the conversation must know of a line of the client, or of a file that is sent.
 *
 * @param text the line as it will be sent; empty where variables decide
 * @param form how it is written
 */
record Said(Optional<String> text, Form form) {
  /** How it is written. */
  enum Form {
    LINE,
    /** {@code ${answer}} and nothing else. */
    ANSWER,
    /** {@code <waits>}: nobody says this, unless it is a part of the message. */
    ACT,
    /** {@code @send letter.eml}. */
    FILE
  }

  Said {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(form, "form");
  }

  static Said of(Template template) {
    boolean answer =
        template.pieces().size() == 1 && template.pieces().get(0) instanceof Template.Answer;
    return new Said(template.fixed(), answer ? Form.ANSWER : Form.LINE);
  }

  static Said file() {
    return new Said(Optional.empty(), Form.FILE);
  }

  boolean dot() {
    return text.filter(t -> t.equals(".")).isPresent();
  }

  /** Whether a message ends with it. */
  boolean ends() {
    return dot() || form == Form.FILE;
  }
}
