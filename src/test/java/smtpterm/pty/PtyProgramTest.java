package smtpterm.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class PtyProgramTest {

  private static PtyProgram shell(String script) throws IOException {
    return PtyCommand.of("sh", "-c", script).start();
  }

  @Test
  void theProgramSeesATerminalOfTheGivenSize() throws IOException {
    try (PtyProgram program = PtyCommand.of("stty", "size").size(50, 17).start()) {
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().line(0)).isEqualTo("17 50");
      assertThat(program.rawOutput()).isEqualTo("17 50\r\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void umlautsAndEmojiAreTypedAsUtf8() throws IOException {
    try (PtyProgram program = shell("read -r line; printf %s \"$line\" | od -An -tx1")) {
      program.enter("ü😀");
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().line(0)).isEqualTo("ü😀");
      assertThat(program.screen().line(1)).isEqualTo(" c3 bc f0 9f 98 80");
    }
  }

  @Test
  void ctrlCReachesTheProgramAsInterrupt() throws IOException {
    try (PtyProgram program = shell("trap 'echo caught; exit 7' INT; echo ready; read -r line")) {
      program.awaitScreen("ready");
      program.key(Key.CTRL_C);
      assertThat(program.exitCode()).isEqualTo(7);
      assertThat(program.screen().contains("caught")).isTrue();
    }
  }

  @Test
  void ctrlCEndsAProgramThatDoesNotCatchIt() throws IOException {
    try (PtyProgram program = shell("echo ready; exec cat")) {
      program.awaitScreen("ready");
      program.key(Key.CTRL_C);
      assertThat(program.exitCode()).isEqualTo(128 + 2);
    }
  }

  @Test
  void aNewSizeReachesTheProgramAsWinch() throws IOException {
    String script = "trap 'stty size' WINCH; echo ready; while :; do read -r line; done";
    try (PtyProgram program = shell(script)) {
      program.awaitScreen("ready");
      program.resize(40, 12);
      program.awaitScreen("12 40");
    }
  }

  @Test
  void aSignalReachesTheProgramOnly() throws IOException {
    try (PtyProgram program =
        shell("trap 'echo bye; exit 3' TERM; echo ready; while :; do read -r l; done")) {
      program.awaitScreen("ready");
      program.signal("TERM");
      assertThat(program.exitCode()).isEqualTo(3);
      assertThat(program.screen().contains("bye")).isTrue();
    }
  }

  @Test
  void aClosedWindowHangsUpTheProgram(@TempDir Path folder) throws IOException {
    Path witness = folder.resolve("witness");
    String script = "trap 'echo hup > \"$1\"; exit' HUP; echo ready; while :; do read -r l; done";
    try (PtyProgram program = PtyCommand.of("sh", "-c", script, "sh", witness.toString()).start()) {
      program.awaitScreen("ready");
      program.hangUp();
      program.awaitEnd();
      assertThat(witness).hasContent("hup");
    }
  }

  @Test
  void modesThatAProgramLeavesBehindAreSeen() throws IOException {
    try (PtyProgram program = shell("read -r a; stty -echo raw; echo changed; read -r b")) {
      String before = program.modes();
      assertThat(before).contains(" echo ", " icanon ", " iutf8 ");
      program.enter("go");
      program.awaitScreen("changed");
      assertThat(program.modes()).contains("-echo ", "-icanon ");
      program.type("\n");
      assertThat(program.exitCode()).isZero();
      assertThat(program.modes()).contains("-echo ", "-icanon ");
    }
  }

  @Test
  void aLongLineTypedAheadArrivesWholeAtAProgramThatReadsLate() throws IOException {
    String script =
        "stty raw -echo; echo ready; trap 'head -c 200000 | cksum; exit' USR1; while :; do :; done";
    try (PtyProgram program = shell(script)) {
      program.awaitScreen("ready");
      program.type("x".repeat(200_000));
      program.signal("USR1");
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().line(1).strip()).isEqualTo(cksum("x".repeat(200_000)));
    }
  }

  private static String cksum(String text) throws IOException {
    Process process = new ProcessBuilder("cksum").start();
    try (var input = process.getOutputStream()) {
      input.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
  }

  @Test
  void aPasteIsBracketedWhenTheProgramAskedForIt() throws IOException {
    try (PtyProgram program =
        shell("stty raw -echo; printf '\\033[?2004hready'; head -c 15 | od -An -c")) {
      program.awaitScreen("ready");
      program.paste("a\nb");
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().text()).contains("033   [   2   0   0   ~   a  \\r   b 033");
    }
  }

  @Test
  void theTerminalAnswersWhereItsCursorIs() throws IOException {
    try (PtyProgram program =
        shell("stty raw -echo; printf 'abc\\033[6n'; head -c 6 | od -An -c")) {
      assertThat(program.exitCode()).isZero();
      assertThat(program.screen().line(0)).endsWith("033   [   1   ;   4   R");
    }
  }

  @Test
  void allOutputIsHereWhenTheExitCodeIs() throws IOException {
    try (PtyProgram program = shell("seq 1 20000; exit 5")) {
      assertThat(program.exitCode()).isEqualTo(5);
      assertThat(program.screen().transcript()).hasSize(20_000).endsWith("19999", "20000");
    }
  }

  @Test
  void waitingInVainShowsTheScreenAndTheEnd() throws IOException {
    try (PtyProgram program = shell("echo nothing else; exit 4")) {
      assertThatThrownBy(() -> program.awaitScreen("something"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContainingAll("something", "ended with 4", "|nothing else");
    }
  }

  @Test
  void aProgramThatDoesNotExistEndsWith127() throws IOException {
    try (PtyProgram program = PtyCommand.of("no-such-program").start()) {
      assertThat(program.exitCode()).isEqualTo(127);
      assertThat(program.screen().text()).contains("no-such-program");
    }
  }
}
