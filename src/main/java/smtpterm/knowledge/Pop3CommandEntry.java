package smtpterm.knowledge;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A command of POP3, such as {@code RETR} with {@code RETR n}.
 *
 * @param verb in upper case
 * @param syntax the whole form, as in {@link CommandEntry#syntax}
 * @param states {@code AUTHORIZATION} (before the login), {@code TRANSACTION} (after it) or both
 * @param answer how a positive reply is framed
 * @param needs the capability that CAPA must list for it, if any
 * @param article what is said about it
 * @param source document and section
 */
public record Pop3CommandEntry(
    String verb,
    String syntax,
    Set<String> states,
    Answer answer,
    Optional<String> needs,
    Article article,
    String source) {
  public Pop3CommandEntry {
    Objects.requireNonNull(verb, "verb");
    Objects.requireNonNull(syntax, "syntax");
    states = Set.copyOf(states);
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(source, "source");
  }

  /** How a positive reply is framed; POP3 tells it by the command alone. */
  public enum Answer {
    /** One line. */
    LINE,
    /** Lines until a lone dot. */
    LINES,
    /** Lines until a lone dot without an argument, one line with one. */
    EITHER
  }
}
