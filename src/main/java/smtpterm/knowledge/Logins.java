package smtpterm.knowledge;

import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.StrictBase64;

/** Replies about logging in: the challenge decoded, the likely cause of a refusal. */
final class Logins {
  /** Of a challenge, so many characters are shown: the rest is of no use to a person. */
  private static final int MOST_CHARACTERS = 60;

  private Logins() {}

  static Optional<Finding> find(Moment moment) {
    if (moment.code(530)) {
      return Optional.of(wanted(moment));
    }
    boolean auth = moment.verb().equals("AUTH") || moment.answers(Asked.Kind.ANSWER);
    if (!auth) {
      return Optional.empty();
    }
    if (moment.code(334)) {
      return moment.before().exchange().map(exchange -> challenge(exchange, moment));
    }
    if (moment.answers(Asked.Kind.ANSWER)
        && moment.line().equals("*")
        && moment.reply().replyClass().refusal()) {
      return Optional.of(Finding.of("ANSWER.501.cancelled"));
    }
    if (moment.code(501, 535)) {
      Optional<StrictBase64.Verdict> doubt = moment.before().exchange().flatMap(Exchange::doubtful);
      if (doubt.isPresent()) {
        String id = "ANSWER." + moment.reply().code() + ".doubt";
        return Optional.of(Finding.of(id, doubt(doubt.get())));
      }
    }
    List<String> mechanisms = moment.before().capabilities().mechanisms();
    if (moment.code(504) && !mechanisms.isEmpty()) {
      return Optional.of(Finding.of("AUTH.504.offered", mechanisms));
    }
    return Optional.empty();
  }

  /** Which answer is due after a 334, or a plus sign of POP3, in this exchange. */
  static Finding challenge(Exchange exchange, Moment moment) {
    String text = moment.reply().text().strip();
    if (text.isEmpty()) {
      boolean plain = exchange.mechanism().equals("PLAIN");
      return Finding.of(plain ? "ANSWER.334.plain" : "ANSWER.334.empty");
    }
    StrictBase64.Verdict verdict = StrictBase64.judge(text);
    if (!verdict.readable()) {
      return Finding.of("ANSWER.334.unreadable");
    }
    boolean login = exchange.mechanism().equals("LOGIN");
    return Finding.of(login ? "ANSWER.334.asks" : "ANSWER.334.sends", shortened(verdict.text()));
  }

  private static Finding doubt(StrictBase64.Verdict verdict) {
    String id = "doubt." + verdict.kind();
    return switch (verdict.kind()) {
      case FOREIGN_CHARACTER, LEFTOVER_BITS -> Finding.of(id, verdict.position() + 1);
      // The position of a line that is too short is its length.
      case WRONG_LENGTH -> Finding.of(id, verdict.position());
      case TEXT, BINARY -> Finding.of("doubt.BINARY");
    };
  }

  /** 530 asks for TLS or for a login; what was offered tells which, else the server's own words. */
  private static Finding wanted(Moment moment) {
    Progress before = moment.before();
    boolean tls = before.capabilities().offers("STARTTLS");
    boolean login = !before.loggedIn() && !before.capabilities().mechanisms().isEmpty();
    boolean logging = new Command(moment.line()).is("AUTH") || before.phase() == Phase.CHALLENGE;
    if (tls && (!login || logging || Words.in(moment.reply(), "tls"))) {
      return Finding.of("530.tls");
    }
    return Finding.of(login ? "530.login" : "530");
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
  }
}
