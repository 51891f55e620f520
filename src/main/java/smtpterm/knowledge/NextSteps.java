package smtpterm.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;

/** What may sensibly be typed next: {@code AUTH LOGIN}, {@code STARTTLS}, {@code MAIL FROM:<…>}. */
final class NextSteps {
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e&&[^<>@\"]]{1,64}");
  private static final Pattern ADDRESS =
      Pattern.compile("[\\x21-\\x7e&&[^<>@\"]]{1,64}@[A-Za-z0-9.-]{1,255}");
  private static final String MORE_RECIPIENTS = "RCPT TO:<…>";

  private final Phrases phrases;
  private final Optional<String> home;
  private final Pop3Steps pop3;

  NextSteps(Phrases phrases, Optional<String> home) {
    this.phrases = phrases;
    this.home = home;
    this.pop3 = new Pop3Steps(phrases);
  }

  /** At most four templates, or one sentence; empty when the moment asks for nothing. */
  List<String> after(Moment moment, Finding finding) {
    Reply reply = moment.reply();
    boolean closing = moment.code(421);
    if (moment.asked().isEmpty() || closing || reply.replyClass() == ReplyClass.UNKNOWN) {
      return List.of();
    }
    Progress after = moment.after();
    if (after.protocol() == Protocol.POP3) {
      return pop3.after(moment);
    }
    return switch (after.phase()) {
      case GREETING -> List.of("QUIT");
      case HELLO -> List.of(hello(moment, finding));
      case AUTH, MAIL, AFTER -> idle(moment, finding);
      case CHALLENGE -> challenge(after);
      case RCPT -> recipient(moment, finding);
      case DATA -> data(moment);
      case TEXT -> List.of(phrases.say("next.text"));
      case AUTHORIZATION, PASSWORD, TRANSACTION, UPDATE, DOT, CLOSED, RAW -> List.of();
    };
  }

  private String hello(Moment moment, Finding finding) {
    // A line with a flaw says nothing about what the server knows.
    if (moment.after().protocol() == Protocol.LMTP) {
      return phrases.say("next.lhlo");
    }
    boolean right = !finding.id().startsWith("flaw.");
    boolean old = right && moment.verb().equals("EHLO") && moment.code(500, 502);
    return phrases.say(old ? "next.helo" : "next.hello");
  }

  private List<String> idle(Moment moment, Finding finding) {
    Progress after = moment.after();
    if (moment.verb().equals("STARTTLS") && moment.code(220)) {
      return List.of(hello(moment, finding));
    }
    Optional<String> login = login(after);
    if (finding.id().equals("530.tls")) {
      return List.of("STARTTLS");
    }
    if (finding.id().equals("530.login") && login.isPresent()) {
      return List.of(login.get());
    }
    List<String> steps = new ArrayList<>();
    boolean mailed = after.phase() == Phase.AFTER;
    if (!after.loggedIn() && !mailed) {
      login.ifPresent(steps::add);
      if (after.capabilities().offers("STARTTLS")) {
        steps.add("STARTTLS");
      }
    }
    steps.add("MAIL FROM:<" + sender(after) + ">");
    if (mailed) {
      steps.add("QUIT");
    }
    return steps;
  }

  /** The login that is easiest by hand, of those offered. */
  private static Optional<String> login(Progress progress) {
    List<String> mechanisms = progress.capabilities().mechanisms();
    if (progress.loggedIn() || mechanisms.isEmpty()) {
      return Optional.empty();
    }
    for (String easy : List.of("LOGIN", "PLAIN")) {
      if (mechanisms.contains(easy)) {
        return Optional.of("AUTH " + easy);
      }
    }
    return Optional.of("AUTH " + mechanisms.get(0));
  }

  private String sender(Progress progress) {
    String user = progress.user();
    if (ADDRESS.matcher(user).matches()) {
      return user;
    }
    return NAME.matcher(user).matches() && home.isPresent() ? user + "@" + home.get() : "…";
  }

  private List<String> challenge(Progress after) {
    String mechanism = after.exchange().map(Exchange::mechanism).orElse("");
    int due = after.exchange().map(Exchange::position).orElse(0);
    return switch (mechanism) {
      // Said once; at the password it is known.
      case "LOGIN" -> due == 0 ? List.of(phrases.say("next.login")) : List.of();
      case "PLAIN" -> List.of(phrases.say("next.plain"));
      default -> List.of(phrases.say("next.computed"));
    };
  }

  private static List<String> recipient(Moment moment, Finding finding) {
    Optional<String> login = login(moment.after());
    boolean stranger = finding.id().equals("RCPT.relay") || finding.id().equals("530.login");
    if (stranger && login.isPresent()) {
      // RFC 4954 section 4: AUTH is not permitted during a mail transaction.
      return List.of("RSET", login.get());
    }
    boolean stuck = moment.verb().equals("RCPT") || moment.verb().equals("MAIL");
    return stuck && moment.reply().replyClass().refusal()
        ? List.of(MORE_RECIPIENTS, "RSET")
        : List.of(MORE_RECIPIENTS);
  }

  private List<String> data(Moment moment) {
    boolean block = moment.verb().equals("BDAT") && moment.code(250);
    return block ? List.of(phrases.say("next.bdat")) : List.of("DATA", MORE_RECIPIENTS);
  }
}
