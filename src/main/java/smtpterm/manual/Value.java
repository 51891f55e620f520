package smtpterm.manual;

import java.util.List;
import java.util.Objects;

/**
 * What stands behind an option or a command, such as the {@code FILE} of {@code --ca FILE} and the
 * {@code de|en} of {@code --lang}.
 *
 * @param label its name in the help
 * @param kind what a shell can complete there
 * @param words what may stand there; empty but for {@link Kind#WORD}
 * @param many whether any number of them may follow each other
 * @param description sentences about what stands behind a command; empty where the option or the
 *     synopsis says enough
 */
public record Value(String label, Kind kind, List<String> words, boolean many, String description) {
  /** What a shell can complete. */
  public enum Kind {
    /** One of a few words. */
    WORD,
    FILE,
    FOLDER,
    /** A server: the names of those in the configuration file are known. */
    TARGET,
    /** Only a person knows. */
    ANYTHING
  }

  public Value {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(description, "description");
    words = List.copyOf(words);
    if (label.isBlank()) {
      throw new IllegalArgumentException("no label");
    }
    if (words.isEmpty() == (kind == Kind.WORD)) {
      throw new IllegalArgumentException(kind + " with the words " + words);
    }
  }
}
