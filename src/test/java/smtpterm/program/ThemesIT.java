package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import smtpterm.pty.Style;
import smtpterm.testing.RecordingServer;

/** The colours of the terminal follow its background, or what the user says. */
@EnabledOnOs(OS.LINUX)
class ThemesIT {
  @TempDir Path home;

  private static int colourOf220(PtyProgram program) {
    return program.screen().styleOf("220").foreground();
  }

  private static String raw(PtyProgram program) {
    return new String(program.rawOutput(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"rgb:1e1e/1e1e/1e1e,79", "rgb:ffff/ffff/ffff,23"})
  void theTerminalIsAskedForItsBackground(String background, int colour) throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).background(background).start()) {
      Program.awaitPrompt(program, "S: 220");
      assertThat(colourOf220(program)).isEqualTo(colour);
      program.enter("EHLO me");
      server.awaitReceived("EHLO me\r\n");
      assertThat(server.received()).isEqualTo("EHLO me\r\n");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void aTerminalThatDoesNotTellHasItsOwnColours() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      assertThat(raw(program)).contains("\033]11;?");
      assertThat(colourOf220(program)).isEqualTo(Style.GREEN);
    }
  }

  @Test
  void whatIsTypedWhileTheTerminalIsAskedIsNotLost() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).background("rgb:00/00/00").start()) {
      program.enter("EHLO early");
      server.awaitReceived("EHLO early\r\n");
      assertThat(server.received()).isEqualTo("EHLO early\r\n");
    }
  }

  @Test
  void anAnswerThatComesTooLateIsNotTyped() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home)) {
      program.type("EH");
      program.type("\033]11;rgb:ffff/ffff/ffff\033\\");
      program.type("\033]11;rgb:ffff/ffff/ffff\007");
      program.type("\033[?62;4c");
      program.enter("LO me");
      server.awaitReceived("\r\n");
      assertThat(server.received()).isEqualTo("EHLO me\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({"15;0,79", "0;15,23"})
  void theVariableTellsWhereTheTerminalDoesNot(String value, int colour) throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.command(server, home).env("COLORFGBG", value).start()) {
      Program.awaitPrompt(program, "S: 220");
      assertThat(colourOf220(program)).isEqualTo(colour);
    }
  }

  @Test
  void aThemeIsChosenAtTheStartAndChangedAtOnce() throws IOException {
    try (PtyProgram program = Program.practice(home, "--theme", "high-contrast")) {
      assertThat(colourOf220(program)).isEqualTo(81);
      program.enter("/set theme light");
      Program.awaitPrompt(program, "Colours for a light background.");
      program.enter("XYZ");
      Program.awaitPrompt(program, "S: 500");
      assertThat(program.screen().styleOf("500").foreground()).isEqualTo(124);
      program.type("EHLO me");
      program.awaitScreen("C: EHLO me");
      assertThat(program.screen().styleOf("C: EHLO").foreground()).isEqualTo(240);
      program.key(Key.CTRL_C);
      program.enter("/set theme none");
      Program.awaitPrompt(program, "No colours");
      program.enter("NOOP");
      Program.awaitPrompt(program, "S: 250");
      assertThat(program.screen().styleOf("250").foreground()).isEqualTo(Style.DEFAULT);
    }
  }

  @Test
  void noColorWins() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program =
            Program.command(server, home, "--theme", "dark").env("NO_COLOR", "1").start()) {
      Program.awaitPrompt(program, "S: 220");
      assertThat(colourOf220(program)).isEqualTo(Style.DEFAULT);
      assertThat(raw(program)).doesNotContain("\033]11");
    }
  }

  @ParameterizedTest
  @CsvSource({"xterm", "vt100", "linux"})
  void aTerminalWithFewColoursHasItsOwn(String type) throws IOException {
    try (PtyProgram program =
        PtyCommand.smtpterm(home, "practice", "--smtp", "0", "--theme", "light")
            .env("TERM", type)
            .start()) {
      Program.awaitPrompt(program, "220 mail");
      assertThat(colourOf220(program)).isEqualTo(Style.GREEN);
      assertThat(raw(program)).doesNotContain("38;5;");
      assertThat(raw(program).contains("\033]11;?")).isEqualTo(type.equals("xterm"));
    }
  }
}
