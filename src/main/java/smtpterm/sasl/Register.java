package smtpterm.sasl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Who may log in, asked so that nobody can tell from the time it takes whether a name exists: a
 * name that means nobody gets an account that no password opens, and the same work is done for it.
 */
final class Register {
  private final Credentials credentials;
  private final Account nobody;

  Register(Credentials credentials, SecureRandom random) {
    this.credentials = credentials;
    byte[] password = new byte[24];
    random.nextBytes(password);
    this.nobody = new Account("nobody", Base64Line.encode(password));
  }

  /** The account of this name, or one that nobody has. */
  Account candidate(String user) {
    return credentials.find(user).orElse(nobody);
  }

  /** The candidate, if it is an account and its password was proved to be known. */
  Optional<Account> accepted(Account candidate, boolean proved) {
    return proved && !candidate.equals(nobody) ? Optional.of(candidate) : Optional.empty();
  }

  /** The account of this name, if the password is its own. */
  Optional<Account> check(String user, String password) {
    Account candidate = candidate(user);
    return accepted(candidate, same(candidate.password(), password));
  }

  /** Whether somebody who logs in as {@code user} acts in his own name only. */
  boolean self(String authzid, String user) {
    return authzid.isEmpty() || credentials.find(authzid).equals(credentials.find(user));
  }

  /** Whether the texts are equal, found out in the same time wherever they differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
