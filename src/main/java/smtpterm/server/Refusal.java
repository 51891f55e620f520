package smtpterm.server;

/** A command cannot be done; {@link #answer} tells the client why. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Refusal(Answer answer) {
    // No stack trace: a mistyped command is an everyday event here.
    super(String.join(" ", answer.texts()), null, false, false);
    this.answer = answer;
  }

  /** Refuses unless a condition holds. */
  static void unless(boolean held, Answer otherwise) throws Refusal {
    if (!held) {
      throw new Refusal(otherwise);
    }
  }

  Answer answer() {
    return answer;
  }
}
