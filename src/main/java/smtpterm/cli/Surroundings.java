package smtpterm.cli;

import java.util.Objects;
import java.util.Optional;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.Explainer;
import smtpterm.text.Texts;

/**
 * What every command needs besides its options.
 *
 * @param output the standard streams
 * @param environment what the system tells of the user
 * @param texts in the language chosen
 */
record Surroundings(Output output, Environment environment, Texts texts) {
  Surroundings {
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(texts, "texts");
  }

  Catalog catalog() {
    return new Catalog(texts);
  }

  /** An explainer that completes user names with this domain, if there is one. */
  Explainer explainer(Optional<String> home) {
    return new Explainer(texts, home);
  }
}
