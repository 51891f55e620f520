package smtpterm.typing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import smtpterm.knowledge.FlawTexts;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineFlaw;
import smtpterm.protocol.LineFlaws;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.StrictBase64;
import smtpterm.session.SessionView;
import smtpterm.text.Texts;

/** What is probably wrong with the line being typed, said before Enter and never in the way. */
public final class Warnings {
  private static final Set<LineFlaw.Family> LATER =
      EnumSet.of(LineFlaw.Family.ORDER, LineFlaw.Family.OFFER);

  private final Exposure exposure;
  private final Texts texts;
  private final FlawTexts flawTexts;

  /** The line judged last: colours, hint and status line ask about the same one. */
  private volatile Judged last;

  private record Judged(SessionView view, String line, List<LineFlaw> flaws) {
    Judged {
      Objects.requireNonNull(view, "view");
      Objects.requireNonNull(line, "line");
      flaws = List.copyOf(flaws);
    }
  }

  public Warnings(Exposure exposure, Texts texts) {
    this.exposure = exposure;
    this.texts = texts;
    this.flawTexts = new FlawTexts(texts);
  }

  /**
   * In a few words; empty for nothing.
   *
   * @param masked whether no part of the line may be repeated
   */
  public String about(SessionView view, String line, boolean masked) {
    List<LineFlaw> flaws = masked ? List.of() : flaws(view, line);
    if (!flaws.isEmpty()) {
      return flawTexts.brief(flaws.get(0), line);
    }
    if (view.next() == LineKind.ANSWER) {
      return answer(view, line);
    }
    return exposure(view, line);
  }

  private String exposure(SessionView view, String line) {
    String key = exposure.of(view, line);
    return key.isEmpty() ? "" : texts.say(key);
  }

  /** All flaws that typing on cannot mend, the likeliest cause of a refusal first. */
  @SuppressWarnings("ReferenceEquality") // Cheaper, and what is equal is judged alike again.
  public List<LineFlaw> flaws(SessionView view, String line) {
    Judged known = last;
    if (known == null || known.view() != view || !known.line().equals(line)) {
      known = new Judged(view, line, judge(view, line));
      last = known;
    }
    return known.flaws();
  }

  private static List<LineFlaw> judge(SessionView view, String line) {
    // What is sent is judged: the first of two slashes is not.
    int unsent = view.next() == LineKind.COMMAND && line.startsWith("//") ? 1 : 0;
    List<LineFlaw> flaws = new ArrayList<>();
    for (LineFlaw flaw : LineFlaws.soFar(view.progress(), view.next(), line.substring(unsent))) {
      if (judgeable(view, flaw)) {
        flaws.add(
            new LineFlaw(
                flaw.kind(),
                flaw.from() + unsent,
                flaw.to() + unsent,
                flaw.word(),
                flaw.pending()));
      }
    }
    return flaws;
  }

  /** While a reply is still to come nobody knows whose turn it is. */
  private static boolean judgeable(SessionView view, LineFlaw flaw) {
    return view.waiting().isEmpty() || !LATER.contains(flaw.kind().family());
  }

  /** Whether a whole command has nothing against it. */
  public static boolean sound(SessionView view, String line) {
    return LineFlaws.in(view.progress(), LineKind.COMMAND, line).stream()
        .noneMatch(flaw -> judgeable(view, flaw));
  }

  /** What is to be marked where others could read a login: the command that begins or goes on. */
  public int exposed(SessionView view, String line) {
    boolean shown = view.next() == LineKind.COMMAND && !exposure.of(view, line).isEmpty();
    return shown ? new Command(line).verb().length() : 0;
  }

  private String answer(SessionView view, String line) {
    if (line.equals("*")) {
      return texts.say("typing.flaw.cancels");
    }
    StrictBase64.Verdict verdict = StrictBase64.judge(line);
    boolean textual = view.progress().exchange().map(Exchange::textual).orElse(false);
    return switch (verdict.kind()) {
      case TEXT -> exposure(view, line);
      case BINARY -> textual ? texts.say("typing.flaw.no-text") : "";
      case FOREIGN_CHARACTER -> texts.say("typing.flaw.foreign-character", verdict.position() + 1);
      case WRONG_LENGTH -> texts.say("typing.flaw.wrong-length", line.length());
      case LEFTOVER_BITS -> texts.say("typing.flaw.leftover-bits", verdict.position() + 1);
    };
  }
}
