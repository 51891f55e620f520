package smtpterm.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The few elements of DER that a certificate is made of (X.690). */
final class Der {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return element(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return element(0x31, parts);
  }

  static byte[] integer(BigInteger number) {
    return element(0x02, number.toByteArray());
  }

  static byte[] octets(byte[] content) {
    return element(0x04, content);
  }

  static byte[] bits(byte[] content) {
    return element(0x03, new byte[] {0}, content);
  }

  static byte[] yes() {
    return element(0x01, new byte[] {(byte) 0xFF});
  }

  static byte[] utf8(String text) {
    return element(0x0C, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] time(Instant when) {
    return element(0x18, TIME.format(when).getBytes(StandardCharsets.US_ASCII));
  }

  /** A dotted object identifier whose arcs after the second are given in full. */
  static byte[] oid(String dotted) {
    String[] arcs = dotted.split("\\.", -1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      int arc = Integer.parseInt(arcs[i]);
      for (int shift = 28; shift > 0; shift -= 7) {
        if (arc >= 1 << shift) {
          out.write(((arc >> shift) & 0x7F) | 0x80);
        }
      }
      out.write(arc & 0x7F);
    }
    return element(0x06, out.toByteArray());
  }

  static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.writeBytes(new byte[] {(byte) 0x81, (byte) length});
    } else {
      out.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
