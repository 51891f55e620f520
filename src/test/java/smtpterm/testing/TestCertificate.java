package smtpterm.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate and its key, made in a millisecond for one test and never kept: {@code
 * authority("Test CA").sign("mail.test", "mail.test", "127.0.0.1")}.
 */
public final class TestCertificate {
  private static final AtomicLong SERIAL = new AtomicLong(4096);
  private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
  private static final byte[] RSA_SHA256 =
      Der.sequence(Der.oid("1.2.840.113549.1.1.11"), Der.element(0x05));

  private final KeyPair keys;
  private final X509Certificate certificate;
  private final List<X509Certificate> above;

  private TestCertificate(KeyPair keys, X509Certificate certificate, List<X509Certificate> above) {
    this.keys = keys;
    this.certificate = certificate;
    this.above = List.copyOf(above);
  }

  /**
   * What stands in a certificate.
   *
   * @param subject the common name
   * @param names host names and IPv4 addresses that it is good for
   * @param from when it begins to be valid
   * @param until when it ends
   * @param authority whether it may sign others
   */
  public record Words(
      String subject, List<String> names, Instant from, Instant until, boolean authority) {
    /** Valid from yesterday for thirty days. */
    public static Words now(String subject, String... names) {
      Instant yesterday = Instant.now().minus(Duration.ofDays(1));
      return new Words(
          subject, List.of(names), yesterday, yesterday.plus(Duration.ofDays(30)), false);
    }

    /** The same, but its time was over two days ago. */
    public Words expired() {
      Instant past = Instant.now().minus(Duration.ofDays(30));
      return new Words(subject, names, past, past.plus(Duration.ofDays(28)), authority);
    }

    /** The same, but its time begins only in two days. */
    public Words early() {
      Instant soon = Instant.now().plus(Duration.ofDays(2));
      return new Words(subject, names, soon, soon.plus(Duration.ofDays(28)), authority);
    }
  }

  /** An authority that vouches for itself. */
  public static TestCertificate authority(String subject) {
    Words words = Words.now(subject);
    return selfSigned(new Words(subject, List.of(), words.from(), words.until(), true));
  }

  /** A certificate that nobody else vouches for. */
  public static TestCertificate selfSigned(Words words) {
    KeyPair keys = keys("EC");
    return new TestCertificate(keys, make(words, keys, words.subject(), keys), List.of());
  }

  /** A good certificate for these hosts, by this authority. */
  public TestCertificate sign(String subject, String... names) {
    return sign(Words.now(subject, names));
  }

  /** A certificate by this authority. */
  public TestCertificate sign(Words words) {
    return sign(words, "EC");
  }

  /** A certificate with a key of this kind, {@code EC} or {@code RSA}. */
  public TestCertificate sign(Words words, String keyKind) {
    KeyPair fresh = keys(keyKind);
    List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
    chain.addAll(above);
    return new TestCertificate(fresh, make(words, fresh, subject(), keys), chain);
  }

  /** The certificate itself. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** Writes it, and those above it, as PEM. */
  public Path writeTo(Path file) throws IOException, GeneralSecurityException {
    StringBuilder all = new StringBuilder();
    for (X509Certificate each : chain()) {
      all.append(pem("CERTIFICATE", each.getEncoded()));
    }
    return Files.writeString(file, all, StandardCharsets.US_ASCII);
  }

  /** Writes the key as PEM in the form of PKCS#8. */
  public Path writeKeyTo(Path file) throws IOException {
    return Files.writeString(
        file, pem("PRIVATE KEY", keys.getPrivate().getEncoded()), StandardCharsets.US_ASCII);
  }

  /** The key in PKCS#8. */
  public byte[] key() {
    return keys.getPrivate().getEncoded();
  }

  /** Octets between the marks of PEM. */
  public static String pem(String label, byte[] octets) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /** What a server needs to show this certificate. */
  public SSLContext server() throws GeneralSecurityException, IOException {
    return context(null);
  }

  /** The same, for a server that can ask its clients for a certificate by this authority. */
  public SSLContext serverTrusting(TestCertificate authority)
      throws GeneralSecurityException, IOException {
    return context(authority);
  }

  private SSLContext context(TestCertificate authority)
      throws GeneralSecurityException, IOException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry("own", keys.getPrivate(), new char[0], chain().toArray(new X509Certificate[0]));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(own, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    if (authority == null) {
      context.init(managers.getKeyManagers(), null, null);
      return context;
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority.certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private List<X509Certificate> chain() {
    List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
    chain.addAll(above);
    return chain;
  }

  private String subject() {
    String name = certificate.getSubjectX500Principal().getName();
    return name.substring("CN=".length());
  }

  private static KeyPair keys(String kind) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(kind.equals("EC") ? 256 : 2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** RFC 5280 section 4.1. */
  private static X509Certificate make(Words words, KeyPair own, String issuer, KeyPair signer) {
    boolean rsa = signer.getPrivate().getAlgorithm().equals("RSA");
    byte[] algorithm = rsa ? RSA_SHA256 : ECDSA_SHA256;
    byte[] body =
        Der.sequence(
            Der.element(0xA0, Der.integer(BigInteger.TWO)),
            Der.integer(BigInteger.valueOf(SERIAL.incrementAndGet())),
            algorithm,
            name(issuer),
            Der.sequence(Der.time(words.from()), Der.time(words.until())),
            name(words.subject()),
            own.getPublic().getEncoded(),
            Der.element(0xA3, Der.sequence(extensions(words))));
    try {
      Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
      signature.initSign(signer.getPrivate());
      signature.update(body);
      byte[] whole = Der.sequence(body, algorithm, Der.bits(signature.sign()));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] name(String common) {
    return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8(common))));
  }

  private static byte[][] extensions(Words words) {
    List<byte[]> all = new ArrayList<>();
    if (words.authority()) {
      all.add(Der.sequence(Der.oid("2.5.29.19"), Der.yes(), Der.octets(Der.sequence(Der.yes()))));
    }
    if (!words.names().isEmpty()) {
      byte[][] names =
          words.names().stream().map(TestCertificate::alternative).toArray(byte[][]::new);
      all.add(Der.sequence(Der.oid("2.5.29.17"), Der.octets(Der.sequence(names))));
    }
    if (all.isEmpty()) {
      // The list may not be empty: a key identifier says nothing that matters here.
      all.add(Der.sequence(Der.oid("2.5.29.14"), Der.octets(Der.octets(new byte[] {1, 2, 3, 4}))));
    }
    return all.toArray(byte[][]::new);
  }

  /** RFC 5280 section 4.2.1.6. */
  private static byte[] alternative(String name) {
    if (!name.matches("[0-9.]+")) {
      return Der.element(0x82, name.getBytes(StandardCharsets.ISO_8859_1));
    }
    try {
      return Der.element(0x87, InetAddress.getByName(name).getAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
