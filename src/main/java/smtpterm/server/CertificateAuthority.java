package smtpterm.server;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * The authority that a practice server made for itself: whoever trusts it trusts the server.
 *
 * @param file where its certificate lies in PEM, for programs that take a file
 * @param certificate its certificate; the key to it stays in the server's folder
 */
public record CertificateAuthority(Path file, X509Certificate certificate) {
  public CertificateAuthority {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(certificate, "certificate");
  }

  /** The SHA-256 of the certificate, as people compare it: {@code 42:F0:CD:…}. */
  public String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      // Every Java has SHA-256, and a certificate that was read can be written.
      throw new IllegalStateException(e);
    }
  }
}
