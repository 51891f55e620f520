package smtpterm.replay;

import java.util.Set;
import java.util.TreeSet;

/**
 * Text with its places filled in.
 *
 * @param text as it is sent
 * @param secret whether a secret is in it, so that it is never shown
 * @param revealing whether whoever reads it knows that secret; a digest reveals nothing
 * @param origins where its secrets may go: to the host for which each was asked, or, for {@link
 *     #OUTSIDE}, where the rules allow it
 */
record Filled(String text, boolean secret, boolean revealing, Set<String> origins) {
  /** Given on the command line or by the environment. */
  static final String OUTSIDE = "";

  Filled {
    origins = Set.copyOf(origins);
  }

  /** Text without a secret. */
  static Filled open(String text) {
    return new Filled(text, false, false, Set.of());
  }

  /** A secret that may go where its origin says. */
  static Filled secret(String text, String origin) {
    return new Filled(text, true, true, Set.of(origin));
  }

  /** The same as a secret. */
  Filled hidden() {
    return new Filled(text, true, true, origins);
  }

  /** Another text, made of this one. */
  Filled as(String made) {
    return new Filled(made, secret, revealing, origins);
  }

  /** An answer computed of this secret. */
  Filled answering(String line, boolean reveals) {
    return new Filled(line, true, reveals, origins);
  }

  /** Both behind each other, as text. */
  Filled and(Filled next, String both) {
    if (!next.secret) {
      return as(both);
    }
    Set<String> all = new TreeSet<>(origins);
    all.addAll(next.origins);
    return new Filled(both, true, revealing || next.revealing, all);
  }
}
