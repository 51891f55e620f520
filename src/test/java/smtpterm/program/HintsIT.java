package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.pty.Style.Attribute;
import smtpterm.testing.RecordingServer;

/** The grey hint behind the cursor. */
@EnabledOnOs(OS.LINUX)
class HintsIT {
  @TempDir Path home;

  /** The line with its hint, and the cursor between them. */
  private static Screen awaitHint(PtyProgram program, String typed, String hint) {
    return program.awaitScreen(
        "\"" + hint + "\" behind \"" + typed + "\"",
        screen ->
            screen.cursorLine().equals(("C: " + typed + hint).stripTrailing())
                && screen.column() == 3 + typed.length());
  }

  @ParameterizedTest
  @CsvSource({"en,address,the header first,message text", "de,Adresse,zuerst Kopf,Nachrichtentext"})
  void theHintFollowsTheSyntaxAndIsGoneAtEnter(
      String language, String address, String header, String text) throws IOException {
    try (PtyProgram program = Program.practice(home, "--lang", language)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      program.type("MA");
      awaitHint(program, "MA", "IL FROM:<" + address + "> [SIZE=n] [BODY=8BITMIME]");
      program.type("IL FROM:<");
      awaitHint(program, "MAIL FROM:<", address + "> [SIZE=n] [BODY=8BITMIME]");
      program.type("anna@kolleg.de");
      awaitHint(program, "MAIL FROM:<anna@kolleg.de", "> [SIZE=n] [BODY=8BITMIME]");
      program.type("> si");
      Screen screen = awaitHint(program, "MAIL FROM:<anna@kolleg.de> si", "ze=n");
      assertThat(screen.styleOf("ze=n")).isNotEqualTo(screen.styleOf("anna"));
      program.type("ze=5");
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "S: 250 2.1.0");
      program.enter("RCPT TO:<bob@kolleg.de>");
      Program.awaitPrompt(program, "S: 250 2.1.5");
      program.enter("DATA");
      program.awaitScreen("C: " + header);
      program.type("Su");
      program.awaitScreen("C: Subject: ");
      program.type("bject: x");
      program.key(Key.ENTER);
      program.key(Key.ENTER);
      program.awaitScreen("C: " + text);
      program.enter(".");
      Program.awaitPrompt(program, "S: 250 2.0.0");
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "C: MAIL FROM:<anna@kolleg.de> size=5",
              "C: RCPT TO:<bob@kolleg.de>",
              "C: DATA",
              "C: Subject: x",
              "C:",
              "C: .")
          .noneMatch(line -> line.contains("[BODY=") || line.startsWith("C: " + text));
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void anEarlierCommandIsTakenByTheKeysThatGoOn() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO lab.kolleg.de");
      Program.awaitPrompt(program, "S: 250");
      program.type("EHLO ");
      awaitHint(program, "EHLO ", "name");
      program.key(Key.RIGHT);
      program.type("l");
      Screen screen = awaitHint(program, "EHLO l", "ab.kolleg.de →");
      int row = screen.row();
      assertThat(screen.cell(row, 9).style().has(Attribute.ITALIC)).isTrue();
      assertThat(screen.cell(row, 8).style().has(Attribute.ITALIC)).isFalse();
      program.key(Key.ALT_F);
      awaitHint(program, "EHLO lab", ".kolleg.de →");
      program.key(Key.RIGHT);
      awaitHint(program, "EHLO lab.kolleg.de", "");
      program.key(Key.CTRL_U);
      program.type("EHLO la");
      awaitHint(program, "EHLO la", "b.kolleg.de →");
      program.key(Key.LEFT);
      program.awaitScreen("no hint", s -> s.cursorLine().equals("C: EHLO la"));
      program.key(Key.RIGHT);
      awaitHint(program, "EHLO la", "b.kolleg.de →");
      program.key(Key.END);
      program.key(Key.ENTER);
      Program.awaitPrompt(program, "C: EHLO lab.kolleg.de");
      program.enter("EHLO x");
      server.awaitReceived("EHLO x\r\n");
      assertThat(server.received())
          .isEqualTo("EHLO lab.kolleg.de\r\nEHLO lab.kolleg.de\r\nEHLO x\r\n");
    }
  }

  @Test
  void whatCouldNotBeSentNowIsNotRecalled() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      program.enter("MAIL FROM:<anna kolleg.de>");
      Program.awaitPrompt(program, "S: 5");
      program.enter("MAIL FROM:<anna@kolleg.de>");
      Program.awaitPrompt(program, "S: 250 2.1.0");
      program.type("MAIL FROM:<a");
      awaitHint(program, "MAIL FROM:<a", "");
      program.key(Key.CTRL_C);
      program.enter("RSET");
      Program.awaitPrompt(program, "S: 250 2.0.0");
      program.type("MAIL FROM:<a");
      awaitHint(program, "MAIL FROM:<a", "nna@kolleg.de> →");
    }
  }

  @Test
  void hintsCanBeTurnedOff() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.type("EHLO ");
      awaitHint(program, "EHLO ", "name");
      program.key(Key.CTRL_C);
      program.enter("/set hints off");
      Program.awaitPrompt(program, "No more grey hints.");
      program.type("EHLO ");
      awaitHint(program, "EHLO ", "");
      program.type("x");
      awaitHint(program, "EHLO x", "");
      program.key(Key.CTRL_C);
      program.enter("/set hints on");
      Program.awaitPrompt(program, "stands in grey");
      program.type("/set hints ");
      awaitHint(program, "/set hints ", "on|off");
    }
  }

  @Test
  void aMaskedLineHasNoHint() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("PASS geheim");
      program.awaitScreen("C: PASS ••••••••");
      assertThat(program.screen().cursorLine()).isEqualTo("C: PASS ••••••••");
    }
  }

  @Test
  void whereItIsNarrowAHintIsCutBetweenItsWords() throws IOException {
    try (PtyProgram program =
        PtyCommand.smtpterm(home, "practice", "--smtp", "0").size(44, 20).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("EHLO me");
      Program.awaitPrompt(program, "→ AUTH LOGIN");
      program.type("MA");
      awaitHint(program, "MA", "IL FROM:<address> [SIZE=n] …");
      program.key(Key.CTRL_C);
      program.type("AUTH ");
      awaitHint(program, "AUTH ", "LOGIN|PLAIN|CRAM-MD5|DIGEST-MD5|…");
      program.resize(30, 20);
      awaitHint(program, "AUTH ", "LOGIN|PLAIN|…");
      program.key(Key.CTRL_C);
      program.type("NOOP aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
      program.key(Key.CTRL_C);
      program.awaitScreen("an empty line", Program.prompted());
    }
  }

  @Test
  void wideAndCombiningCharactersAreCountedInColumns() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).size(30, 20).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("X-Y 日本語e\u0301日本語日本語日本語日本語日本語");
      Program.awaitPrompt(program, "S: 2");
      program.type("X-Y 日");
      Screen screen =
          program.awaitScreen(
              "the rest, cut", s -> s.cursorLine().startsWith("C: X-Y 日本語e\u0301日"));
      assertThat(screen.cursorLine()).endsWith("… →");
      assertThat(screen.column()).isEqualTo(9);
      program.key(Key.RIGHT);
      program.key(Key.ENTER);
      server.awaitReceived("語日本語\r\nX-Y 日本語e\u0301日本語日本語日本語日本語日本語\r\n");
    }
  }

  @Test
  void aTerminalThatCanOnlyPrintHasNone() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).env("TERM", "dumb").start()) {
      program.awaitScreen("S: 220");
      program.awaitScreen("a prompt", Program.prompted());
      program.enter("EHLO me");
      server.awaitReceived("EHLO me\r\n");
      program.awaitScreen("S: 250");
      assertThat(program.screen().transcript())
          .contains("C: EHLO me")
          .noneMatch(l -> l.startsWith("C: ") && l.contains("name"));
    }
  }
}
