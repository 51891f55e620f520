package smtpterm.notation;

import java.util.List;
import java.util.Optional;
import smtpterm.script.ScriptError;

/** Finds out which lines without a mark are message text. For one transcript. */
final class LooseText {
  private final List<Said> said;
  private final Habits habits;
  private final Hearing hearing;
  private Optional<MessageRun> run = Optional.empty();

  LooseText(List<Said> said, Habits habits, Hearing hearing) {
    this.said = said;
    this.habits = habits;
    this.hearing = hearing;
  }

  /** Whether message text follows DATA at once, because the invitation is not shown. */
  boolean begin(Said line, int index) {
    boolean begins =
        hearing.talk().dataSaid()
            && !Looks.protocol(line.text().strip())
            && hearing.ahead().dotBeforeReply(index);
    if (begins) {
      hearing.talk().beginMessage();
      hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
    }
    return begins;
  }

  void hear(Said line, int index) {
    if (run.isEmpty() || !run.get().holds(index)) {
      run = Optional.of(hearing.ahead().message(index));
    }
    MessageRun rest = run.get();
    if (!rest.holds(index)) {
      hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_SERVER);
      hearing.replies(line, line.text().strip());
      return;
    }
    boolean whole = !habits.clientMarked() || rest.dotted();
    if (line.row().blank()) {
      blankInMessage(line, index, rest);
    } else if (standsFor(line)
        || (habits.commented() && habits.serverSpeaks() && Habits.comment(line))
        || (habits.bothMarked() && !rest.dotted() && !textSaid())) {
      hearing.leftOut(line);
    } else if (whole || !Looks.noise(line.text())) {
      if (habits.bothMarked() || !rest.dotted()) {
        hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      }
      for (String part : Quoted.lines(rest.text(line))) {
        hearing.text(line, part);
      }
    } else {
      hearing.leftOut(line);
    }
  }

  /** A placeholder that has no mark stands for text that is not shown. */
  private boolean standsFor(Said line) {
    String text = line.text().strip();
    return Looks.placeholder(text) && !text.equals(".") && (habits.clientMarked() || framed(text));
  }

  private static boolean framed(String text) {
    return text.startsWith("[") || text.startsWith("(") || text.equals("…") || text.equals("...");
  }

  private void blankInMessage(Said line, int index, MessageRun rest) {
    boolean first = !textSaid();
    int next = hearing.ahead().textIndex(index + 1);
    boolean last = next >= rest.to();
    boolean beside = !last && standsFor(said.get(next));
    boolean separates = first && (habits.spaced() || habits.clientMarked());
    if ((last && (habits.clientMarked() || !rest.dotted()))
        || beside
        || separates
        || afterRemark()) {
      if (!separates && !last) {
        hearing.doubt(line.line(), ScriptError.Kind.LEFT_OUT);
      }
      return;
    }
    hearing.text(line, "");
  }

  private boolean afterRemark() {
    return !hearing.minutes().fresh() && !textSaid();
  }

  private boolean textSaid() {
    return hearing.minutes().lastSaid().stream().anyMatch(e -> e.kind() == Minutes.Kind.TEXT);
  }
}
