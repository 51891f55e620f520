package smtpterm.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;

/**
 * Picks the most specific text for a reply: what the line and the phase reveal, then command and
 * code, then the code alone, then its digits.
 */
final class Diagnosis {
  /** A code that runs into the text behind it. */
  private static final Pattern GLUED = Pattern.compile("[2-5][0-9]{2}[^0-9]");

  private final Phrases phrases;
  private final Pop3Moments pop3;
  private final List<Function<Moment, Optional<Finding>>> steps;

  Diagnosis(Phrases phrases, Catalog catalog) {
    this.phrases = phrases;
    this.pop3 = new Pop3Moments(phrases, catalog);
    Envelopes envelopes = new Envelopes();
    LineMistakes mistakes = new LineMistakes(catalog);
    this.steps =
        List.of(
            Diagnosis::unasked,
            Logins::find,
            envelopes::find,
            mistakes::find,
            this::placed,
            mistakes::unknownHere,
            this::code);
  }

  Finding of(Moment moment) {
    if (moment.before().protocol() == Protocol.POP3) {
      return pop3.of(moment);
    }
    for (Function<Moment, Optional<Finding>> step : steps) {
      Optional<Finding> finding = step.apply(moment);
      if (finding.isPresent()) {
        return finding.get();
      }
    }
    return digits(moment.reply().code());
  }

  /** Replies that answer nothing, and codes that no reply should have. */
  private static Optional<Finding> unasked(Moment moment) {
    Reply reply = moment.reply();
    if (reply.code().isEmpty()) {
      String text = reply.text();
      return Optional.of(
          GLUED.matcher(text).lookingAt()
              ? Finding.of("information.glued", text.substring(0, 3))
              : Finding.of("information.nocode"));
    }
    char first = reply.code().charAt(0);
    if (first == '0') {
      return Optional.of(Finding.of("information"));
    }
    if (first == '1' || first >= '6') {
      return Optional.of(digits(reply.code()));
    }
    if (moment.asked().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(Finding.of(reply.is(421) ? "unasked.421" : "unasked." + first));
  }

  /** Command and code, such as {@code RCPT.250}. */
  private Optional<Finding> placed(Moment moment) {
    boolean lmtp = moment.before().protocol() == Protocol.LMTP;
    boolean mail = moment.answers(Asked.Kind.DOT) || moment.verb().equals("BDAT");
    boolean over = mail && moment.after().phase() != moment.before().phase();
    boolean more = moment.after().recipients().size() < moment.before().recipients().size();
    if (lmtp && mail && (over || more) && !moment.before().recipients().isEmpty()) {
      // RFC 2033 section 4.2: one reply for each recipient, in their order.
      String recipient = moment.before().recipients().get(0);
      return Optional.of("lmtp." + moment.reply().code().charAt(0))
          .filter(phrases::knows)
          .map(id -> Finding.of(id, recipient));
    }
    boolean last = moment.verb().equals("BDAT") && moment.after().phase() == Phase.AFTER;
    if (last && moment.reply().replyClass() == ReplyClass.POSITIVE) {
      return Optional.of(Finding.of("BDAT.250.last"));
    }
    return moment
        .asked()
        .map(asked -> place(asked) + "." + moment.reply().code())
        .filter(phrases::knows)
        .map(Finding::of);
  }

  private static String place(Asked asked) {
    return asked.kind() == Asked.Kind.COMMAND ? asked.verb() : asked.kind().name();
  }

  private Optional<Finding> code(Moment moment) {
    return Optional.of(moment.reply().code()).filter(phrases::knowsCode).map(Finding::of);
  }

  private static Finding digits(String code) {
    char first = code.charAt(0);
    if (first == '1') {
      return Finding.of("digits.1");
    }
    if (first < '2' || first > '5') {
      return Finding.of("digits.6");
    }
    char second = code.charAt(1);
    Finding about =
        "0125".indexOf(second) >= 0
            ? Finding.of("second." + second)
            : Finding.of("second.other", second);
    return Finding.of("digits." + first, about);
  }
}
