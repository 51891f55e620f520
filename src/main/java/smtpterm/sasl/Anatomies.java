package smtpterm.sasl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The anatomy of each mechanism. */
final class Anatomies {
  private Anatomies() {}

  static Anatomy of(Mechanism mechanism, Passphrase secret) {
    return switch (mechanism) {
      case LOGIN -> new Simple(Field.QUESTION, Anatomies::login);
      case PLAIN -> new Simple(Field.QUESTION, (round, text) -> plain(text));
      case ANONYMOUS -> single(Field.TRACE);
      case EXTERNAL -> single(Field.AUTHZID);
      case XOAUTH2, OAUTHBEARER -> new Simple(Field.TOKEN_ERROR, (round, text) -> bearer(text));
      case CRAM_MD5 -> new Simple(Field.CHALLENGE, (round, text) -> cramMd5(text));
      case DIGEST_MD5 -> new DigestMd5Anatomy(secret);
      case SCRAM_SHA_1, SCRAM_SHA_256, SCRAM_SHA_512 -> new ScramAnatomy(mechanism, secret);
    };
  }

  private static Anatomy single(Field field) {
    return new Simple(Field.QUESTION, (round, text) -> List.of(Part.open(field, text)));
  }

  static String text(byte[] octets) {
    return new String(octets, StandardCharsets.UTF_8);
  }

  private static List<Part> login(int round, String text) {
    return List.of(round == 0 ? Part.open(Field.USER, text) : Part.secret(Field.PASSWORD, text));
  }

  /** RFC 4616 section 2: authzid NUL authcid NUL passwd. */
  private static List<Part> plain(String text) {
    String[] fields = text.split("\0", 3);
    if (fields.length != 3) {
      return List.of(Part.secret(Field.OTHER, text));
    }
    return List.of(
        Part.open(Field.AUTHZID, fields[0]),
        Part.open(Field.AUTHCID, fields[1]),
        Part.secret(Field.PASSWORD, fields[2]));
  }

  /** RFC 2195 section 2: the user name, a blank, the HMAC in hex. */
  private static List<Part> cramMd5(String text) {
    int blank = text.lastIndexOf(' ');
    return List.of(
        Part.open(Field.USER, text.substring(0, Math.max(0, blank))),
        Part.secret(Field.HMAC, text.substring(blank + 1)));
  }

  /** RFC 7628 section 3.1: fields between octets of value 1. */
  private static List<Part> bearer(String text) {
    List<Part> parts = new ArrayList<>();
    for (String field : text.split("\1", -1)) {
      int equals = field.indexOf('=');
      String name = field.substring(0, Math.max(0, equals));
      String value = field.substring(equals + 1);
      switch (name) {
        case "user" -> parts.add(Part.open(Field.USER, value));
        case "host" -> parts.add(Part.open(Field.HOST, value));
        case "port" -> parts.add(Part.open(Field.PORT, value));
        case "auth" -> parts.add(Part.secret(Field.TOKEN, value));
        case "n,a" -> parts.add(Part.open(Field.GS2_HEADER, field));
        default -> {
          // Nothing stands behind the last separator.
        }
      }
    }
    return parts.isEmpty() ? List.of(Part.open(Field.EMPTY, "")) : parts;
  }

  /** What a text says without knowing anything else. */
  private interface Reader {
    List<Part> read(int round, String text);
  }

  /** A mechanism whose lines need nothing but themselves to be understood. */
  private record Simple(Field asked, Reader reader) implements Anatomy {
    @Override
    public List<Part> question(int round, byte[] challenge) {
      if (challenge.length == 0) {
        return List.of(Part.open(Field.EMPTY, ""));
      }
      return List.of(Part.open(asked, text(challenge)));
    }

    @Override
    public List<Part> answer(int round, byte[] challenge, byte[] response) {
      return response.length == 0
          ? List.of(Part.open(Field.EMPTY, ""))
          : reader.read(round, text(response));
    }
  }
}
