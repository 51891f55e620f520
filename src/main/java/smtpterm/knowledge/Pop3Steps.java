package smtpterm.knowledge;

import java.util.ArrayList;
import java.util.List;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.Progress;
import smtpterm.protocol.ReplyClass;

/** What may sensibly be typed next in POP3: {@code USER <name>}, {@code LIST}, {@code RETR 1}. */
final class Pop3Steps {
  private final Phrases phrases;

  Pop3Steps(Phrases phrases) {
    this.phrases = phrases;
  }

  List<String> after(Moment moment) {
    Progress after = moment.after();
    return switch (after.phase()) {
      case AUTHORIZATION -> login(moment);
      case PASSWORD -> List.of(phrases.say("next.pass"));
      case CHALLENGE -> challenge(after);
      case TRANSACTION -> reading(moment);
      default -> List.of();
    };
  }

  private List<String> login(Moment moment) {
    if (moment.verb().equals("STLS") && moment.reply().replyClass() == ReplyClass.POSITIVE) {
      // RFC 2595 section 4: what CAPA said before counts no longer.
      return List.of("CAPA");
    }
    Capabilities offered = moment.after().capabilities();
    List<String> steps = new ArrayList<>();
    if (!offered.extended() && !moment.verb().equals("CAPA")) {
      steps.add("CAPA");
    }
    if (offered.offers("STLS") && !moment.verb().equals("STLS")) {
      steps.add("STLS");
    }
    boolean user = !offered.extended() || offered.offers("USER") || offered.mechanisms().isEmpty();
    steps.add(user ? phrases.say("next.user") : "AUTH " + offered.mechanisms().get(0));
    return steps;
  }

  private List<String> challenge(Progress after) {
    String mechanism = after.exchange().map(Exchange::mechanism).orElse("");
    return switch (mechanism) {
      case "LOGIN" -> List.of(phrases.say("next.login"));
      case "PLAIN" -> List.of(phrases.say("next.plain"));
      default -> List.of(phrases.say("next.computed"));
    };
  }

  private static List<String> reading(Moment moment) {
    if (moment.reply().replyClass() != ReplyClass.POSITIVE) {
      return List.of("LIST");
    }
    String number = new Command(moment.line()).argument().strip().split(" ", 2)[0];
    boolean one = number.matches("[0-9]{1,9}");
    return switch (moment.verb()) {
      case "STAT" -> List.of("LIST", "QUIT");
      case "LIST", "UIDL" ->
          List.of("RETR " + (one ? number : "1"), "TOP " + (one ? number : "1") + " 0");
      case "TOP" -> List.of("RETR " + (one ? number : "1"));
      case "RETR" -> List.of("DELE " + (one ? number : "1"), "QUIT");
      case "DELE" -> List.of("QUIT", "RSET");
      default -> List.of("STAT", "LIST");
    };
  }
}
