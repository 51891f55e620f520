package smtpterm.config;

import java.util.List;

/**
 * What a setting is set to, such as {@code 30s} in line 3.
 *
 * @param texts one text as the command line would have it, several of a list; {@code true} and
 *     {@code false} of a switch
 * @param line where it stands in the file, from 1
 */
public record Value(List<String> texts, int line) {
  /** Copies the list. */
  public Value {
    texts = List.copyOf(texts);
  }

  /** The text; of several all, with commas. */
  public String text() {
    return String.join(", ", texts);
  }
}
