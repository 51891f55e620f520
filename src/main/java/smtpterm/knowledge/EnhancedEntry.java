package smtpterm.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * Subject and detail of enhanced status codes, such as {@code 7.8}, whatever their class.
 *
 * @param name subject and detail
 * @param subject the subject in one or two words
 * @param article what is said about the detail; its line is a few words
 * @param replyCodes the reply codes it is registered with; {@code any} or {@code 5xx} may be among
 *     them
 * @param source document and section
 */
public record EnhancedEntry(
    String name, String subject, Article article, List<String> replyCodes, String source) {
  public EnhancedEntry {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(article, "article");
    replyCodes = List.copyOf(replyCodes);
    Objects.requireNonNull(source, "source");
  }
}
