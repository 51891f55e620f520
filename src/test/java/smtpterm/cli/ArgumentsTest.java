package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class ArgumentsTest {
  private static final CommandLine COMMANDS = commands();

  private static CommandLine commands() {
    Output output = Output.standard();
    Environment environment = new Environment(Map.of());
    return new Cli(output, environment)
        .commands(
            new SmtpTerm(), new Surroundings(output, environment, new Texts(Language.ENGLISH)));
  }

  @ParameterizedTest
  @CsvSource({
    "'',terminal",
    "host,terminal host",
    "host 25,terminal host 25",
    "host practice,terminal host practice",
    "terminal,terminal terminal",
    "practice,practice",
    "practice --smtp 0,practice --smtp 0",
    "serve,serve",
    "check a.session,check a.session",
    "check:25,terminal check:25",
    "play a.session,play a.session",
    "export a.session,export a.session",
    "export:25,terminal export:25",
    "config --init,config --init",
    "-4 --ipv6 config,-4 --ipv6 config",
    "man,man",
    "completion zsh,completion zsh",
    "man:25,terminal man:25",
    "practice:25,terminal practice:25",
    "--lang de host,--lang de terminal host",
    "--lang practice host,--lang practice terminal host",
    "--lang=de practice,--lang=de practice",
    "-4 practice,-4 practice",
    "-4,-4 terminal",
    "--timeout 5 -6 serve,--timeout 5 -6 serve",
    "-- practice,terminal -- practice",
    "--help,--help",
    "--lang de -h,--lang de -h",
    "--lang de host -h,--lang de -h",
    "-V,-V",
    "host 25 --help,--help",
    "host --version 25,--version",
    "-- --help,terminal -- --help",
    "practice --help,practice --help",
    "--version practice,--version practice",
  })
  void theHiddenCommandIsPutInWhereNoOtherIsNamed(String typed, String complete) {
    String[] words = typed.isEmpty() ? new String[0] : typed.split(" ", -1);
    assertThat(String.join(" ", Arguments.complete(COMMANDS, words))).isEqualTo(complete);
  }
}
