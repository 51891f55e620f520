package smtpterm.wire;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A certificate or a public key named by its SHA-256: {@code AB:CD:…} or {@code sha256//y5Rg…=}.
 *
 * @param hex 64 lower-case digits
 */
public record Pin(String hex) {
  private static final int OCTETS = 32;

  /** The prefix that curl writes before Base64. */
  private static final String PREFIX = "sha256//";

  public Pin {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("hex: " + hex);
    }
  }

  /**
   * Reads what was typed: 64 hexadecimal digits, with or without colons between the octets, or
   * Base64 with or without {@code sha256//} in front; empty when it is neither.
   */
  public static Optional<Pin> parse(String typed) {
    String digits = typed.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    if (digits.matches("[0-9a-f]{64}")) {
      return Optional.of(new Pin(digits));
    }
    String base64 = typed.strip();
    if (base64.startsWith(PREFIX)) {
      base64 = base64.substring(PREFIX.length());
    }
    try {
      byte[] octets = Base64.getDecoder().decode(base64);
      return octets.length == OCTETS
          ? Optional.of(new Pin(HexFormat.of().formatHex(octets)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether this certificate, or its key, is the one. */
  boolean fits(X509Certificate certificate) {
    try {
      return is(certificate.getEncoded()) || is(certificate.getPublicKey().getEncoded());
    } catch (CertificateEncodingException e) {
      return false;
    }
  }

  private boolean is(byte[] octets) {
    return hex.equals(HexFormat.of().formatHex(PeerCertificate.digest(octets)));
  }
}
