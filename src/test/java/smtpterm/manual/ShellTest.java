package smtpterm.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ShellTest {
  private static final Value FILE = new Value("FILE", Value.Kind.FILE, List.of(), false, "");
  private static final Value HOW =
      new Value("fast|slow", Value.Kind.WORD, List.of("fast", "slow"), false, "");

  private static Program program() {
    Flag odd =
        new Flag(
            List.of("-o", "--odd"),
            Optional.of(HOW),
            false,
            "Don't [break] the \\ \"shell\": $x `y`");
    Flag again = new Flag(List.of("--pin"), Optional.of(FILE), true, "May be repeated.");
    Subcommand own =
        new Subcommand("smtpterm", List.of("smtpterm X"), "", List.of(), List.of(odd), List.of());
    Subcommand look =
        new Subcommand(
            "look",
            List.of("smtpterm look"),
            "Look: don't touch.",
            List.of(),
            List.of(odd, again),
            List.of(FILE));
    return new Program(own, List.of(look), List.of());
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void anOptionThatSeveralCommandsTakeStandsThereOnce(Shell shell) {
    List<String> lines = shell.script(program());
    String name = shell == Shell.FISH ? "-l odd" : "--odd=";
    assertThat(lines.stream().filter(line -> line.contains(name))).hasSize(1);
    assertThat(lines).noneMatch(line -> line.contains("# @"));
  }

  @Test
  void signsOfTheShellAreQuoted() {
    assertThat(Shell.ZSH.script(program()))
        .contains(
            "      '(-o --odd)'{-o+,--odd=}'[Don'\\''t \\[break\\] the \\\\ \"shell\": $x `y`]:fast|slow:(fast slow)'",
            "      '*--pin=[May be repeated]:FILE:_files'",
            "    'look:Look\\: don'\\''t touch'");
    assertThat(Shell.FISH.script(program()))
        .anyMatch(line -> line.endsWith("-d 'Don\\'t [break] the \\\\ \"shell\": $x `y`'"));
    assertThat(Shell.BASH.script(program()))
        .contains("      '-o=fast slow' '--odd=fast slow'", "    look:0) value=:file ;;");
  }

  @Test
  void nothingStandsBehindAnyNumberOfOperands() {
    Value many = new Value("FILE", Value.Kind.FILE, List.of(), true, "");
    assertThatThrownBy(
            () ->
                new Subcommand(
                    "x", List.of("smtpterm x"), "", List.of(), List.of(), List.of(many, FILE)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
