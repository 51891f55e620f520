package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;

/** What is copied from the screen is a session file of the same conversation. */
@EnabledOnOs(OS.LINUX)
class PastedScreenIT {
  @TempDir Path home;

  private PtyProgram practice(String language, String level, int columns) throws IOException {
    return PtyCommand.smtpterm(
            home, "practice", "--smtp", "0", "--pop3", "0", "--lang", language, "--explain", level)
        .size(columns, 50)
        .start();
  }

  /** Types a line and waits for one more answer of that kind, and for the next prompt. */
  private static void say(PtyProgram program, String line, String answer) {
    long before = count(program.screen(), answer);
    program.enter(line);
    program.awaitScreen(
        "\"" + answer + "\" once more, and a prompt",
        screen -> count(screen, answer) > before && Program.prompted().test(screen));
  }

  private static long count(Screen screen, String answer) {
    return screen.transcript().stream().filter(line -> line.startsWith(answer)).count();
  }

  private static void send(PtyProgram program) {
    say(program, "EHLO laptop", "S: 250 HELP");
    say(program, "/reveal off", "# /reveal off");
    say(program, "AUTH PLAIN AGFubmEAZ2VoZWlt", "S: 235");
    say(program, "/status", "# /status");
    say(program, "MAIL FROM:<anna@kolleg.de>", "S: 250 2.1.0");
    say(program, "RCPT TO:<nobody@kolleg.de>", "S: 550");
    say(program, "/why", "# /why");
    say(program, "/help RCPT", "# /help RCPT");
    say(program, "RCPT TO:<bob@kolleg.de>", "S: 250 2.1.5");
    say(program, "DATA", "S: 354");
    for (String line : new String[] {"Subject: Grüße", "Form: me", "", "<b>", "  indented", "x"}) {
      say(program, line, ("C: " + line).strip());
    }
    say(program, "..", "C: ..");
    say(program, ".", "S: 250 2.0.0");
    say(program, "/inbox", "# /inbox");
    say(program, "/inbox bob 1", "# /inbox bob 1");
    say(program, "/base64 --anatomy anna", "# /base64");
    say(program, "STARTTLS", "S: 220 2.0.0");
    say(program, "EHLO laptop", "S: 250 HELP");
    say(program, "/tls", "# /tls");
    program.enter("QUIT");
    program.awaitScreen("the end", screen -> screen.cursorLine().startsWith("> "));
  }

  @ParameterizedTest
  @CsvSource({"en, short, 120", "de, full, 80", "de, short, 40", "en, off, 80"})
  void itIsTheSameConversation(String language, String level, int columns) throws IOException {
    try (PtyProgram program = practice(language, level, columns)) {
      program.awaitScreen("a prompt", Program.prompted());
      send(program);
      say(program, "/connect pop3", "S: +OK");
      say(program, "USER bob", "S: +OK");
      say(program, "PASS topSecret", "S: +OK");
      say(program, "CAPA", "S: .");
      say(program, "RETR 1", "S: ..");
      say(program, "/show", "# /show");
      program.enter("QUIT");
      program.awaitScreen("the end", screen -> screen.cursorLine().startsWith("> "));
      program.enter("/save " + home.resolve("saved.session"));
      program.awaitScreen(
          "saved",
          screen ->
              screen.cursorLine().startsWith("> ") && Files.exists(home.resolve("saved.session")));
      Screen screen = program.screen();
      Files.write(home.resolve("pasted.session"), screen.transcript());
    }
    Piped pasted = Piped.run(home, "", "convert", home.resolve("pasted.session").toString());
    assertThat(pasted.exitCode()).as(pasted.err()).isZero();
    assertThat(pasted.err()).isEmpty();
    assertThat(said(pasted.lines()))
        .isEqualTo(said(Files.readAllLines(home.resolve("saved.session"))));
  }

  /** The lines of both sides. */
  private static List<String> said(List<String> lines) {
    List<String> said = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("C:") || line.startsWith("S:")) {
        // A tab is blanks on the screen, and this program numbers the passwords of its own.
        said.add(line.replaceAll("\\s+", " ").replace("password-2", "password"));
      }
    }
    return said;
  }
}
