package smtpterm.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;

/** Tab in a real bash, with the script that is shipped. */
@EnabledOnOs(OS.LINUX)
class TabIT {
  private static final Path SCRIPT =
      Path.of("scripts", "completion", "smtpterm.bash").toAbsolutePath();

  @TempDir Path home;

  @Test
  void tabCompletesCommandsValuesServersAndFiles() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not there");
    Path config = Files.createDirectories(home.resolve(".config/smtpterm"));
    Files.writeString(config.resolve("config.toml"), "[server.school]\n", UTF_8);
    Files.writeString(home.resolve("my lesson.session"), "C: QUIT\n", UTF_8);
    try (PtyProgram bash =
        PtyCommand.of("/bin/bash", "--norc", "--noprofile")
            .env("HOME", home.toString())
            .env("PS1", "$ ")
            .start()) {
      bash.enter("bind 'set bell-style none'; cd; . '" + SCRIPT + "'; echo rea''dy");
      bash.awaitScreen("ready");
      tab(bash, "smtpterm pra", "smtpterm practice");
      tab(bash, "smtpterm --lang=d", "smtpterm --lang=de");
      tab(bash, "smtpterm sch", "smtpterm school");
      tab(bash, "smtpterm play m", "smtpterm play my\\ lesson.session");
      tab(bash, "smtpterm check --json=m", "smtpterm check --json=my\\ lesson.session");
      tab(bash, "smtpterm host sch", "smtpterm host sch");
      bash.enter("exit 7");
      assertThat(bash.exitCode()).isEqualTo(7);
    }
  }

  /** Presses Tab; what follows shows that bash has read it. */
  private static void tab(PtyProgram bash, String typed, String completed) {
    bash.type(typed);
    bash.key(Key.TAB);
    bash.type("#");
    bash.awaitScreen(
        completed,
        screen ->
            screen.transcript().stream()
                .anyMatch(l -> l.matches("\\$ \\Q" + completed + "\\E ?#")));
    bash.key(Key.CTRL_U);
  }
}
