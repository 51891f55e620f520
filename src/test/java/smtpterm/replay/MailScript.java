package smtpterm.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A conversation of SMTP or LMTP, thrown with dice. */
final class MailScript {
  private final List<String> lines = new ArrayList<>();
  private final Dice dice;
  private final ReplyDice replies;
  private final boolean lmtp;

  MailScript(Dice dice, boolean lmtp) {
    this.dice = dice;
    this.replies = new ReplyDice(dice);
    this.lmtp = lmtp;
  }

  /** The file. */
  List<String> lines(boolean tls) {
    lines.add("# Thrown with dice.");
    if (dice.chance(30)) {
      lines.add("@connect " + (lmtp ? "lmtp" : "smtp") + "://gone.example:4242");
    }
    lines.add("@set user anna");
    lines.addAll(replies.maybe("220"));
    hello();
    if (tls) {
      lines.add("C: STARTTLS");
      lines.addAll(replies.maybe("220"));
      hello();
    }
    for (int i = dice.below(6); i > 0; i--) {
      switch (dice.below(lmtp ? 4 : 5)) {
        case 0 -> login();
        case 1 -> small();
        default -> mail();
      }
    }
    end();
    return lines;
  }

  private void hello() {
    lines.add("C: " + (lmtp ? "LHLO" : dice.one("EHLO", "ehlo", "HELO")) + " laptop.example");
    lines.addAll(replies.maybe("250"));
    if (dice.chance(20)) {
      lines.add("@pipelining on");
    }
  }

  private void small() {
    String command = dice.one("NOOP", "HELP", "VRFY anna", "EXPN klasse", "XFOO bar", "", "MAIL x");
    String code =
        switch (command) {
          case "NOOP" -> "250";
          case "HELP" -> "214";
          case "VRFY anna" -> dice.one("250", "252", "550");
          case "EXPN klasse" -> dice.one("250", "502");
          default -> dice.one("500", "501", "421");
        };
    lines.add(("C: " + command).strip());
    if (code.equals("421")) {
      lines.add("S: *");
      return;
    }
    lines.addAll(code.startsWith("2") ? replies.maybe(code) : replies.one(code));
  }

  private void login() {
    switch (dice.below(5)) {
      case 0 -> exchange("AUTH LOGIN", "VXNlcm5hbWU6", "UGFzc3dvcmQ6");
      case 1 -> {
        lines.add("C: AUTH PLAIN " + dice.one("${answer:bob:topSecret}", base64("\0x\0y")));
        lines.addAll(dice.chance(30) ? replies.one("535") : replies.maybe("235"));
      }
      case 2 -> exchange("AUTH PLAIN", "");
      case 3 -> exchange("AUTH CRAM-MD5", base64("<1.2@gone.example>"));
      default -> {
        lines.add("C: AUTH LOGIN");
        lines.add("S: 334");
        lines.add("C: *");
        lines.addAll(replies.one("501"));
      }
    }
  }

  private void exchange(String command, String... challenges) {
    lines.add("C: " + command);
    for (String challenge : challenges) {
      lines.add(("S: 334 " + dice.one("", challenge)).strip());
      lines.add("C: " + dice.one("${answer:bob:topSecret}", base64("whatever")));
    }
    lines.addAll(dice.chance(30) ? replies.one("535") : replies.maybe("235"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void mail() {
    lines.add("C: MAIL FROM:<" + dice.one("", "carol@gone.example", "anna@kolleg.de") + ">");
    lines.addAll(replies.maybe("250"));
    if (dice.chance(15)) {
      lines.add("C: RSET");
      lines.addAll(replies.maybe("250"));
      return;
    }
    int accepted = 0;
    for (int i = 1 + dice.below(3); i > 0; i--) {
      lines.add("C: RCPT TO:<" + dice.one("bob@kolleg.de", "x@gone.example", "no@kolleg.de") + ">");
      boolean refused = accepted > 0 && dice.chance(30);
      lines.addAll(refused ? replies.one(dice.one("550", "452")) : replies.maybe("250"));
      accepted += refused ? 0 : 1;
    }
    if (dice.chance(25)) {
      chunks(accepted);
    } else if (dice.chance(15)) {
      lines.add("C: DATA");
      lines.addAll(replies.one("554"));
      lines.add("C: RSET");
    } else {
      text(accepted);
    }
  }

  private void text(int accepted) {
    lines.add("C: DATA");
    lines.addAll(replies.maybe("354"));
    for (int i = dice.below(6); i > 0; i--) {
      lines.add(("C: " + dice.one("Subject: x", "", "..", ".dot", "QUIT", "Grüße")).strip());
    }
    lines.add("C: .");
    sent(accepted);
  }

  private void chunks(int accepted) {
    if (dice.chance(50)) {
      lines.add("C: BDAT 14");
      lines.add("C: Subject: abc");
      lines.addAll(replies.maybe("250"));
    }
    if (dice.chance(50)) {
      lines.add("C: BDAT 0 LAST");
    } else {
      lines.add("C: BDAT 8 LAST");
      lines.add("C: QU");
      lines.add("C: IT");
    }
    sent(accepted);
  }

  private void sent(int accepted) {
    int most = lmtp ? accepted : 1;
    for (int i = dice.below(most + 1); i > 0; i--) {
      lines.addAll(replies.one(dice.one("250", "250", "452", "554")));
    }
  }

  private void end() {
    switch (dice.below(5)) {
      case 0 -> {
        lines.add("C: QUIT");
        lines.addAll(replies.maybe("221"));
        lines.add("@closed");
      }
      case 1 -> {
        lines.add("@wait 10ms");
        lines.add("S: 421 too late");
        lines.add("@closed");
      }
      case 2 -> lines.add("# and so on");
      case 3 -> {
        // All commands first, then replies: these are the last of them.
        lines.addAll(List.of("C: NOOP", "C: RSET", "C: XFOO", "C: QUIT"));
        lines.addAll(List.of("S: 250 reset", "S: 500", "S: 221"));
      }
      default -> {
        lines.add("C: QUIT");
        lines.add("S: 2xx");
      }
    }
  }
}
