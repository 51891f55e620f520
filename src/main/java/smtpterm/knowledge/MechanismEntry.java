package smtpterm.knowledge;

import java.util.Objects;

/**
 * A way of logging in (SASL), such as {@code SCRAM-SHA-256}.
 *
 * @param name in upper case; a name that ends in {@code *} stands for a family
 * @param usage how far it is in use
 * @param article what is said about it
 * @param source document and section
 */
public record MechanismEntry(String name, Usage usage, Article article, String source) {
  public MechanismEntry {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(source, "source");
  }

  /** What the registry of mechanisms says about its use. */
  public enum Usage {
    COMMON,
    LIMITED,
    OBSOLETE,
    FORBIDDEN,
    /** Not in the registry. */
    UNREGISTERED
  }
}
