package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.testing.RecordingServer;

/** A session file on a projector: step by step, with the keys of a teacher. */
@EnabledOnOs(OS.LINUX)
class PlayIT {
  private static final String SENDS = "Enter sends";
  private static final String EXPLAINS = "Enter explains";

  @TempDir Path home;

  private Path file(String... lines) throws IOException {
    return Files.write(home.resolve("mail.session"), List.of(lines), StandardCharsets.UTF_8);
  }

  /** Two commands with a note between them. */
  private Path hello() throws IOException {
    return file(
        "# A short visit.",
        "S: 220",
        "C: EHLO laptop",
        "S: 250",
        "# Nothing to do:",
        "C: NOOP",
        "S: 250",
        "C: QUIT",
        "S: 221");
  }

  private PtyCommand command(RecordingServer server, Path file, String... options) {
    List<String> words = new ArrayList<>(List.of("play"));
    words.addAll(List.of(options));
    words.add(file.toString());
    words.add("127.0.0.1:" + server.port());
    return PtyCommand.smtpterm(home, words.toArray(new String[0]));
  }

  private PtyProgram play(RecordingServer server, Path file, String... options) throws IOException {
    return command(server, file, options).start();
  }

  /** A prepared line behind the prompt, not sent yet. */
  private static Screen awaitPrepared(PtyProgram program, String line) {
    return program.awaitScreen(
        line + ", prepared",
        screen -> screen.cursorLine().equals("C: " + line) && screen.line(-1).contains(SENDS));
  }

  private static Screen awaitKeys(PtyProgram program, String keys) {
    return program.awaitScreen(keys, screen -> screen.line(-1).contains(keys));
  }

  @Test
  void eachKeyDoesOneThingAndExplanationsComeOnTheNextKey() throws IOException {
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of());
        PtyProgram program = play(server, hello(), "--step")) {
      Screen guessing = awaitKeys(program, EXPLAINS);
      assertThat(guessing.contains("# A short visit.")).isTrue();
      assertThat(guessing.contains("S: 220 mx.test ESMTP")).isTrue();
      assertThat(guessing.contains("✔")).isFalse();
      program.key(Key.ENTER);
      Screen prepared = awaitPrepared(program, "EHLO laptop");
      assertThat(prepared.contains("✔ 220 ready")).isTrue();
      assertThat(server.received()).isEmpty();
      program.type(" ");
      guessing = awaitKeys(program, EXPLAINS);
      server.awaitReceived("EHLO laptop\r\n");
      assertThat(guessing.contains("S: 250 AUTH")).isTrue();
      assertThat(guessing.contains("✔ 250")).isFalse();
      assertThat(guessing.contains("# Nothing to do:")).isFalse();
      program.key(Key.PAGE_DOWN);
      prepared = awaitPrepared(program, "NOOP");
      assertThat(prepared.contains("# Nothing to do:")).isTrue();
      assertThat(prepared.contains("✔ 250 done")).isTrue();
      program.type("r");
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).isEqualTo("EHLO laptop\r\nNOOP\r\nQUIT\r\n");
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "# A short visit.",
              "S: 220 mx.test ESMTP",
              "   ✔ 220 ready: the server greets you.",
              "C: EHLO laptop",
              "S: 250-mx.test greets you",
              "# Nothing to do:",
              "C: NOOP",
              "S: 250 ok",
              "C: QUIT",
              "S: 221 bye")
          .noneMatch(line -> line.contains(SENDS));
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void withoutStepItRunsByItselfAndLooksLikeALiveSession() throws IOException {
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of());
        PtyProgram program = play(server, hello())) {
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "# A short visit.",
              "S: 220 mx.test ESMTP",
              "   ✔ 220 ready: the server greets you.",
              "   → EHLO <name of your computer>",
              "C: EHLO laptop",
              "S: 250-mx.test greets you",
              "C: QUIT",
              "S: 221 bye");
    }
  }

  @Test
  void aLineOfOnesOwnIsSentAndThenTheFileGoesOn() throws IOException {
    try (RecordingServer server =
            RecordingServer.smtpThatHangsUp(Map.of("VRFY", "252 perhaps\r\n"));
        PtyProgram program = play(server, hello(), "--step")) {
      awaitKeys(program, EXPLAINS);
      program.key(Key.ENTER);
      awaitPrepared(program, "EHLO laptop");
      program.type("t");
      program.awaitScreen("an empty line to type", Program.prompted());
      program.enter("VRFY bob");
      Screen guessing = awaitKeys(program, EXPLAINS);
      assertThat(guessing.contains("S: 252 perhaps")).isTrue();
      assertThat(guessing.contains("✔ 252")).isFalse();
      program.key(Key.ENTER);
      Screen prepared = awaitPrepared(program, "EHLO laptop");
      assertThat(prepared.contains("252")).isTrue();
      program.type("t");
      program.awaitScreen("an empty line to type", Program.prompted());
      program.enter("/status");
      program.awaitScreen("# /status");
      awaitPrepared(program, "EHLO laptop");
      program.type("t");
      program.awaitScreen("an empty line to type", Program.prompted());
      program.key(Key.CTRL_C);
      awaitPrepared(program, "EHLO laptop");
      program.type("r");
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).isEqualTo("VRFY bob\r\nEHLO laptop\r\nNOOP\r\nQUIT\r\n");
    }
  }

  @Test
  void aMessageOfOnesOwnIsBroughtToItsEndFirst() throws IOException {
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of());
        PtyProgram program = play(server, hello(), "--step")) {
      awaitKeys(program, EXPLAINS);
      program.key(Key.ENTER);
      awaitPrepared(program, "EHLO laptop");
      program.type("t");
      program.awaitScreen("an empty line to type", Program.prompted());
      program.enter("DATA");
      Program.awaitPrompt(program, "S: 354");
      program.enter("Hello");
      program.enter(".");
      awaitKeys(program, EXPLAINS);
      program.type("r");
      assertThat(program.exitCode()).isZero();
      assertThat(server.received())
          .isEqualTo("DATA\r\nHello\r\n.\r\nEHLO laptop\r\nNOOP\r\nQUIT\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "\u0003"})
  void stoppingKeepsThePromptAndTheConnection(String key) throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = play(server, hello(), "--step")) {
      awaitKeys(program, EXPLAINS);
      program.key(Key.ENTER);
      awaitPrepared(program, "EHLO laptop");
      program.type(key);
      Program.awaitPrompt(program, "# Stopped: 3 lines of the file were not sent.");
      program.enter("RSET");
      server.awaitReceived("RSET\r\n");
      Program.awaitPrompt(program, "C: RSET");
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).isEqualTo("RSET\r\nQUIT\r\n");
    }
  }

  @Test
  void ctrlDSaysGoodByeAndLeaves() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = play(server, hello(), "--step")) {
      awaitKeys(program, EXPLAINS);
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).isEqualTo("QUIT\r\n");
    }
  }

  @Test
  void keysWithoutAMeaningDoNoHarm() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = play(server, hello(), "--step")) {
      awaitKeys(program, EXPLAINS);
      program.key(Key.ENTER);
      awaitPrepared(program, "EHLO laptop");
      for (Key key : List.of(Key.PAGE_UP, Key.UP, Key.LEFT, Key.F1, Key.F6, Key.F7, Key.TAB)) {
        program.key(key);
      }
      // F2, F3 and F5, the letter of presenters for a black screen, a paste, Escape.
      program.type("\u001bOQ\u001bOR\u001b[15~b.xyz");
      program.paste("quit\nterminal");
      program.key(Key.ESCAPE);
      assertThat(server.received()).isEmpty();
      program.key(Key.ENTER);
      server.awaitReceived("EHLO laptop\r\n");
    }
  }

  @Test
  void ctrlCWhileTheServerIsSilentGivesThePrompt() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("NOOP", ""));
        PtyProgram program = play(server, hello())) {
      server.awaitReceived("NOOP\r\n");
      program.awaitScreen("C: NOOP");
      program.key(Key.CTRL_C);
      Program.awaitPrompt(program, "# Stopped: one line of the file was not sent.");
      program.enter("HELP");
      server.awaitReceived("HELP\r\n");
    }
  }

  @Test
  void aReplyThatDiffersIsShownAndWaitsForAKey() throws IOException {
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of("NOOP", "451 busy\r\n"));
        PtyProgram program = play(server, hello())) {
      Screen shown = awaitKeys(program, "Enter goes on");
      assertThat(shown.contains("   ! Line 7 of the file: 451 came instead of 250.")).isTrue();
      assertThat(shown.contains("↻ 451")).isTrue();
      assertThat(server.received()).doesNotContain("QUIT");
      program.key(Key.ENTER);
      assertThat(program.exitCode()).isEqualTo(1);
      assertThat(server.received()).endsWith("QUIT\r\n");
      assertThat(
              program.screen().contains("# Played to the end; one reply differed from the file."))
          .isTrue();
    }
  }

  @Test
  void afterADifferenceQKeepsTheConnection() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("NOOP", "451 busy\r\n"));
        PtyProgram program = play(server, hello())) {
      awaitKeys(program, "Enter goes on");
      program.type("q");
      Program.awaitPrompt(program, "# Stopped: one line of the file was not sent.");
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void withKeepGoingADifferenceIsToldAndNobodyIsAsked() throws IOException {
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of("NOOP", "451 busy\r\n"));
        PtyProgram program = play(server, hello(), "--keep-going")) {
      assertThat(program.exitCode()).isEqualTo(1);
      assertThat(server.received()).endsWith("QUIT\r\n");
    }
  }

  @Test
  void withStayThePromptComesAtTheEnd() throws IOException {
    Path open = file("S: 220", "C: EHLO laptop", "S: 250");
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = play(server, open, "--stay")) {
      Program.awaitPrompt(program, "# Played to the end; all replies were as in the file.");
      program.enter("NOOP");
      server.awaitReceived("EHLO laptop\r\nNOOP\r\n");
      program.key(Key.CTRL_D);
      assertThat(program.exitCode()).isZero();
    }
  }

  @Test
  void linesThatAreTypedForTheClassArriveWhole() throws IOException {
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of());
        PtyProgram program = play(server, hello(), "--typing", "--delay", "10ms")) {
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).isEqualTo("EHLO laptop\r\nNOOP\r\nQUIT\r\n");
      assertThat(program.screen().transcript()).containsOnlyOnce("C: EHLO laptop");
    }
  }

  @Test
  void aKeyHurriesALineThatIsTyped() throws IOException {
    String text = "x".repeat(3_000);
    Path slow = file("C: EHLO laptop", "C: NOOP " + text, "C: QUIT", "S: *");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of());
        PtyProgram program = play(server, slow, "--typing")) {
      // By itself it would take minutes.
      program.awaitScreen("NOOP xx");
      program.key(Key.ENTER);
      assertThat(program.exitCode()).isZero();
      assertThat(server.received()).isEqualTo("EHLO laptop\r\nNOOP " + text + "\r\nQUIT\r\n");
    }
  }

  @Test
  void aPauseWaitsForAKeyEvenWithoutStep() throws IOException {
    Path paused = file("C: EHLO laptop", "@pause", "C: QUIT", "S: 221");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of());
        PtyProgram program = play(server, paused)) {
      awaitKeys(program, "Enter goes on");
      assertThat(server.received()).isEqualTo("EHLO laptop\r\n");
      program.key(Key.ENTER);
      assertThat(program.exitCode()).isZero();
    }
  }
}
