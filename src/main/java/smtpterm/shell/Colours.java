package smtpterm.shell;

import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import smtpterm.screen.Palette;
import smtpterm.screen.Theme;

/** The colours of the terminal: what the user has set, and what its background is. Thread-safe. */
final class Colours {
  private static final int RICH = 256;

  private final boolean rich;
  private Optional<BackgroundQuestion> question = Optional.empty();
  private Background background;
  private String typed = "";
  private String theme = "auto";
  private volatile Palette palette;

  /**
   * @param rich whether the terminal has 256 colours
   */
  Colours(Background background, boolean rich) {
    this.background = background;
    this.rich = rich;
    this.palette = new Palette(Theme.EITHER, rich);
  }

  /**
   * Those of this terminal, which is asked for its background; or none. {@link #settle} waits for
   * the answer.
   *
   * @param wanted whether there are to be colours
   */
  static Colours of(Terminal terminal, boolean wanted) {
    if (!wanted) {
      return new Colours(Background.UNKNOWN, false);
    }
    BackgroundQuestion question = new BackgroundQuestion(terminal);
    question.ask();
    Integer colours = terminal.getNumericCapability(Capability.max_colors);
    boolean rich =
        (colours != null && colours >= RICH)
            || System.getenv().getOrDefault("COLORTERM", "").matches("truecolor|24bit");
    Colours asking = new Colours(Background.UNKNOWN, rich);
    asking.question = Optional.of(question);
    return asking;
  }

  /** Hears what the terminal has said about its background: once, before keys are read. */
  void settle() {
    if (question.isPresent()) {
      Background told = question.get().answer();
      background =
          told == Background.UNKNOWN
              ? Background.named(Optional.ofNullable(System.getenv("COLORFGBG")))
              : told;
      typed = question.get().typed();
      set(theme);
    }
  }

  /** The keys that were pressed while the terminal was asked; nobody else has read them. */
  String typed() {
    return typed;
  }

  /** From now on the colours are those of this value of {@link Preference#THEME}. */
  void set(String name) {
    theme = name;
    boolean light = background == Background.LIGHT;
    palette =
        new Palette(
            switch (name) {
              case "dark" -> Theme.DARK;
              case "light" -> Theme.LIGHT;
              case "high-contrast" -> light ? Theme.HIGH_CONTRAST_LIGHT : Theme.HIGH_CONTRAST;
              case "none" -> Theme.NONE;
              default ->
                  switch (background) {
                    case DARK -> Theme.DARK;
                    case LIGHT -> Theme.LIGHT;
                    case UNKNOWN -> Theme.EITHER;
                  };
            },
            rich);
  }

  Palette palette() {
    return palette;
  }
}
