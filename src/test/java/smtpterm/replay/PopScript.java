package smtpterm.replay;

import java.util.ArrayList;
import java.util.List;

/** A conversation of POP3, thrown with dice. */
final class PopScript {
  private final List<String> lines = new ArrayList<>();
  private final Dice dice;

  private boolean silent;

  PopScript(Dice dice) {
    this.dice = dice;
  }

  /** The file. */
  List<String> lines(boolean tls) {
    if (dice.chance(30)) {
      lines.add("@connect pop3://gone.example");
    }
    reply(dice.one("+OK", "+OK POP3 <1896.697170952@gone.example>", "+OK /POP/ POP <1.2@gone>"));
    if (tls) {
      lines.add("C: STLS");
      ok();
    }
    for (int i = dice.below(3); i > 0; i--) {
      list("CAPA", "USER", "TOP", "SASL PLAIN");
    }
    login();
    for (int i = dice.below(7); i > 0; i--) {
      command();
    }
    lines.add("C: QUIT");
    ok();
    if (dice.chance(50)) {
      lines.add("@closed");
    }
    return lines;
  }

  private void reply(String line) {
    silent = false;
    lines.add("S: " + line);
  }

  private void ok() {
    silent = dice.chance(20);
    if (!silent) {
      reply(dice.one("+OK", "+OK fine", "+OK /fin./ it is fine", "+OK = exactly", "+OK|-ERR"));
    }
  }

  private void error() {
    reply(dice.one("-ERR", "-ERR [AUTH] no", "-ERR /n./ no", "-ERR|+OK"));
  }

  private void login() {
    switch (dice.below(5)) {
      case 0 -> {
        lines.add("C: USER anna");
        ok();
        lines.add("C: PASS wrong");
        error();
        lines.add("C: APOP ${answer:anna:geheim}");
        ok();
      }
      case 1 -> {
        lines.add("C: AUTH PLAIN " + dice.one("${answer:zack:zack}", "AHgAeQ=="));
        ok();
      }
      case 2 -> {
        lines.add("C: AUTH " + dice.one("PLAIN", "CRAM-MD5"));
        reply("+");
        lines.add("C: ${answer:zack:zack}");
        ok();
      }
      case 3 -> {
        lines.add("C: AUTH LOGIN");
        reply("+");
        lines.add("C: ${answer:zack:zack}");
        reply("+ UGFzc3dvcmQ6");
        lines.add("C: ${answer:zack:zack}");
        ok();
      }
      default -> {
        lines.add("C: USER zack");
        ok();
        lines.add("C: PASS zack zack");
        ok();
      }
    }
  }

  private void command() {
    switch (dice.below(9)) {
      case 0 -> {
        lines.add("C: STAT");
        reply(dice.one("+OK", "+OK 2 320", "+OK /^(?<n>[0-9]+) / 2 320"));
      }
      case 1 -> list("LIST", "1 120", "2 200");
      case 2 -> list("UIDL", "1 a", "2 b");
      case 3 -> list(dice.one("RETR 1", "TOP 1 0", "RETR 99"), "Subject: x", "", "..", "bye");
      case 4 -> {
        lines.add("C: " + dice.one("LIST 2", "UIDL 1", "DELE 1", "NOOP", "RSET"));
        ok();
      }
      case 5 -> {
        lines.add("C: " + dice.one("RETR 7", "DELE 9", "XFOO", "LIST 9"));
        error();
      }
      case 6 -> {
        if (silent) {
          return;
        }
        lines.add("C: NOOP");
        lines.add("C: DELE 2");
        lines.add("C: RETR 1");
        reply("+OK");
        reply("+OK");
        reply("+OK");
        reply("...");
        reply("Subject: x");
        reply(".");
      }
      default -> {
        lines.add("C: NOOP");
        reply("*");
      }
    }
  }

  private void list(String command, String... body) {
    lines.add("C: " + command);
    silent |= dice.chance(20);
    if (silent) {
      // Of which command the lines behind a reply are is only known when each has its reply.
      return;
    }
    reply(dice.one("+OK", "+OK here you are"));
    if (dice.chance(40)) {
      return;
    }
    for (String line : body) {
      reply(dice.chance(15) ? "..." : dice.chance(15) ? "/^..?/ .x" : line);
    }
    reply(".");
  }
}
