package smtpterm.wire;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What came of checking a server's certificate: {@code AUTHORITY} and no flaws, or {@code REFUSED}
 * and {@code WRONG_HOST}.
 *
 * @param basis why the connection goes on, or that it does not; never null
 * @param flaws what is wrong, by the usual rules; perhaps something even where a pin makes up for
 *     it
 * @param detail the words of the library about the first flaw, perhaps empty, never null; they may
 *     quote the certificate, so they are the text of a stranger
 */
public record TlsCheck(Basis basis, Set<CertificateFlaw> flaws, String detail) {
  public TlsCheck {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(detail, "detail");
    flaws =
        flaws.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(Set.copyOf(flaws)));
  }

  /** Whether it is known who is at the other end. */
  public boolean verified() {
    return basis == Basis.AUTHORITY || basis == Basis.PINNED;
  }

  /** Why a connection goes on, or that it does not. */
  public enum Basis {
    /** A trusted authority vouches for the name, and all else is in order. */
    AUTHORITY,
    /** It is the certificate, or the key, that the user named by its fingerprint. */
    PINNED,
    /** Flawed, but the user made an exception for exactly this certificate. */
    EXCEPTION,
    /** Flawed, but the user said that this does not matter. */
    INSECURE,
    /** Flawed: there is no connection. */
    REFUSED
  }
}
