package smtpterm.cli;

import java.util.Locale;

/** When to use colours; as typed behind {@code --color}. */
enum ColourChoice {
  AUTO,
  ALWAYS,
  NEVER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
