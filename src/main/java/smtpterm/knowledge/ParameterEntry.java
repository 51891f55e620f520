package smtpterm.knowledge;

import java.util.Objects;
import java.util.Set;

/**
 * What may stand behind the address of MAIL or RCPT, such as {@code SIZE=n}.
 *
 * @param name in upper case
 * @param verbs the commands that take it: MAIL, RCPT or both
 * @param syntax its whole form, as in {@link CommandEntry#syntax}
 * @param needs the EHLO keyword that must have been offered
 * @param article what is said about it
 * @param source document and section
 */
public record ParameterEntry(
    String name, Set<String> verbs, String syntax, String needs, Article article, String source) {
  public ParameterEntry {
    Objects.requireNonNull(name, "name");
    verbs = Set.copyOf(verbs);
    Objects.requireNonNull(syntax, "syntax");
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(source, "source");
  }
}
