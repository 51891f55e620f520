package smtpterm.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate as plain data: made out to {@code CN=mail.example}, by {@code CN=School CA}, valid
 * until 2027.
 *
 * <p>All its texts were written by strangers.
 *
 * @param subject whom it is made out to, as {@code CN=mail.example,O=School} (RFC 2253)
 * @param issuer who made it out, in the same form
 * @param names the host names and addresses that it is good for, such as {@code *.mail.example}
 * @param notBefore from when on it is valid
 * @param notAfter until when it is valid
 * @param serial its number, in hexadecimal digits
 * @param fingerprint the SHA-256 of the certificate, as {@code AB:CD:…}
 * @param keyPin the SHA-256 of its public key in Base64, as {@code --pin} takes it
 * @param key what kind of key it has, such as {@code RSA 2048} or {@code EC 256}
 * @param signature how it is signed, such as {@code SHA256withRSA}
 * @param selfSigned whether its own key signed it
 */
public record PeerCertificate(
    String subject,
    String issuer,
    List<String> names,
    Instant notBefore,
    Instant notAfter,
    String serial,
    String fingerprint,
    String keyPin,
    String key,
    String signature,
    boolean selfSigned) {
  /** RFC 5280 section 4.2.1.6: the kinds of alternative names that a host can have. */
  private static final int DNS_NAME = 2;

  /** RFC 5952 section 4.2: a row of zeros in an IPv6 address is left out. */
  private static final String ZEROS = "(^|:)0(:0)+(:|$)";

  private static final int IP_ADDRESS = 7;

  public PeerCertificate {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(issuer, "issuer");
    names = List.copyOf(names);
    Objects.requireNonNull(notBefore, "notBefore");
    Objects.requireNonNull(notAfter, "notAfter");
    Objects.requireNonNull(serial, "serial");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(keyPin, "keyPin");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(signature, "signature");
  }

  /** What this certificate says. */
  static PeerCertificate of(X509Certificate certificate) {
    return new PeerCertificate(
        certificate.getSubjectX500Principal().getName(X500Principal.RFC2253),
        certificate.getIssuerX500Principal().getName(X500Principal.RFC2253),
        names(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
        fingerprint(certificate),
        Base64.getEncoder().encodeToString(digest(certificate.getPublicKey().getEncoded())),
        key(certificate.getPublicKey()),
        certificate.getSigAlgName(),
        selfSigned(certificate));
  }

  /** The name of whom it is made out to, without the rest: {@code mail.example}. */
  public String subjectName() {
    return shortName(subject);
  }

  /** The name of who made it out: {@code School CA}. */
  public String issuerName() {
    return shortName(issuer);
  }

  /** The SHA-256 of the whole certificate, as {@code AB:CD:…}. */
  static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] digest(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (NoSuchAlgorithmException e) {
      // Every Java has it.
      throw new IllegalStateException(e);
    }
  }

  /** Whether it is signed with its own key. */
  static boolean selfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The host names and addresses in the order of the certificate; none when it has no such. */
  static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    for (List<?> name : alternatives(certificate)) {
      int kind = (Integer) name.get(0);
      if (kind == DNS_NAME || kind == IP_ADDRESS) {
        String text = String.valueOf(name.get(1));
        names.add(kind == IP_ADDRESS ? text.replaceFirst(ZEROS, "::") : text);
      }
    }
    return names;
  }

  private static Collection<List<?>> alternatives(X509Certificate certificate) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      return all == null ? List.of() : all;
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /** The common name, or else the first part that has a name at all. */
  private static String shortName(String distinguished) {
    try {
      List<Rdn> parts = new LdapName(distinguished).getRdns();
      for (String wanted : List.of("CN", "OU", "O")) {
        for (int i = parts.size() - 1; i >= 0; i--) {
          if (parts.get(i).getType().equalsIgnoreCase(wanted)) {
            return text(parts.get(i).getValue());
          }
        }
      }
    } catch (InvalidNameException e) {
      // A name that no rule allows is shown as it is.
    }
    return distinguished;
  }

  private static String text(Object value) {
    return value instanceof byte[] octets
        ? new String(octets, StandardCharsets.ISO_8859_1)
        : String.valueOf(value);
  }

  private static String key(PublicKey key) {
    if (key instanceof RSAKey rsa) {
      return "RSA " + rsa.getModulus().bitLength();
    }
    if (key instanceof ECKey curve) {
      return "EC " + curve.getParams().getCurve().getField().getFieldSize();
    }
    return key.getAlgorithm();
  }
}
