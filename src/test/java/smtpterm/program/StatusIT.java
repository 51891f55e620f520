package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;

/** Where the conversation stands, in the status line and by {@code /status}. */
@EnabledOnOs(OS.LINUX)
class StatusIT {
  @TempDir Path home;

  private PtyProgram practice(String language, int columns) throws IOException {
    PtyProgram program =
        PtyCommand.smtpterm(home, "practice", "--smtp", "0", "--pop3", "0", "--lang", language)
            .size(columns, 50)
            .start();
    program.awaitScreen("a prompt", Program.prompted());
    return program;
  }

  /** Asks, and waits until the drawing marks this state and no other. */
  private static void drawn(PtyProgram program, String state) {
    program.enter("/clear");
    program.awaitScreen("an empty screen", screen -> !screen.contains("◀"));
    program.enter("/status");
    program.awaitScreen(
        "● " + state, Program.prompted().and(screen -> screen.contains("● " + state)));
    assertThat(program.screen().text().lines().filter(line -> line.contains("● "))).hasSize(1);
  }

  private static void mailbox(PtyProgram program) {
    program.enter("QUIT");
    program.awaitScreen("the end", screen -> screen.cursorLine().startsWith(">"));
    program.enter("/connect pop3");
    Program.awaitPrompt(program, "S: +OK");
  }

  @ParameterizedTest
  @CsvSource({
    "en, connected, ready for a mail, sender known, not logged in, mailbox open",
    "de, verbunden, bereit für eine Mail, Absender bekannt, nicht angemeldet, Postfach offen"
  })
  void theDrawingFollowsTheConversation(
      String language, String first, String ready, String sender, String login, String open)
      throws IOException {
    try (PtyProgram program = practice(language, 100)) {
      drawn(program, first);
      program.enter("EHLO laptop");
      Program.awaitPrompt(program, "S: 250 HELP");
      drawn(program, ready);
      program.enter("MAIL FROM:<>");
      Program.awaitPrompt(program, "S: 250 2.1.0");
      drawn(program, sender);
      program.enter("RSET");
      Program.awaitPrompt(program, "C: RSET");
      drawn(program, ready);
      mailbox(program);
      drawn(program, login);
      program.enter("USER bob");
      Program.awaitPrompt(program, "C: USER bob");
      program.enter("PASS topSecret");
      Program.awaitPrompt(program, "C: PASS");
      drawn(program, open);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, 'messages: 1, to be deleted: 1'", "de, 'Nachrichten: 1, zu löschen: 1'"})
  void theStatusLineCountsRecipientsAndMessages(String language, String marked) throws IOException {
    try (PtyProgram program = practice(language, 120)) {
      program.enter("EHLO laptop");
      Program.awaitPrompt(program, "S: 250 HELP");
      program.enter("MAIL FROM:<a@example.org>");
      Program.awaitPrompt(program, "S: 250 2.1.0");
      program.enter("RCPT TO:<bob@kolleg.de>");
      Program.awaitPrompt(program, "S: 250 2.1.5");
      program.enter("RCPT TO:<anna@kolleg.de>");
      program.awaitScreen(
          "two recipients", screen -> screen.line(-1).contains("mail ✔ rcpt 2 [data]"));
      program.enter("DATA");
      Program.awaitPrompt(program, "S: 354");
      program.enter("Subject: x");
      program.enter(".");
      program.awaitScreen("all done", screen -> screen.line(-1).contains("mail ✔ rcpt ✔ data ✔"));
      mailbox(program);
      program.enter("USER bob");
      Program.awaitPrompt(program, "C: USER bob");
      program.enter("PASS topSecret");
      Program.awaitPrompt(program, "C: PASS");
      program.enter("STAT");
      Program.awaitPrompt(program, "C: STAT");
      program.enter("DELE 1");
      program.awaitScreen("a marked message", screen -> screen.line(-1).contains(marked));
    }
  }
}
