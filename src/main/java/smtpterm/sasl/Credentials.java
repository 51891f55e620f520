package smtpterm.sasl;

import java.util.Optional;

/** Who may log in at a server. */
@FunctionalInterface
public interface Credentials {
  /** The account that the user means by this name, or nothing; the name comes from the wire. */
  Optional<Account> find(String user);
}
