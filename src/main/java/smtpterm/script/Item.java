package smtpterm.script;

/** A line of a file, as its mark says, before the conversation tells what it means. */
sealed interface Item {
  /** Where it stands. */
  Place at();

  /** {@code C: QUIT}. */
  record Client(Place at, String line) implements Item {}

  /** {@code S: 250}. */
  record Server(Place at, String line) implements Item {}

  /** {@code @wait 1s}. */
  record Directive(Place at, String line) implements Item {}

  /** {@code # Carol writes to Bob}; also {@code @timeout 5s} and what else is an aside. */
  record Remark(Step step) implements Item {
    @Override
    public Place at() {
      return step.at();
    }
  }

  /** What cannot be read. */
  record Wrong(ScriptError error) implements Item {
    @Override
    public Place at() {
      return error.at();
    }
  }

  /** The text behind {@code C:} or {@code S:}; one blank behind the mark belongs to the mark. */
  static String behindMark(String line) {
    return line.substring(line.startsWith(" ", 2) ? 3 : 2);
  }
}
