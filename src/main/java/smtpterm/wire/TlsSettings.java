package smtpterm.wire;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SNIHostName;

/**
 * How to encrypt: whom to believe, which version, which certificate of ours.
 *
 * @param trust never null
 * @param certificate what to show to a server that asks who we are
 * @param version the only version to speak; empty for any that is safe
 * @param sni the name to ask for in the handshake; empty for the one that was typed
 * @param deadline how long a handshake may take, more than zero
 */
public record TlsSettings(
    Trust trust,
    Optional<ClientCertificate> certificate,
    Optional<Version> version,
    Optional<String> sni,
    Duration deadline) {
  private static final Duration USUAL = Duration.ofSeconds(30);

  public TlsSettings {
    Objects.requireNonNull(trust, "trust");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(sni, "sni");
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline: " + deadline);
    }
  }

  /** What goes without saying: the trust of the system, any safe version, thirty seconds. */
  public static TlsSettings usual() {
    return new TlsSettings(
        Trust.system(), Optional.empty(), Optional.empty(), Optional.empty(), USUAL);
  }

  /** The same with other trust. */
  public TlsSettings with(Trust other) {
    return new TlsSettings(other, certificate, version, sni, deadline);
  }

  /** The same with a certificate of ours. */
  public TlsSettings with(ClientCertificate ours) {
    return new TlsSettings(trust, Optional.of(ours), version, sni, deadline);
  }

  /** The same, and only this version. */
  public TlsSettings only(Version one) {
    return new TlsSettings(trust, certificate, Optional.of(one), sni, deadline);
  }

  /** The same, asking for this name in the handshake. */
  public TlsSettings asking(String name) {
    return new TlsSettings(trust, certificate, version, Optional.of(name), deadline);
  }

  /** Whether this name can be asked for in a handshake (RFC 6066 section 3). */
  public static boolean askable(String name) {
    try {
      return !new SNIHostName(name).getAsciiName().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The same, within this time. */
  public TlsSettings within(Duration time) {
    return new TlsSettings(trust, certificate, version, sni, time);
  }

  /** A version of TLS that is safe today. */
  public enum Version {
    /** RFC 5246. */
    TLS_1_2("TLSv1.2"),
    /** RFC 8446. */
    TLS_1_3("TLSv1.3");

    private final String library;

    Version(String library) {
      this.library = library;
    }

    /** As the library writes it. */
    String library() {
      return library;
    }
  }
}
