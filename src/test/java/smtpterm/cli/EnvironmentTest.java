package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.text.Language;

final class EnvironmentTest {
  /** {@code "A=1 B=2"}. */
  private static Environment with(String variables) {
    Map<String, String> all = new HashMap<>();
    for (String pair : variables.split(" ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        all.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return new Environment(all);
  }

  @ParameterizedTest
  @CsvSource({
    "LANG=de_DE.UTF-8,GERMAN",
    "LANG=de,GERMAN",
    "LANG=en_US.UTF-8,ENGLISH",
    "LANG=C,ENGLISH",
    "LC_ALL=en_US LANG=de_DE,ENGLISH",
    "LC_ALL=de_AT LANG=en_US,GERMAN",
    "LC_MESSAGES=de_CH LANG=en_US,GERMAN",
    "LC_ALL= LANG=de_DE,GERMAN",
    "LC_CTYPE=de_DE LANG=en_US,ENGLISH",
  })
  void theLanguageIsThatOfTheMessages(String variables, Language expected) {
    assertThat(with(variables).language()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'',true,AUTO,true",
    "'',false,AUTO,false",
    "NO_COLOR=1,true,AUTO,false",
    "NO_COLOR=,true,AUTO,true",
    "TERM=dumb,true,AUTO,false",
    "CLICOLOR_FORCE=1,false,AUTO,true",
    "CLICOLOR_FORCE=0,false,AUTO,false",
    "CLICOLOR_FORCE=1 NO_COLOR=1,true,AUTO,true",
    "NO_COLOR=1 TERM=dumb,false,ALWAYS,true",
    "CLICOLOR_FORCE=1,true,NEVER,false",
  })
  void coloursFollowTheOptionThenTheVariables(
      String variables, boolean terminal, ColourChoice wanted, boolean expected) {
    assertThat(with(variables).colour(wanted, terminal)).isEqualTo(expected);
  }

  @Test
  void aLocaleThatNamesUtf8IsBelieved() {
    assertThat(with("LANG=xx_XX.UTF-8").charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(with("LC_ALL=xx_XX.utf8 LANG=C").charset()).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void noLocaleMakesTheTerminalAscii() {
    for (String variables : new String[] {"LC_ALL=C", "LANG=POSIX", ""}) {
      assertThat(with(variables).charset()).isNotEqualTo(StandardCharsets.US_ASCII);
    }
  }

  @Test
  void onlyTheTerminalsOfDesktopsAreTrustedToHaveEmoji() {
    assertThat(with("LANG=de_DE.UTF-8 VTE_VERSION=7000").emoji()).isTrue();
    assertThat(with("LANG=de_DE.UTF-8 TERM_PROGRAM=vscode").emoji()).isTrue();
    assertThat(with("LANG=de_DE.UTF-8 TERM_PROGRAM=tmux").emoji()).isFalse();
    assertThat(with("LANG=de_DE.UTF-8").emoji()).isFalse();
  }

  @Test
  void theHistoryIsInTheStateFolder() {
    String home = System.getProperty("user.home");
    assertThat(with("").history())
        .isEqualTo(Path.of(home, ".local", "state", "smtpterm", "history"));
    assertThat(with("XDG_STATE_HOME=/x/y").history()).isEqualTo(Path.of("/x/y/smtpterm/history"));
    assertThat(with("LOCALAPPDATA=/app").history()).isEqualTo(Path.of("/app/smtpterm/history"));
  }

  @Test
  void theConfigurationIsBesideIt() {
    String home = System.getProperty("user.home");
    assertThat(with("").configuration())
        .isEqualTo(Path.of(home, ".config", "smtpterm", "config.toml"));
    assertThat(with("XDG_CONFIG_HOME=/x/y").configuration())
        .isEqualTo(Path.of("/x/y/smtpterm/config.toml"));
    assertThat(with("XDG_CONFIG_HOME=here").configuration()).isEqualTo(with("").configuration());
    assertThat(with("APPDATA=/app LOCALAPPDATA=/local").configuration())
        .isEqualTo(Path.of("/app/smtpterm/config.toml"));
  }

  @Test
  void aStateFolderThatIsNotAbsoluteIsNone() {
    assertThat(with("XDG_STATE_HOME=here").history()).isEqualTo(with("").history());
  }
}
