package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of {@code smtpterm} itself, before and behind the name of a command. */
final class InheritedTest {
  private static final List<String> CONNECTING =
      List.of("--timeout 5s", "--connect-timeout 5s", "-4", "-6", "--tls", "--ca x", "--insecure");

  private static Run run(String line) {
    return Run.with("", line.split(" ", -1));
  }

  private static void refused(String option, String line) {
    Run run = run(line);
    String name = option.split(" ", -1)[0];
    assertThat(run.code()).as(line).isEqualTo(2);
    assertThat(run.out()).as(line).isEmpty();
    assertThat(run.err()).as(line).startsWith("smtpterm: What is \"" + name);
  }

  @ParameterizedTest
  @CsvSource({"serve", "convert a.txt", "export a.txt", "base64 anna", "explain 550"})
  void whatConnectsToNobodyTakesNoOptionOfConnections(String command) {
    List<String> useless = new ArrayList<>(CONNECTING);
    useless.addAll(List.of("--dns 127.0.0.1", "--explain full", "--record a", "--force"));
    if (command.startsWith("explain")) {
      // It asks the DNS.
      useless.removeAll(List.of("--timeout 5s", "--dns 127.0.0.1"));
    }
    String name = command.split(" ", -1)[0];
    String help = run(name + " --help").out();
    for (String option : useless) {
      refused(option, option + " " + command);
      // A number is a text to encode, and some commands have a --force of their own.
      boolean number = name.equals("base64") && option.matches("-[0-9]");
      if (!number && !help.contains(option + " ")) {
        refused(option, command + " " + option);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"check", "play"})
  void whatReplaysTakesThem(String command) {
    for (String option : CONNECTING.subList(0, 5)) {
      assertThat(run(option + " " + command + " nowhere").err()).contains("“nowhere”");
      assertThat(run(command + " nowhere " + option).err()).contains("“nowhere”");
    }
    refused("--record", "--record a " + command + " nowhere");
    refused("--force", "--force " + command + " nowhere");
  }

  @Test
  void checkExplainsInWholeAndAsksNoNameserver() {
    refused("--explain", "--explain full check nowhere");
    refused("--dns", "--dns 127.0.0.1 check nowhere");
  }

  @Test
  void anOptionWithItsValueAttachedIsNoWordToExplain() {
    refused("--explain=full", "explain 550 --explain=full");
    assertThat(run("explain -ERR").code()).isZero();
  }

  @Test
  void theHelpNamesOnlyWhatACommandTakes() {
    assertThat(run("convert --help").out())
        .contains("--lang", "--color", "--debug")
        .doesNotContain("--timeout", "--dns", "-4", "--tls", "--explain");
    assertThat(run("explain --help").out()).contains("--dns", "--timeout").doesNotContain("-6");
    assertThat(run("check --help").out()).contains("--timeout", "--tls").doesNotContain("--dns");
  }
}
