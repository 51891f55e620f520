package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import smtpterm.manual.Flag;
import smtpterm.manual.Program;
import smtpterm.manual.Subcommand;
import smtpterm.manual.Value;
import smtpterm.testing.Golden;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** The manual page and the completions: what is shipped, and whether it tells the truth. */
final class ManualTest {
  private static CommandLine commands(Language language) {
    Output output = Output.standard();
    Environment environment = new Environment(Map.of());
    return new Cli(output, environment)
        .commands(new SmtpTerm(), new Surroundings(output, environment, new Texts(language)));
  }

  private static Program program(Language language) {
    return CommandModel.of(commands(language).getCommandSpec());
  }

  @ParameterizedTest
  @CsvSource({"bash,smtpterm.bash", "zsh,_smtpterm", "fish,smtpterm.fish"})
  void theShippedCompletionIsTheOneOfThisProgram(String shell, String file) throws IOException {
    Run run = Run.with("", "completion", shell);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.check(Path.of("scripts", "completion", file), run.lines());
  }

  @ParameterizedTest
  @CsvSource({"en,smtpterm.1", "de,de/smtpterm.1"})
  void theShippedPageIsTheOneOfThisProgram(String language, String file) throws IOException {
    Run run = Run.with("", "man", "--lang", language);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    Golden.check(Path.of("scripts", "man").resolve(file), run.lines());
  }

  @ParameterizedTest
  @ValueSource(strings = {"completion", "completion tcsh", "completion bash zsh", "man play"})
  void wrongUsageEndsWithTwo(String line) {
    Run run = Run.with("", line.split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("smtpterm: ");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCommandAndOptionOfTheHelpIsInThePage(Language language) {
    String page = Run.with("", "man", "--lang", language.tag()).out();
    List<CommandSpec> specs = new ArrayList<>(List.of(commands(language).getCommandSpec()));
    specs.get(0).subcommands().values().forEach(c -> specs.add(c.getCommandSpec()));
    for (CommandSpec spec : specs) {
      if (spec.usageMessage().hidden()) {
        assertThat(page).doesNotContain(".SS \"smtpterm " + spec.name());
      } else {
        assertThat(page)
            .contains("smtpterm " + (spec.parent() == null ? "" : spec.name() + "\"\n"));
        for (OptionSpec option : spec.options()) {
          for (String name : option.names()) {
            assertThat(page).contains("\\fB" + name.replace("-", "\\-") + "\\fP");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsAsciiAndHasAllItsParts(Language language) {
    Run page = Run.with("", "man", "--lang", language.tag());
    assertThat(page.out()).matches("[\\n -~]+").doesNotContain("%n", "null", "${");
    assertThat(page.lines()).allMatch(line -> line.length() < 200);
    assertThat(page.lines().stream().filter(line -> line.startsWith(".SH"))).hasSize(10);
    assertThat(page.out())
        .contains("config.toml", "/history\\fP", "\\fIWHAT\\fP\n", "NO_COLOR", "printf \\(aqEHLO")
        .contains(".TH \"SMTPTERM\" 1 ")
        .contains(language == Language.GERMAN ? "\\(:U" : "SYNOPSIS");
  }

  @Test
  void thePageExplainsEachExitCode() throws IllegalAccessException {
    String page = Run.with("", "man").out();
    for (Field code : ExitCode.class.getDeclaredFields()) {
      assertThat(page).as(code.getName()).contains(".TP\n\\fB" + code.get(null) + "\\fP\n");
    }
  }

  @Test
  void everyWordThatIsOfferedIsTaken() {
    int words = 0;
    CommandLine commands = commands(Language.ENGLISH);
    for (Subcommand command : program(Language.ENGLISH).commands()) {
      for (Flag flag : command.flags()) {
        for (String word : flag.value().map(Value::words).orElse(List.of())) {
          List<String> line = new ArrayList<>(List.of(command.name(), flag.names().get(0), word));
          for (Value operand : command.operands()) {
            line.add(operand.words().isEmpty() ? "x" : operand.words().get(0));
          }
          assertThat(commands.parseArgs(line.toArray(new String[0])).errors()).isEmpty();
          words++;
        }
      }
    }
    assertThat(words).isGreaterThan(40);
  }

  /** An option that takes one of a few things says which, so that a shell can complete them. */
  @Test
  void theValuesOfEachEnumAreOffered() {
    CommandSpec root = commands(Language.ENGLISH).getCommandSpec();
    Program program = CommandModel.of(root);
    for (CommandLine sub : root.subcommands().values()) {
      Subcommand described =
          program.commands().stream()
              .filter(c -> c.name().equals(sub.getCommandName()))
              .findFirst()
              .orElse(null);
      for (OptionSpec option : sub.getCommandSpec().options()) {
        if (described != null && option.typeInfo().isEnum()) {
          Flag flag =
              described.flags().stream()
                  .filter(f -> f.names().contains(option.longestName()))
                  .findFirst()
                  .orElseThrow();
          assertThat(flag.value().orElseThrow().words())
              .as(option.longestName())
              .hasSize(option.type().getEnumConstants().length);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatAShellShowsBesideAnOptionIsShort(Language language) {
    Run fish = Run.with("", "completion", "fish", "--lang", language.tag());
    assertThat(fish.lines().stream().filter(line -> line.contains(" -d '")))
        .hasSizeGreaterThan(50)
        .allMatch(line -> line.substring(line.lastIndexOf(" -d ") + 4).length() < 110);
  }
}
