package smtpterm.server;

import java.util.Objects;
import java.util.Optional;

/**
 * What a server insists on, and how it greets: {@code Manners.lenient()}.
 *
 * @param strict whether it insists on the syntax of the RFCs where most servers do not
 * @param loginRequired whether mail is taken from people who are logged in only
 * @param tlsRequired whether login and mail need an encrypted connection
 * @param greeting what it says behind {@code 220} or {@code +OK} instead of its own words: ASCII in
 *     one line
 */
public record Manners(
    boolean strict, boolean loginRequired, boolean tlsRequired, Optional<String> greeting) {
  // RFC 5321 section 4.5.3.1.5: a reply line has 512 octets, with its code, blank and CR LF.
  private static final int LONGEST_GREETING = 506;

  public Manners {
    Objects.requireNonNull(greeting, "greeting");
    if (greeting.isPresent() && !sayable(greeting.get())) {
      throw new IllegalArgumentException("greeting");
    }
  }

  /** Insists on nothing. */
  public static Manners lenient() {
    return new Manners(false, false, false, Optional.empty());
  }

  /** Whether a server can greet so: printable ASCII, something and not too much of it. */
  public static boolean sayable(String greeting) {
    return !greeting.isBlank()
        && greeting.length() <= LONGEST_GREETING
        && greeting.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** The same, insisting on the syntax or not. */
  public Manners withStrict(boolean other) {
    return new Manners(other, loginRequired, tlsRequired, greeting);
  }
}
