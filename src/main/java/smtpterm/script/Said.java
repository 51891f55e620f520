package smtpterm.script;

import java.util.Objects;
import java.util.Optional;

/**
 * What the conversation must know of a line of the client, or of a file that is sent.
 *
 * @param text the line as it will be sent; empty where variables decide
 * @param command the line as a command, with {@code ?} for what variables decide: that {@code RETR
 *     ${number}} is a RETR with an argument, everybody knows
 * @param form how it is written
 */
record Said(Optional<String> text, String command, Form form) {
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
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(form, "form");
  }

  static Said of(Template template) {
    boolean answer =
        template.pieces().size() == 1 && template.pieces().get(0) instanceof Template.Answer;
    return of(template, answer ? Form.ANSWER : Form.LINE);
  }

  /** {@code <waits>}. */
  static Said act(Template template) {
    return of(template, Form.ACT);
  }

  private static Said of(Template template, Form form) {
    Optional<String> text = template.fixed();
    return new Said(text, text.orElseGet(() -> template.beginning() + "?"), form);
  }

  static Said file() {
    return new Said(Optional.empty(), "", Form.FILE);
  }

  boolean dot() {
    return text.filter(t -> t.equals(".")).isPresent();
  }

  /** Whether a message ends with it. */
  boolean ends() {
    return dot() || form == Form.FILE;
  }
}
