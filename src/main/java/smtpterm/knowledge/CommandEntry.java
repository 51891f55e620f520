package smtpterm.knowledge;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;

/**
 * A command of the catalogue, such as {@code RCPT} with {@code RCPT TO:<address>}.
 *
 * @param verb in upper case
 * @param syntax the whole form; what is to be replaced is a word of the language spoken, what may
 *     be left out stands in brackets
 * @param phases in which the server may accept it
 * @param needs the keyword that EHLO or CAPA must have offered, if any
 * @param login whether a login matters
 * @param group what it is for
 * @param article what is said about it
 * @param source where it is defined, such as {@code RFC 5321 4.1.1.3}: document and section
 */
public record CommandEntry(
    String verb,
    String syntax,
    Set<Phase> phases,
    Optional<String> needs,
    Login login,
    Group group,
    Article article,
    String source) {
  public CommandEntry {
    Objects.requireNonNull(verb, "verb");
    Objects.requireNonNull(syntax, "syntax");
    phases = Set.copyOf(phases);
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(login, "login");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(source, "source");
  }

  /** Whether the server should accept it now: the phase fits, and it was offered if it must be. */
  public boolean legalIn(Progress progress) {
    return phases.contains(progress.phase())
        && (needs.map(progress.capabilities()::offers).orElse(true) || unasked(progress))
        && switch (login) {
          case ANY -> true;
          case BEFORE -> !progress.loggedIn();
          case AFTER -> progress.loggedIn();
        };
  }

  /** RFC 2449 section 5: a POP3 server can do what it was not asked about with CAPA. */
  private static boolean unasked(Progress progress) {
    return progress.protocol() == Protocol.POP3 && !progress.capabilities().extended();
  }

  /** What a command is for. */
  public enum Group {
    /** Beginning the conversation. */
    HELLO,
    /** Logging in, and encrypting before that. */
    LOGIN,
    /** Sending a mail. */
    MAIL,
    /** Reading what is in the mailbox. */
    MAILBOX,
    /** Asking the server something. */
    ASK,
    /** Keeping the connection, or ending it. */
    END,
    /** What hardly anybody meets. */
    RARE
  }

  /** What a login has to do with a command. */
  public enum Login {
    /** Nothing. */
    ANY,
    /** It is refused once somebody is logged in, as AUTH is. */
    BEFORE,
    /** It is refused until somebody is logged in. */
    AFTER
  }
}
