package smtpterm.wire;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who we are, for a server that asks: a certificate with those above it, and its key.
 *
 * @param chain our own certificate first; at least one
 * @param key the private key of the first; never null
 */
public record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
  /** The marks of keys in the forms of RFC 5958, 8017 and 5915. */
  private static final String PKCS8 = "PRIVATE KEY";

  private static final String PKCS1 = "RSA PRIVATE KEY";
  private static final String SEC1 = "EC PRIVATE KEY";

  /** How a key of each kind signs, to find out whether it belongs to a certificate. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  public ClientCertificate {
    chain = List.copyOf(chain);
    Objects.requireNonNull(key, "key");
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a client certificate has at least one certificate");
    }
  }

  /**
   * Reads it from two files, or from one that holds both.
   *
   * @param certificates PEM, our own certificate first
   * @param key PEM: PKCS#8, PKCS#1 for RSA or SEC 1 for elliptic curves, not encrypted
   * @throws BadPem when one of them cannot be used, or they do not belong together
   */
  public static ClientCertificate load(Path certificates, Path key) throws BadPem {
    List<X509Certificate> chain = Pem.certificates(certificates);
    PrivateKey read = key(key, chain.get(0).getPublicKey());
    return new ClientCertificate(chain, read);
  }

  private static PrivateKey key(Path file, PublicKey belongsTo) throws BadPem {
    for (Pem.Block block : Pem.blocks(file)) {
      String label = block.label();
      if (label.equals("ENCRYPTED PRIVATE KEY") || block.body().contains("ENCRYPTED")) {
        throw new BadPem(BadPem.Problem.ENCRYPTED_KEY, file.toString(), "");
      }
      if (label.equals(PKCS8) || label.equals(PKCS1) || label.equals(SEC1)) {
        return fitting(file, decoded(file, block, belongsTo), belongsTo);
      }
    }
    throw new BadPem(BadPem.Problem.NO_KEY, file.toString(), "");
  }

  private static PrivateKey decoded(Path file, Pem.Block block, PublicKey belongsTo) throws BadPem {
    byte[] octets = block.octets();
    if (octets == null) {
      throw new BadPem(BadPem.Problem.DAMAGED, file.toString(), "Base64");
    }
    byte[] pkcs8 = block.label().equals(PKCS8) ? octets : wrapped(octets, belongsTo);
    try {
      return KeyFactory.getInstance(belongsTo.getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      // A key of another kind than that of the certificate cannot be read as one, either.
      throw new BadPem(BadPem.Problem.KEY_OF_ANOTHER, file.toString(), "");
    } finally {
      Arrays.fill(octets, (byte) 0);
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  /** Lets the key sign something that the certificate must confirm. */
  private static PrivateKey fitting(Path file, PrivateKey key, PublicKey belongsTo) throws BadPem {
    byte[] probe = {1, 2, 3};
    try {
      String algorithm = SIGNATURES.getOrDefault(belongsTo.getAlgorithm(), "");
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(probe);
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(belongsTo);
      verifying.update(probe);
      if (verifying.verify(signing.sign())) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      // Cannot be used together, which is the answer.
    }
    throw new BadPem(BadPem.Problem.KEY_OF_ANOTHER, file.toString(), "");
  }

  /**
   * A key in the older forms becomes PKCS#8 by the header that names its kind (RFC 5958 section 2);
   * the public key starts with the same header (RFC 5280 section 4.1).
   */
  private static byte[] wrapped(byte[] key, PublicKey belongsTo) {
    byte[] info = belongsTo.getEncoded();
    int inner = start(info, 0);
    byte[] kind = Arrays.copyOfRange(info, inner, start(info, inner) + length(info, inner));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {0x02, 0x01, 0x00});
    all.writeBytes(kind);
    all.writeBytes(element(0x04, key));
    return element(0x30, all.toByteArray());
  }

  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      int octets = content.length < 0x100 ? 1 : content.length < 0x10000 ? 2 : 3;
      out.write(0x80 | octets);
      for (int i = octets - 1; i >= 0; i--) {
        out.write(content.length >> (8 * i));
      }
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** Where the content of the DER element at this place starts. */
  private static int start(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7F); i++) {
      length = (length << 8) | (der[at + 2 + i] & 0xFF);
    }
    return length;
  }
}
