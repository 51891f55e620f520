package smtpterm.wire;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a connection is encrypted and who is at the other end: {@code TLSv1.3}, {@code
 * TLS_AES_256_GCM_SHA384}, a chain of two certificates, verified.
 *
 * @param protocol the version, such as {@code TLSv1.3}; empty when it never was agreed
 * @param cipher the cipher suite, in the words of the registry; empty when it never was agreed
 * @param name the name that the certificate was checked for: what the user typed
 * @param chain the certificates as the server sent them, its own first; empty when it sent none
 * @param check what came of checking them; never null
 * @param clientCertificate whether the server wanted one of ours; never null
 * @param took how long the handshake took; never null
 */
public record TlsInfo(
    String protocol,
    String cipher,
    String name,
    List<PeerCertificate> chain,
    TlsCheck check,
    ClientCertificateUse clientCertificate,
    Duration took) {
  public TlsInfo {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(cipher, "cipher");
    Objects.requireNonNull(name, "name");
    chain = List.copyOf(chain);
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(clientCertificate, "clientCertificate");
    Objects.requireNonNull(took, "took");
  }

  /** The server's own certificate, if it sent one. */
  public Optional<PeerCertificate> certificate() {
    return chain.stream().findFirst();
  }

  /** What became of a certificate of ours. */
  public enum ClientCertificateUse {
    /** The server did not ask for one. */
    NOT_ASKED,
    /** It asked, and there was none that fits. */
    NOT_SENT,
    /** It asked and got one. */
    SENT
  }
}
