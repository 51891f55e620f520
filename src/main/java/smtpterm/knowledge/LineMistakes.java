package smtpterm.knowledge;

import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineFlaw;
import smtpterm.protocol.LineFlaw.Family;
import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.LineFlaws;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;

/** Looks at the line that was refused: 501 to {@code MAIL FROM <a@b>} is the missing colon. */
final class LineMistakes {
  private final Catalog catalog;

  LineMistakes(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The flaw of the line that most likely led to this refusal. */
  Optional<Finding> find(Moment moment) {
    if (!moment.answers(Asked.Kind.COMMAND) || moment.hidden()) {
      return Optional.empty();
    }
    List<Family> families = families(moment);
    if (families.isEmpty()) {
      return Optional.empty();
    }
    List<LineFlaw> flaws = LineFlaws.in(moment.before(), LineKind.COMMAND, moment.line());
    for (Family family : families) {
      for (LineFlaw flaw : flaws) {
        if (flaw.kind().family() == family && fits(flaw, moment)) {
          return Optional.of(FlawTexts.finding(flaw, moment.line()));
        }
      }
    }
    return login(moment);
  }

  /** A command that is right, and the server does not know it. */
  Optional<Finding> unknownHere(Moment moment) {
    return moment.code(500) && !moment.hidden() && catalog.command(moment.verb()).isPresent()
        ? Optional.of(Finding.of("500.known", moment.verb()))
        : Optional.empty();
  }

  /** What a code can be about, the likeliest first (RFC 5321 section 4.2.2). */
  private static List<Family> families(Moment moment) {
    if (moment.code(500, 502)) {
      return List.of(Family.START, Family.LETTERS, Family.OFFER, Family.FORM);
    }
    if (moment.code(501, 504)) {
      return List.of(Family.LETTERS, Family.FORM, Family.START, Family.OFFER);
    }
    if (moment.code(555)) {
      return List.of(Family.LETTERS, Family.FORM, Family.OFFER, Family.ORDER);
    }
    if (moment.code(503)) {
      return List.of(Family.ORDER, Family.OFFER);
    }
    boolean path = moment.verb().equals("MAIL") || moment.verb().equals("RCPT");
    // Some servers say 550 to everything that comes before EHLO.
    return path && moment.code(550, 553)
        ? List.of(Family.ORDER, Family.LETTERS, Family.FORM)
        : List.of();
  }

  /** 550 and 553 are about the mailbox; a server that gets so far has read past a blank. */
  private static boolean fits(LineFlaw flaw, Moment moment) {
    return flaw.kind() != Kind.BLANK_AFTER_COLON || !moment.code(550, 553);
  }

  /** Servers that take mail from known users only. */
  private static Optional<Finding> login(Moment moment) {
    boolean stranger = moment.before().phase() == Phase.AUTH && moment.verb().equals("MAIL");
    return stranger && moment.code(503)
        ? Optional.of(Finding.of("MAIL.503.login"))
        : Optional.empty();
  }
}
