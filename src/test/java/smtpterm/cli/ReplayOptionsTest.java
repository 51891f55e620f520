package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What the options of play and check mean. */
final class ReplayOptionsTest {
  private static final Texts TEXTS = new Texts(Language.ENGLISH);

  @TempDir Path home;

  @Command(name = "play")
  private static final class Play implements Callable<Integer> {
    @Mixin private ReplayOptions replay;

    @Override
    public Integer call() {
      return 0;
    }
  }

  private static ReplayOptions parsed(String... options) {
    Play command = new Play();
    new CommandLine(command).parseArgs(options);
    return command.replay;
  }

  private Path file(String... lines) throws IOException {
    return Files.write(home.resolve("vars"), List.of(lines), StandardCharsets.UTF_8);
  }

  @Test
  void aVariableIsNameAndValue() {
    assertThat(
            parsed("--var", "user=anna", "--var", "text=a=b ", "--var", "none=").variables(TEXTS))
        .containsEntry("user", "anna")
        .containsEntry("text", "a=b ")
        .containsEntry("none", "");
  }

  @Test
  void theCommandLineWinsOverTheFile() throws IOException {
    Path file = file("\uFEFF# for the lesson", "", "user = anna", "host=mail.x");
    ReplayOptions replay = parsed("--vars", file.toString(), "--var", "user=bob");
    assertThat(replay.variables(TEXTS))
        .containsEntry("user", "bob")
        .containsEntry("host", "mail.x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "=anna", "1st=anna", "two words=anna"})
  void whatIsNoVariableIsRefused(String typed) {
    ReplayOptions replay = parsed("--var", typed);
    assertThatThrownBy(() -> replay.variables(TEXTS))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(typed);
  }

  @Test
  void aWrongLineOfTheFileIsNamed() throws IOException {
    ReplayOptions replay = parsed("--vars", file("user=anna", "geheim").toString());
    assertThatThrownBy(() -> replay.variables(TEXTS))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    ReplayOptions replay = parsed("--vars", home.resolve("gone").toString());
    assertThatThrownBy(() -> replay.variables(TEXTS))
        .isInstanceOf(ParameterException.class)
        .hasMessageMatching("There is no file “.*gone”\\.");
  }

  @Test
  void aFolderInPlaceOfTheFileIsCalledOne() {
    ReplayOptions replay = parsed("--vars", home.toString());
    assertThatThrownBy(() -> replay.variables(TEXTS))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("it is a folder");
  }

  @Test
  void mannersAreAskedOfAPracticeServerOnly() {
    assertThatThrownBy(() -> parsed("--strict").check(TEXTS))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--practice");
    assertThatCode(() -> parsed("--strict", "--practice").check(TEXTS)).doesNotThrowAnyException();
    assertThatCode(() -> parsed("--exact").check(TEXTS)).doesNotThrowAnyException();
  }
}
