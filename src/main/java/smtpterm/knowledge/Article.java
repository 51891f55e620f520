package smtpterm.knowledge;

import java.util.Objects;

/**
 * What is said about one entry: one line, and for those who ask, more, the usual cause and what to
 * do.
 *
 * @param line one line, for lists and screens
 * @param more two to four sentences; empty when there is no more to say
 * @param cause the usual cause of a refusal; empty for anything else
 * @param remedy what to do about a refusal; empty for anything else
 */
public record Article(String line, String more, String cause, String remedy) {
  public Article {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(more, "more");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(remedy, "remedy");
  }
}
