package smtpterm.knowledge;

import java.util.Objects;

/**
 * A reply code by itself, such as {@code 550}, whatever it answers.
 *
 * @param code three digits
 * @param article what is said about it
 * @param source document and section
 */
public record ReplyEntry(String code, Article article, String source) {
  public ReplyEntry {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(source, "source");
  }
}
