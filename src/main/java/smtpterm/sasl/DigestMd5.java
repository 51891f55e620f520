package smtpterm.sasl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Computes the values of DIGEST-MD5 once more, to show how they come about: {@code
 * d388dad90d4bbd760a152321f2143af7} (RFC 2831 section 2.1.2.1).
 *
 * @param fields what stands in the client's answer: {@code realm}, {@code nonce}, {@code cnonce},
 *     {@code nc}, {@code qop}, {@code digest-uri}, {@code username}, perhaps {@code authzid}
 */
record DigestMd5(Map<String, String> fields) {
  DigestMd5 {
    fields = Map.copyOf(fields);
  }

  /** MD5 of user, realm and password, then of that with both nonces, in hex. */
  String ha1(char[] password) {
    byte[] inner =
        DigestUtils.md5(
            joined(
                octets(field("username")), octets(field("realm")), octets(new String(password))));
    byte[] nonce = field("nonce").getBytes(StandardCharsets.UTF_8);
    byte[] cnonce = field("cnonce").getBytes(StandardCharsets.UTF_8);
    byte[] both =
        fields.containsKey("authzid")
            ? joined(inner, nonce, cnonce, field("authzid").getBytes(StandardCharsets.UTF_8))
            : joined(inner, nonce, cnonce);
    return Hex.encodeHexString(DigestUtils.md5(both));
  }

  /** MD5 of what the answer is for, in hex. */
  String ha2(boolean fromServer) {
    return DigestUtils.md5Hex((fromServer ? "" : "AUTHENTICATE") + ":" + field("digest-uri"));
  }

  /** The client's response, or the server's {@code rspauth}, in hex. */
  String response(char[] password, boolean fromServer) {
    return DigestUtils.md5Hex(
        String.join(
            ":",
            ha1(password),
            field("nonce"),
            field("nc"),
            field("cnonce"),
            field("qop"),
            ha2(fromServer)));
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The pieces with a colon between each two. */
  private static byte[] joined(byte[]... pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) {
        joined.write(':');
      }
      joined.writeBytes(pieces[i]);
    }
    return joined.toByteArray();
  }

  /** RFC 2831 section 2.1.2.1: each value in ISO 8859-1 where that suffices, else in UTF-8. */
  private static byte[] octets(String text) {
    Charset latin1 = StandardCharsets.ISO_8859_1;
    return text.getBytes(latin1.newEncoder().canEncode(text) ? latin1 : StandardCharsets.UTF_8);
  }
}
