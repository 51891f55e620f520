package smtpterm.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whom to believe: the authorities of the system, those of a file, or one certificate named by its
 * fingerprint.
 *
 * @param authorities whose word counts for this server; none of them for those that the system
 *     trusts. Asked when a certificate of that server is there, not before
 * @param pins when there are any, the server's certificate or key must be one of these, and then
 *     nothing else matters
 * @param insecure whether to go on whatever is wrong
 * @param exception the fingerprint of the one certificate with which to go on whatever is wrong
 */
public record Trust(
    Function<Endpoint, List<X509Certificate>> authorities,
    List<Pin> pins,
    boolean insecure,
    Optional<String> exception) {
  public Trust {
    Objects.requireNonNull(authorities, "authorities");
    pins = List.copyOf(pins);
    Objects.requireNonNull(exception, "exception");
  }

  /** What the system trusts. */
  public static Trust system() {
    return new Trust(server -> List.of(), List.of(), false, Optional.empty());
  }

  /** These authorities instead of the system's; none of them leaves those of the system. */
  public Trust in(List<X509Certificate> others) {
    List<X509Certificate> all = List.copyOf(others);
    return new Trust(server -> all, pins, insecure, exception);
  }

  /** Other authorities for each server instead of the system's; none leaves those of the system. */
  public Trust inThoseOf(Function<Endpoint, List<X509Certificate>> others) {
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
