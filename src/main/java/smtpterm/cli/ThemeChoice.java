package smtpterm.cli;

import java.util.Locale;

/** Which colours the terminal has; as typed behind {@code --theme}. */
enum ThemeChoice {
  AUTO,
  DARK,
  LIGHT,
  HIGH_CONTRAST,
  NONE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
