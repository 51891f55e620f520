package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.screen.Theme;

final class ColoursTest {
  @ParameterizedTest
  @CsvSource({
    "rgb:0000/0000/0000,DARK",
    "rgb:ffff/ffff/ffff,LIGHT",
    "rgb:00/2b/36,DARK",
    "rgb:fdfd/f6f6/e3e3,LIGHT",
    "rgb:f/f/f,LIGHT",
    "rgba:3030/0a0a/2424/ffff,DARK",
    "rgb:xx/00/00,UNKNOWN",
    "#ffffff,UNKNOWN",
    "'',UNKNOWN",
  })
  void theTerminalTellsItsBackground(String colour, Background background) {
    assertThat(Background.answered("\033]11;" + colour + "\007")).isEqualTo(background);
  }

  @ParameterizedTest
  @CsvSource({
    "15;0,DARK",
    "0;15,LIGHT",
    "0;default;15,LIGHT",
    "7;8,DARK",
    "0;7,LIGHT",
    "15;default,UNKNOWN",
    "15,UNKNOWN",
    "'',UNKNOWN",
    "0;99,DARK",
  })
  void theVariableTellsItToo(String value, Background background) {
    assertThat(Background.named(Optional.of(value))).isEqualTo(background);
  }

  @Test
  void nothingToldIsNothingKnown() {
    assertThat(Background.named(Optional.empty())).isEqualTo(Background.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "auto,DARK,DARK",
    "auto,LIGHT,LIGHT",
    "auto,UNKNOWN,EITHER",
    "dark,LIGHT,DARK",
    "light,DARK,LIGHT",
    "high-contrast,DARK,HIGH_CONTRAST",
    "high-contrast,UNKNOWN,HIGH_CONTRAST",
    "high-contrast,LIGHT,HIGH_CONTRAST_LIGHT",
    "none,DARK,NONE",
  })
  void whatIsSetGoesBeforeWhatIsTold(String set, Background background, Theme theme) {
    Colours colours = new Colours(background, true);
    colours.set(set);
    assertThat(colours.palette().theme()).isEqualTo(theme);
  }

  @Test
  void eachValueOfThePreferenceIsKnown() {
    for (String value : Preference.THEME.choices()) {
      Colours colours = new Colours(Background.LIGHT, false);
      colours.set(value);
      assertThat(colours.palette().rich()).isFalse();
    }
  }
}
