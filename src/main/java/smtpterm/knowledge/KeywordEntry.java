package smtpterm.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * A keyword of the answer to EHLO, such as {@code SIZE}.
 *
 * @param name in upper case
 * @param arguments the form of what stands behind it; empty when nothing does
 * @param commands the commands that it allows
 * @param parameters the parameters of MAIL and RCPT that it allows
 * @param kind how official it is
 * @param article what is said about it
 * @param source document and section, or whose private extension it is
 */
public record KeywordEntry(
    String name,
    String arguments,
    List<String> commands,
    List<String> parameters,
    Kind kind,
    Article article,
    String source) {
  public KeywordEntry {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(arguments, "arguments");
    commands = List.copyOf(commands);
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(source, "source");
  }

  /** How official a keyword is. */
  public enum Kind {
    /** In the registry of SMTP service extensions. */
    REGISTERED,
    /** A command that needs no announcement; some servers list it all the same. */
    BASE,
    /** Registered once, no longer used. */
    OBSOLETE,
    /** Not registered, but met in real answers. */
    PRIVATE
  }
}
