package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.testing.RecordingServer;

/** Session files in all kinds of terminals, languages and places. */
@EnabledOnOs(OS.LINUX)
class PlayPlacesIT {
  private static final String MASK = "••••••••";

  @TempDir Path home;

  private Path file(String name, String... lines) throws IOException {
    return Files.write(home.resolve(name), List.of(lines), StandardCharsets.UTF_8);
  }

  private PtyCommand play(RecordingServer server, Path file, String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "play";
    System.arraycopy(options, 0, words, 1, options.length);
    words[options.length + 1] = file.toString();
    words[options.length + 2] = "127.0.0.1:" + server.port();
    return PtyCommand.smtpterm(home, words);
  }

  private Path mail() throws IOException {
    return file(
        "mail.session",
        "# Anna writes to Bob.",
        "S: 220",
        "C: EHLO laptop",
        "S: 250",
        "C: MAIL FROM:<anna@kolleg.de>",
        "S: 250",
        "C: RCPT TO:<bob@kolleg.de>",
        "S: 250",
        "C: DATA",
        "S: 354",
        "C: Subject: Gartenparty",
        "C:",
        "C: Komm um acht!",
        "C: .",
        "S: 250",
        "C: QUIT",
        "S: 221",
        "@closed");
  }

  @Test
  void aLessonOnThePracticeServerNeedsNothingElse() throws IOException {
    String[] words = {"play", "--practice", "--smtp", "0", "--step", mail().toString()};
    try (PtyProgram program = PtyCommand.smtpterm(home, words).size(100, 40).start()) {
      program.awaitScreen(
          "the greeting, not explained",
          screen -> screen.contains("S: 220") && screen.line(-1).contains("Enter explains"));
      for (int key = 0; key < 20; key++) {
        program.key(Key.ENTER);
      }
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "C: DATA",
              "C: Subject: Gartenparty",
              "C:",
              "C: Komm um acht!",
              "C: .",
              "   → bob has mail: \"Gartenparty\" · /inbox bob shows it",
              "C: QUIT",
              "S: 221 2.0.0 Bye");
    }
  }

  @Test
  void insideTheTerminalAFileIsPlayedToWhereOneIsAnyway() throws IOException {
    Path mail = mail();
    try (PtyProgram program = Program.practice(home)) {
      program.enter("/play " + mail);
      program.awaitScreen(
          "the prompt of a closed connection", screen -> screen.cursorLine().startsWith("> "));
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "# /play " + mail,
              "   The file begins with a new connection; the present one is closed.",
              "# Anna writes to Bob.",
              "C: EHLO laptop",
              "C: QUIT",
              "# Played to the end; all replies were as in the file.",
              "# Closed. /connect connects again, /quit leaves.");
      program.enter("/play --step " + mail);
      program.awaitScreen("keys", screen -> screen.line(-1).contains("Enter explains"));
      program.type("q");
      Program.awaitPrompt(program, "# Stopped: 9 lines of the file were not sent.");
      program.enter("/play " + home);
      program.awaitScreen("is no file that could be played");
      program.enter("/inbox bob");
      program.awaitScreen("1  Gartenparty, from anna@kolleg.de");
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
    }
  }

  @Test
  void aFileThatSpeaksPop3FindsThePop3ServerOfThePractice() throws IOException {
    Path pop3 = file("fetch.session", "C: USER bob", "S: +OK", "C: QUIT", "S: +OK");
    try (PtyProgram program = Program.practice(home, "--pop3", "0")) {
      program.enter("/play " + pop3);
      program.awaitScreen("# Played to the end; all replies were as in the file.");
    }
  }

  @Test
  void aMalformedFileIsToldInsideTheTerminalWithAllItsErrors() throws IOException {
    Path broken = file("broken.session", "C: EHLO me", "S: 2xx", "hello?", "@jump");
    try (PtyProgram program = Program.practice(home)) {
      program.enter("/play " + broken);
      Program.awaitPrompt(program, "broken.session:4:1");
      assertThat(program.screen().contains("broken.session:3:1")).isTrue();
      program.enter("/play " + home.resolve("gone.session"));
      Program.awaitPrompt(program, "There is no file");
    }
  }

  @Test
  void tabCompletesOptionsAndFiles() throws IOException {
    mail();
    try (PtyProgram program = Program.practice(home)) {
      program.type("/play --st");
      program.key(Key.TAB);
      program.awaitScreen(
          "--step, completed",
          screen -> screen.cursorLine().startsWith("C: /play --step") && screen.column() == 16);
      program.type(home + "/mai");
      program.key(Key.TAB);
      program.awaitScreen("/mail.session");
    }
  }

  @Test
  void aSecretIsAskedForWithItsPlaceAndNeverShown() throws IOException {
    Path login =
        file(
            "login.session",
            "@set user anna",
            "C: EHLO laptop",
            "S: 250",
            "C: AUTH PLAIN ${answer}",
            "S: 235",
            "C: QUIT",
            "S: 221");
    try (RecordingServer server =
            RecordingServer.smtpThatHangsUp(Map.of("AUTH", "235 welcome\r\n"));
        PtyProgram program = play(server, login).start()) {
      program.awaitScreen("Password for anna at 127.0.0.1:" + server.port() + ", not encrypted:");
      program.enter("geheim");
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).contains("AUTH PLAIN AGFubmEAZ2VoZWlt\r\n");
      assertThat(program.screen().transcript()).contains("C: AUTH PLAIN " + MASK);
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8))
          .doesNotContain("geheim", "AGFubmEAZ2VoZWlt");
    }
  }

  @Test
  void aPreparedSecretIsMaskedToo() throws IOException {
    Path login = file("login.session", "C: PASS geheim", "S: *");
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = play(server, login, "--step", "--explain", "off").start()) {
      program.awaitScreen("prepared", screen -> screen.cursorLine().equals("C: PASS " + MASK));
      program.key(Key.ENTER);
      server.awaitReceived("PASS geheim\r\n");
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8)).doesNotContain("geheim");
    }
  }

  @Test
  void inANarrowWindowNothingIsLost() throws IOException {
    Path wide =
        file(
            "wide.session",
            "C: EHLO a-computer-with-a-long-name.example.com",
            "S: 250",
            "C: QUIT",
            "S: 221");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of());
        PtyProgram program = play(server, wide, "--step", "--lang", "de").size(40, 20).start()) {
      program.awaitScreen("Enter erklärt · q hört auf");
      program.key(Key.ENTER);
      Screen prepared = program.awaitScreen("C: EHLO a-computer-with-a-long-name.example.com");
      assertThat(prepared.line(-1)).contains("Enter sendet · t tippen · q hört auf");
      assertThat(server.received()).isEmpty();
      program.key(Key.ENTER);
      program.awaitScreen("Enter erklärt · q hört auf");
      program.type("r");
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().transcript())
          .containsOnlyOnce("C: EHLO a-computer-with-a-long-name.example.com")
          .noneMatch(line -> line.contains("Enter"));
    }
  }

  @Test
  void inGermanItIsGerman() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("RCPT", "550 no\r\n"));
        PtyProgram program = play(server, mail(), "--lang", "de").size(100, 30).start()) {
      program.awaitScreen("! Zeile 8 der Datei: 550 kam, erwartet war 250.");
      program.awaitScreen("Enter geht weiter · t für eine eigene Zeile · q hört auf");
      program.type("q");
      Program.awaitPrompt(program, "# Angehalten: 6 Zeilen der Datei wurden nicht gesendet.");
    }
  }

  @Test
  void aTerminalThatOnlyPrintsIsSteppedThroughToo() throws IOException {
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of());
        PtyProgram program = play(server, mail(), "--step").env("TERM", "dumb").start()) {
      program.awaitScreen("# Enter sends · t types a line of your own · r runs on · q stops");
      program.awaitScreen("S: 220");
      program.key(Key.ENTER);
      program.awaitScreen("   -> EHLO laptop");
      program.key(Key.PAGE_DOWN);
      program.awaitScreen("C: EHLO laptop");
      program.awaitScreen("S: 250 AUTH");
      program.type("x r");
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).endsWith("Komm um acht!\r\n.\r\nQUIT\r\n");
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8)).doesNotContain("\u001b");
      assertThat(program.screen().transcript().stream().filter(l -> l.startsWith("C: ")).toList())
          .startsWith("C: EHLO laptop", "C: MAIL FROM:<anna@kolleg.de>");
    }
  }

  @Test
  void withoutAServerItSaysWhyAndEndsWithFour() throws IOException {
    int port;
    try (RecordingServer server = RecordingServer.silent()) {
      port = server.port();
    }
    String[] words = {"play", mail().toString(), "127.0.0.1:" + port};
    try (PtyProgram program = PtyCommand.smtpterm(home, words).start()) {
      assertThat(program.exitCode()).isEqualTo(4);
      assertThat(program.screen().text()).contains("answers, but nobody");
    }
  }
}
