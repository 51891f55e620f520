package smtpterm.typing;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.FlawTexts;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.LineFlaw;
import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.LineFlaws;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.session.SessionView;
import smtpterm.text.Texts;

/** Why a command cannot be said now, such as {@code first MAIL and RCPT, then DATA}. */
final class Obstacle {
  private static final Set<LineFlaw.Family> LATER =
      EnumSet.of(LineFlaw.Family.ORDER, LineFlaw.Family.OFFER);

  private final Texts texts;
  private final FlawTexts flaws;

  Obstacle(Texts texts) {
    this.texts = texts;
    this.flaws = new FlawTexts(texts);
  }

  /** In a few words, as they stand in the status line when the command is typed all the same. */
  String of(SessionView view, CommandEntry entry) {
    Progress progress = view.progress();
    if (progress.phase() == Phase.GREETING) {
      return texts.say("typing.later.greeting");
    }
    Optional<String> missing = missing(progress, entry);
    if (missing.isPresent()) {
      return missing.get();
    }
    if (!view.waiting().isEmpty()) {
      return waiting(view.waiting().get(0));
    }
    String line = Hints.stem(entry.syntax());
    return LineFlaws.in(progress, LineKind.COMMAND, line).stream()
        .filter(flaw -> LATER.contains(flaw.kind().family()))
        .findFirst()
        .map(flaw -> flaws.brief(flaw, line))
        .orElseGet(() -> other(progress, entry));
  }

  /** What the server would have had to offer, where it has said what it offers. */
  private Optional<String> missing(Progress progress, CommandEntry entry) {
    Capabilities offered = progress.capabilities();
    return entry
        .needs()
        .filter(keyword -> offered.extended() && !offered.offers(keyword))
        .map(
            keyword -> {
              boolean later = keyword.equals("AUTH") && offered.offersTls();
              return said(later ? Kind.OFFERED_WITH_TLS : Kind.NOT_OFFERED, keyword);
            });
  }

  private String waiting(Asked asked) {
    return asked.verb().isEmpty() || asked.hidden()
        ? texts.say("typing.later.waiting")
        : texts.say("typing.later.waiting-for", asked.verb());
  }

  /** What {@link LineFlaws} does not name, because servers differ there. */
  private String other(Progress progress, CommandEntry entry) {
    return switch (progress.phase()) {
      case HELLO -> said(Kind.HELLO_FIRST, entry.verb());
      case RCPT, DATA -> said(Kind.MAIL_NESTED, entry.verb());
      case PASSWORD -> texts.say("typing.later.password");
      default -> {
        if (entry.login() == CommandEntry.Login.AFTER && !progress.loggedIn()) {
          yield said(Kind.LOGIN_FIRST, entry.verb());
        }
        yield entry.needs().isPresent()
            ? said(Kind.EHLO_FIRST, entry.verb())
            : texts.say("typing.later.now");
      }
    };
  }

  private String said(Kind kind, String word) {
    return flaws.brief(new LineFlaw(kind, 0, word.length(), word, false), word);
  }
}
