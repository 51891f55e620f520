package smtpterm.replay;

import java.util.List;
import java.util.Optional;
import smtpterm.script.Plan;
import smtpterm.script.Step;

/** The place in the plan up to which it was played. */
final class Cursor {
  private final List<Plan.Act> acts;
  private int next;

  Cursor(Plan plan) {
    acts = plan.acts();
  }

  boolean hasNext() {
    return next < acts.size();
  }

  Plan.Act take() {
    return acts.get(next++);
  }

  /** What was taken last is to be taken once more: it was not played. */
  void back() {
    next--;
  }

  /** What comes behind the notes that follow. */
  Optional<Plan.Act> following() {
    int i = next;
    while (i < acts.size()
        && acts.get(i) instanceof Plan.Act.Other other
        && other.step() instanceof Step.Note) {
      i++;
    }
    return i < acts.size() ? Optional.of(acts.get(i)) : Optional.empty();
  }

  /** What takes effect before the reply to the line just taken is awaited; perhaps nothing. */
  Optional<Step> takeBeforeReply() {
    boolean due =
        hasNext() && acts.get(next) instanceof Plan.Act.Other other && other.beforeReply();
    return due ? Optional.of(((Plan.Act.Other) take()).step()) : Optional.empty();
  }

  /** Whether the file wants the server to close next. */
  boolean closes() {
    return following()
        .filter(act -> act instanceof Plan.Act.Other other && other.step() instanceof Step.Closed)
        .isPresent();
  }

  /** Skips the rest of a message up to and with its end; says how many lines these are. */
  int skipText() {
    int skipped = 0;
    while (hasNext()) {
      Plan.Act act = acts.get(next);
      if (act instanceof Plan.Act.Line line && text(line.kind())) {
        skipped++;
      } else if (act instanceof Plan.Act.Sending) {
        skipped++;
      } else if (!(act instanceof Plan.Act.Other other) || opensOrCloses(other.step())) {
        return skipped;
      }
      next++;
      boolean end =
          act instanceof Plan.Act.Sending
              || (act instanceof Plan.Act.Line line && line.kind() == Plan.Kind.DOT);
      if (end) {
        return skipped;
      }
    }
    return skipped;
  }

  private static boolean text(Plan.Kind kind) {
    return kind == Plan.Kind.TEXT || kind == Plan.Kind.DOT || kind == Plan.Kind.CHUNK;
  }

  private static boolean opensOrCloses(Step step) {
    return step instanceof Step.Connect || step instanceof Step.Closed;
  }

  /** Skips the other answers of a login; says how many lines these are. */
  int skipAnswers() {
    int skipped = 0;
    while (following()
        .filter(act -> act instanceof Plan.Act.Line line && line.kind() == Plan.Kind.ANSWER)
        .isPresent()) {
      Plan.Act act = take();
      skipped += act instanceof Plan.Act.Line ? 1 : 0;
    }
    return skipped;
  }

  /** How many lines of the client there are in all. */
  long lines() {
    return acts.stream()
        .filter(act -> act instanceof Plan.Act.Line || act instanceof Plan.Act.Sending)
        .count();
  }

  /** What was taken last; empty before the first. */
  Optional<Plan.Act> last() {
    return next == 0 ? Optional.empty() : Optional.of(acts.get(next - 1));
  }
}
