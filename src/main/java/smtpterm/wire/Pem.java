package smtpterm.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as text: {@code -----BEGIN CERTIFICATE-----} … (RFC 7468). */
public final class Pem {
  /** No file of certificates is larger; a disk or a pipe is none. */
  private static final long LARGEST = 8_000_000;

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private Pem() {}

  /**
   * What stands between two marks.
   *
   * @param label such as {@code CERTIFICATE} or {@code RSA PRIVATE KEY}
   * @param body Base64, perhaps with header lines in front
   */
  record Block(String label, String body) {
    /** The octets, or null when it is no Base64. */
    byte[] octets() {
      try {
        return Base64.getMimeDecoder().decode(body);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }

  /**
   * All certificates of a file, in its order; at least one.
   *
   * @throws BadPem when there is none, or one is damaged
   */
  public static List<X509Certificate> certificates(Path file) throws BadPem {
    List<X509Certificate> all = new ArrayList<>();
    for (Block block : blocks(file)) {
      if (block.label().endsWith("CERTIFICATE")) {
        all.add(certificate(block, file));
      }
    }
    if (all.isEmpty()) {
      throw new BadPem(BadPem.Problem.NO_CERTIFICATE, file.toString(), "");
    }
    return List.copyOf(all);
  }

  private static X509Certificate certificate(Block block, Path file) throws BadPem {
    byte[] octets = block.octets();
    try {
      if (octets != null) {
        return (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(octets));
      }
    } catch (CertificateException e) {
      throw new BadPem(BadPem.Problem.DAMAGED, file.toString(), String.valueOf(e.getMessage()));
    }
    throw new BadPem(BadPem.Problem.DAMAGED, file.toString(), "Base64");
  }

  static List<Block> blocks(Path file) throws BadPem {
    String text;
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new BadPem(BadPem.Problem.UNREADABLE, file.toString(), "");
      }
      // Comments between the blocks may be in any charset; the blocks are ASCII.
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new BadPem(BadPem.Problem.UNREADABLE, file.toString(), String.valueOf(e.getMessage()));
    }
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2)));
    }
    return blocks;
  }
}
