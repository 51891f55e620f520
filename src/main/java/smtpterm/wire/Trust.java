package smtpterm.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom to believe: the authorities of the system, those of a file, or one certificate named by its
 * fingerprint.
 *
 * @param authorities whose word counts; empty for those that the system trusts
 * @param pins when there are any, the server's certificate or key must be one of these, and then
 *     nothing else matters
 * @param insecure whether to go on whatever is wrong
 * @param exception the fingerprint of the one certificate with which to go on whatever is wrong
 */
public record Trust(
    List<X509Certificate> authorities,
    List<Pin> pins,
    boolean insecure,
    Optional<String> exception) {
  public Trust {
    authorities = List.copyOf(authorities);
    pins = List.copyOf(pins);
    Objects.requireNonNull(exception, "exception");
  }

  /** What the system trusts. */
  public static Trust system() {
    return new Trust(List.of(), List.of(), false, Optional.empty());
  }

  /** These authorities instead of the system's; none of them leaves those of the system. */
  public Trust in(List<X509Certificate> others) {
    return new Trust(others, pins, insecure, exception);
  }

  /** Only these certificates or keys. */
  public Trust pinned(List<Pin> to) {
    return new Trust(authorities, to, insecure, exception);
  }

  /** The same, but flaws do not end the connection. */
  public Trust inAnyone(boolean whatever) {
    return new Trust(authorities, pins, whatever, exception);
  }

  /** The same, with an exception for the certificate of this fingerprint, {@code AB:CD:…}. */
  public Trust excepting(String fingerprint) {
    return new Trust(authorities, pins, insecure, Optional.of(fingerprint));
  }
}
