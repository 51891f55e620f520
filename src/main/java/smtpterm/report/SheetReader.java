package smtpterm.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import smtpterm.knowledge.Explainer;
import smtpterm.protocol.Dialect;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.script.Plan.Act;
import smtpterm.script.Step;
import smtpterm.text.Texts;

/**
 * Puts the conversation of a file on paper, as if it had been held: nothing is connected, what the
 * server says is what the file says of it.
 */
public final class SheetReader {
  private final Texts texts;
  private final Explainer explainer;
  private final Function<Plan, Dialect> dialects;
  private final List<Sheet.Entry> head = new ArrayList<>();
  private final List<Sheet.Entry> body = new ArrayList<>();
  private final SheetBlanks blanks = new SheetBlanks();
  private SheetTalk talk;
  private boolean begun;

  private SheetReader(Texts texts, Explainer explainer, Function<Plan, Dialect> dialects) {
    this.texts = Objects.requireNonNull(texts, "texts");
    this.explainer = Objects.requireNonNull(explainer, "explainer");
    this.dialects = Objects.requireNonNull(dialects, "dialects");
  }

  /**
   * The conversation of a plan.
   *
   * @param name what the page is called where the file says nothing about itself
   * @param explainer says what replies mean, in the language of the reader
   * @param dialects says what is spoken in the conversation of one connection
   */
  public static Sheet of(
      Plan plan, String name, Texts texts, Explainer explainer, Function<Plan, Dialect> dialects) {
    SheetReader reader = new SheetReader(texts, explainer, dialects);
    List<Act> acts = plan.acts();
    int connection = plan.opensConnection() ? Integer.MAX_VALUE : 0;
    for (int i = 0; i < acts.size(); i++) {
      if (i == connection || connects(acts.get(i))) {
        reader.connection(acts, i);
      }
      reader.act(acts, i);
    }
    return new Sheet(name, reader.head, reader.body);
  }

  private static boolean connects(Act act) {
    return act instanceof Act.Other other && other.step() instanceof Step.Connect;
  }

  /** From here on another connection is spoken on. */
  private void connection(List<Act> acts, int from) {
    int to = from + 1;
    while (to < acts.size() && !connects(acts.get(to))) {
      to++;
    }
    Dialect dialect = dialects.apply(new Plan(acts.subList(from, to)));
    talk = new SheetTalk(dialect, explainer, blanks, texts, body);
  }

  private void act(List<Act> acts, int index) {
    Act act = acts.get(index);
    if (act instanceof Act.Line line) {
      begun = true;
      boolean asked =
          index + 1 < acts.size()
              && acts.get(index + 1) instanceof Act.Line next
              && next.kind() == Plan.Kind.ANSWER;
      talk.said(line, asked);
    } else if (act instanceof Act.Unasked unasked) {
      begun = true;
      talk.unasked(unasked);
    } else if (act instanceof Act.Sending sending) {
      begun = true;
      String file = blanks.fill(sending.step().file()).shown();
      happened(act.at(), "send", texts.say("report.sheet.send", file));
      talk.sent(sending);
    } else {
      step(((Act.Other) act).step());
    }
  }

  private void step(Step step) {
    if (step instanceof Step.Note note) {
      note(note);
      return;
    }
    begun = true;
    if (step instanceof Step.Connect connect) {
      String target = blanks.fill(connect.target()).shown();
      happened(step.at(), "connect", texts.say("report.sheet.connect", target));
    } else if (step instanceof Step.Closed) {
      happened(step.at(), "closed", texts.say("report.sheet.closed"));
    } else if (step instanceof Step.Assignment set) {
      blanks.set(set.name(), set.value());
    }
  }

  private void note(Step.Note note) {
    String text = note.text().strip();
    if (!text.isEmpty()) {
      (begun ? body : head).add(new Sheet.Entry(note.at(), "note", new Scene.Noted(text)));
    }
  }

  private void happened(Place at, String kind, String sentence) {
    body.add(new Sheet.Entry(at, kind, new Scene.Happened(sentence)));
  }
}
