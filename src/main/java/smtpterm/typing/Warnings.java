package smtpterm.typing;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import smtpterm.knowledge.FlawTexts;
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
    Optional<LineFlaw> flaw = masked ? Optional.empty() : first(view, line);
    if (flaw.isPresent()) {
      return flawTexts.brief(flaw.get(), line);
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

  /** The first flaw that typing on cannot mend. */
  public Optional<LineFlaw> first(SessionView view, String line) {
    // What is sent is judged, and while a reply is still to come nobody knows whose turn it is.
    String sent = line.startsWith("//") ? line.substring(1) : line;
    return LineFlaws.soFar(view.progress(), view.next(), sent).stream()
        .filter(flaw -> view.waiting().isEmpty() || !LATER.contains(flaw.kind().family()))
        .findFirst();
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
