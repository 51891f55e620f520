package smtpterm.sasl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** DIGEST-MD5: what both sides send, and how the response is computed (RFC 2831). */
final class DigestMd5Anatomy implements Anatomy {
  private static final Map<String, Field> FIELDS =
      Map.ofEntries(
          Map.entry("username", Field.USER),
          Map.entry("realm", Field.REALM),
          Map.entry("nonce", Field.NONCE),
          Map.entry("cnonce", Field.CNONCE),
          Map.entry("nc", Field.NONCE_COUNT),
          Map.entry("qop", Field.QOP),
          Map.entry("digest-uri", Field.DIGEST_URI),
          Map.entry("charset", Field.CHARSET),
          Map.entry("algorithm", Field.ALGORITHM),
          Map.entry("authzid", Field.AUTHZID),
          Map.entry("response", Field.RESPONSE),
          Map.entry("rspauth", Field.RSPAUTH));

  private final Passphrase password;
  private DigestMd5 computed = new DigestMd5(Map.of());

  DigestMd5Anatomy(Passphrase password) {
    this.password = password;
  }

  @Override
  public List<Part> question(int round, byte[] challenge) {
    List<Part> parts = new ArrayList<>();
    String text = Anatomies.text(challenge);
    Directives.parse(text).forEach((name, value) -> parts.add(part(name, value)));
    if (round > 0) {
      char[] secret = password.copy();
      parts.add(Part.open(Field.EXPECTED_SIGNATURE, computed.response(secret, true)));
      Arrays.fill(secret, '\0');
    }
    return parts.isEmpty() ? List.of(Part.open(Field.QUESTION, text)) : parts;
  }

  @Override
  public List<Part> answer(int round, byte[] challenge, byte[] response) {
    if (response.length == 0) {
      return List.of(Part.open(Field.EMPTY, ""));
    }
    Map<String, String> fields = Directives.parse(Anatomies.text(response));
    computed = new DigestMd5(fields);
    List<Part> parts = new ArrayList<>();
    fields.forEach((name, value) -> parts.add(part(name, value)));
    char[] secret = password.copy();
    parts.add(Part.secret(Field.HA1, computed.ha1(secret)));
    Arrays.fill(secret, '\0');
    parts.add(Part.open(Field.HA2, computed.ha2(false)));
    return parts;
  }

  private static Part part(String name, String value) {
    Field field = FIELDS.getOrDefault(name, Field.OTHER);
    String shown = field == Field.OTHER ? name + "=" + value : value;
    return field == Field.RESPONSE ? Part.secret(field, shown) : Part.open(field, shown);
  }
}
