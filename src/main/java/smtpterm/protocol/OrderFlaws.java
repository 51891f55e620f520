package smtpterm.protocol;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import smtpterm.protocol.LineFlaw.Kind;

/** Commands whose turn it is not: RCPT before MAIL, AUTH twice, STARTTLS that was not offered. */
final class OrderFlaws {
  private static final Set<String> AFTER_HELLO =
      Set.of(
          "MAIL", "RCPT", "DATA", "BDAT", "BURL", "AUTH", "STARTTLS", "ETRN", "ATRN", "XFORWARD");

  /** What EHLO must have offered before a command may be said. */
  private static final Map<String, String> KEYWORDS =
      Map.of(
          "AUTH",
          "AUTH",
          "STARTTLS",
          "STARTTLS",
          "BDAT",
          "CHUNKING",
          "BURL",
          "BURL",
          "ETRN",
          "ETRN",
          "ATRN",
          "ATRN");

  private static final Set<Phase> IDLE = EnumSet.of(Phase.AUTH, Phase.MAIL, Phase.AFTER);

  private OrderFlaws() {}

  static void find(Marks marks, String verb) {
    Phase phase = marks.progress().phase();
    int end = verb.length();
    if (phase == Phase.GREETING || phase == Phase.HELLO) {
      if (AFTER_HELLO.contains(verb)) {
        marks.add(Kind.HELLO_FIRST, 0, end, verb);
      }
      return;
    }
    turn(marks, verb, phase);
    if (marks.flaws().isEmpty()) {
      offer(marks, verb);
    }
  }

  private static void turn(Marks marks, String verb, Phase phase) {
    boolean idle = IDLE.contains(phase);
    boolean inside = phase == Phase.RCPT || phase == Phase.DATA;
    int end = verb.length();
    switch (verb) {
      case "MAIL" -> when(inside, marks, Kind.MAIL_NESTED, end, verb);
      case "RCPT" -> when(idle, marks, Kind.MAIL_FIRST, end, verb);
      case "DATA", "BDAT", "BURL" -> {
        when(idle, marks, Kind.ENVELOPE_FIRST, end, verb);
        when(phase == Phase.RCPT, marks, Kind.RCPT_FIRST, end, verb);
      }
      case "AUTH" -> {
        when(marks.progress().loggedIn(), marks, Kind.LOGIN_TWICE, end, verb);
        when(!marks.progress().loggedIn() && inside, marks, Kind.LOGIN_NESTED, end, verb);
      }
      default -> {
        // At any time.
      }
    }
  }

  private static void offer(Marks marks, String verb) {
    String keyword = KEYWORDS.get(verb);
    Capabilities capabilities = marks.progress().capabilities();
    if (keyword == null || capabilities.offers(keyword)) {
      return;
    }
    if (!capabilities.extended()) {
      marks.add(Kind.EHLO_FIRST, 0, verb.length(), verb);
    } else {
      boolean tls = verb.equals("AUTH") && capabilities.offers("STARTTLS");
      marks.add(tls ? Kind.OFFERED_WITH_TLS : Kind.NOT_OFFERED, 0, verb.length(), keyword);
    }
  }

  private static void when(boolean fits, Marks marks, Kind kind, int end, String word) {
    if (fits) {
      marks.add(kind, 0, end, word);
    }
  }
}
