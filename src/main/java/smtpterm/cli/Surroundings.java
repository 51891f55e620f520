package smtpterm.cli;

import java.util.Objects;
import java.util.Optional;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.Explainer;
import smtpterm.screen.Layout;
import smtpterm.screen.Look;
import smtpterm.shell.Window;
import smtpterm.text.Texts;

/**
 * What every command needs besides its options.
 *
 * @param output the standard streams
 * @param environment what the system tells of the user
 * @param texts in the language chosen
 * @param defaults what the configuration file says
 */
record Surroundings(Output output, Environment environment, Texts texts, Defaults defaults) {
  private static final int PAGE_COLUMNS = 78;

  /** Without a configuration file. */
  Surroundings(Output output, Environment environment, Texts texts) {
    this(output, environment, texts, new Defaults(environment.configuration()));
  }

  Surroundings {
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(texts, "texts");
    Objects.requireNonNull(defaults, "defaults");
  }

  /**
   * How a page is laid out that no session fills: broken at 78 columns where a person reads it, or
   * where a narrower window ends.
   *
   * @param colour when to use colours, as chosen on the command line
   */
  Layout layout(ColourChoice colour) {
    boolean person = Environment.interactive();
    boolean colours = environment.colour(colour, person);
    int columns = person ? Math.min(PAGE_COLUMNS, Window.columns().orElse(PAGE_COLUMNS)) : 0;
    return new Layout(new Look(colours, !person || environment.unicode(), () -> columns));
  }

  Catalog catalog() {
    return new Catalog(texts);
  }

  /** An explainer that completes user names with this domain, if there is one. */
  Explainer explainer(Optional<String> home) {
    return new Explainer(texts, home);
  }
}
