package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;

/** What was recorded plays again, where challenges, stamps and numbers are others. */
@EnabledOnOs(OS.LINUX)
class RecordedPlayIT {
  @TempDir Path home;

  private Path recording() {
    return home.resolve("recorded.session");
  }

  private PtyProgram practice() throws IOException {
    return PtyCommand.smtpterm(
            home,
            "practice",
            "--lang",
            "en",
            "--explain",
            "off",
            "--smtp",
            "0",
            "--pop3",
            "0",
            "--lmtp",
            "0",
            "--record",
            recording().toString())
        .size(120, 50)
        .start();
  }

  /** Types a line and waits for one more line that starts so, and for the next prompt. */
  private static void say(PtyProgram program, String line, String answer) {
    long before = count(program.screen(), answer);
    program.enter(line);
    program.awaitScreen(
        "\"" + answer + "\" once more, and a prompt",
        screen -> count(screen, answer) > before && Program.prompted().test(screen));
  }

  private static void login(PtyProgram program, String way, String password, String answer) {
    long before = count(program.screen(), answer);
    program.enter("/login --" + way + " anna");
    program.awaitScreen(
        "a question", screen -> screen.cursorLine().startsWith("Password for anna"));
    program.enter(password);
    program.awaitScreen(
        answer, screen -> count(screen, answer) > before && Program.prompted().test(screen));
  }

  private static void end(PtyProgram program) {
    program.enter("QUIT");
    program.awaitScreen("the end", screen -> screen.cursorLine().startsWith("> "));
  }

  private static long count(Screen screen, String answer) {
    return screen.transcript().stream().filter(line -> line.startsWith(answer)).count();
  }

  private void playsAgain() throws IOException {
    List<String> lines = Files.readAllLines(recording());
    String password = "password=geheim";
    Piped run =
        Piped.run(home, "", "check", "--practice", "--var", password, recording().toString());
    assertThat(run.exitCode()).as(run.out() + run.err() + String.join("\n", lines)).isZero();
    Piped converted = Piped.run(home, "", "convert", recording().toString());
    assertThat(converted.lines()).isEqualTo(lines);
    assertThat(lines).noneMatch(line -> line.contains("geheim") || line.contains("Z2VoZWlt"));
  }

  @Test
  void everyWayToLogInWithTheRightPasswordAndAWrongOne() throws IOException {
    try (PtyProgram program = practice()) {
      program.awaitScreen("a prompt", Program.prompted());
      for (String way :
          List.of("LOGIN", "PLAIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "SCRAM-SHA-512")) {
        say(program, "EHLO laptop", "S: 250 HELP");
        login(program, way, "not geheim", "S: 535");
        login(program, way, "geheim", "S: 235");
        end(program);
        say(program, "/connect", "S: 220 mail");
      }
      say(program, "EHLO laptop", "S: 250 HELP");
      say(program, "AUTH PLAIN", "S: 334");
      say(program, "geheim", "S: 5");
      say(program, "AUTH PLAIN", "S: 334");
      say(program, "*", "S: 501");
      say(program, "AUTH NTLM abcd", "S: 504");
      say(program, "AUTH LOGIN YW5uYQ==", "S: 334");
      say(program, "Z2VoZWlt", "S: 235");
      end(program);
    }
    playsAgain();
  }

  @Test
  void mailsOfAllKindsInAndOutOfTls() throws IOException {
    Path letter =
        Files.writeString(home.resolve("letter.eml"), "Subject: ä\n\n.dot\n<b>\n********\n");
    StringBuilder big = new StringBuilder("Subject: big\n\n");
    big.append((".a line of the big mail " + "x".repeat(50) + "\n").repeat(20_000));
    Path large = Files.writeString(home.resolve("big.eml"), big);
    try (PtyProgram program = practice()) {
      program.awaitScreen("a prompt", Program.prompted());
      say(program, "EHLO laptop", "S: 250 HELP");
      say(program, "DATA", "S: 503");
      say(program, "/set pipelining on", "# /set");
      program.paste("MAIL FROM:<anna@kolleg.de>\nRCPT TO:<bob@kolleg.de>\nRCPT TO:<x@kolleg.de>");
      program.enter("");
      program.awaitScreen(
          "three replies",
          screen -> count(screen, "S: 550") == 1 && Program.prompted().test(screen));
      say(program, "DATA", "S: 354");
      for (String line : new String[] {"Subject: Grüße ${x}", "", "..dot", "<b>", "S: 250 x"}) {
        say(program, line, ("C: " + line).strip());
      }
      say(program, ".", "S: 250 2.0.0");
      say(program, "STARTTLS", "S: 220 2.0.0");
      say(program, "EHLO laptop", "S: 250 HELP");
      say(program, "MAIL FROM:<anna@kolleg.de>", "S: 250 2.1.0");
      say(program, "RCPT TO:<bob@kolleg.de>", "S: 250 2.1.5");
      say(program, "/bdat " + letter, "S: 250 2.0.0");
      say(program, "MAIL FROM:<anna@kolleg.de>", "S: 250 2.1.0");
      say(program, "RCPT TO:<bob@kolleg.de>", "S: 250 2.1.5");
      say(program, "/send " + large, "S: 250 2.0.0");
      end(program);
      say(program, "/connect lmtp", "S: 220");
      say(program, "LHLO laptop", "S: 250 ");
      say(program, "MAIL FROM:<>", "S: 250 2.1.0");
      say(program, "RCPT TO:<bob@kolleg.de>", "S: 250 2.1.5");
      say(program, "RCPT TO:<carol@kolleg.de>", "S: 250 2.1.5");
      say(program, "/send " + letter, "S: 250 2.0.0");
      end(program);
    }
    assertThat(Files.readAllLines(recording()))
        .contains("@send big.eml", "C: Subject: Grüße $${x}", "C: ..dot", "C: <b>")
        .anyMatch(line -> line.startsWith("# TLS 1.3, TLS_"))
        .anyMatch(line -> line.startsWith("@connect ${lmtp:lmtp://127.0.0.1:"));
    playsAgain();
  }

  @Test
  void mailsFetchedByPop3() throws IOException {
    try (PtyProgram program = practice()) {
      program.awaitScreen("a prompt", Program.prompted());
      say(program, "HELO laptop", "S: 250");
      say(program, "MAIL FROM:<anna@kolleg.de>", "S: 250 2.1.0");
      say(program, "RCPT TO:<anna@kolleg.de>", "S: 250 2.1.5");
      say(program, "DATA", "S: 354");
      for (String line : new String[] {"Subject: x", "", "...", "<b>", "/x/"}) {
        say(program, line, ("C: " + line).strip());
      }
      say(program, ".", "S: 250 2.0.0");
      end(program);
      for (String way : List.of("APOP", "USER", "CRAM-MD5", "SCRAM-SHA-256")) {
        say(program, "/connect pop3", "S: +OK");
        say(program, "CAPA", "S: .");
        login(program, way, "not geheim", "S: -ERR");
        login(program, way, "geheim", "S: +OK anna has");
        say(program, "LIST", "S: .");
        say(program, "LIST 7", "S: -ERR");
        say(program, "UIDL", "S: .");
        say(program, "RETR 1", "S: <b>");
        say(program, "TOP 1 1", "S: Subject: x");
        end(program);
      }
    }
    playsAgain();
  }
}
