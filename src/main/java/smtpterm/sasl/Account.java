package smtpterm.sasl;

import java.util.Objects;

/**
 * Somebody who may log in, such as anna with the password {@code geheim}.
 *
 * @param name the account's own name, however the user wrote it; never blank
 * @param password in clear, since most mechanisms compute with it; never null
 */
public record Account(String name, String password) {
  public Account {
    Objects.requireNonNull(password, "password");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank");
    }
  }

  /** The name only: a password has no business in a log. */
  @Override
  public String toString() {
    return name;
  }
}
