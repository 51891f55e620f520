package smtpterm.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * Judges a line that should be Base64: {@code YW5uYQ==} is, {@code geheim} has the wrong length,
 * {@code ge!h} a foreign character (RFC 4648 section 4, canonical form only).
 *
 * <p>Decoders of libraries take {@code geheim} without complaint; a student needs to hear of it.
 */
public final class StrictBase64 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private StrictBase64() {}

  /** What a line is. */
  public enum Kind {
    /** Base64 of readable text; NUL may be in it, as between the parts of a PLAIN answer. */
    TEXT,
    /** Base64, but of octets that are no text: mostly plain words that only look like it. */
    BINARY,
    /** A character that Base64 does not know, or padding in the middle. */
    FOREIGN_CHARACTER,
    /** Its length is no multiple of four. */
    WRONG_LENGTH,
    /** The bits left over before the padding are not zero: no encoder writes that. */
    LEFTOVER_BITS
  }

  /**
   * What was found.
   *
   * @param kind never null
   * @param position index of the offending character; the length of the line where it is too short;
   *     0 when the line is Base64
   * @param text the decoded text for {@link Kind#TEXT}, else empty
   */
  public record Verdict(Kind kind, int position, String text) {
    public Verdict {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(text, "text");
    }

    /** Whether it is Base64 at all. */
    public boolean base64() {
      return kind == Kind.TEXT || kind == Kind.BINARY;
    }

    /** Whether it is Base64 of text. */
    public boolean readable() {
      return kind == Kind.TEXT;
    }
  }

  /** Judges one line; the empty line is the Base64 of the empty text. */
  public static Verdict judge(String line) {
    int padding = line.endsWith("==") ? 2 : line.endsWith("=") ? 1 : 0;
    int body = line.length() - padding;
    for (int i = 0; i < body; i++) {
      if (ALPHABET.indexOf(line.charAt(i)) < 0) {
        return new Verdict(Kind.FOREIGN_CHARACTER, i, "");
      }
    }
    if (line.length() % 4 != 0) {
      return new Verdict(Kind.WRONG_LENGTH, line.length(), "");
    }
    // One padding character leaves two unused bits in the character before it, two leave four.
    int unused = padding == 2 ? 0b1111 : padding == 1 ? 0b11 : 0;
    if (body > 0 && (ALPHABET.indexOf(line.charAt(body - 1)) & unused) != 0) {
      return new Verdict(Kind.LEFTOVER_BITS, body - 1, "");
    }
    return text(Base64.getDecoder().decode(line));
  }

  private static Verdict text(byte[] octets) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      boolean controls = text.codePoints().anyMatch(c -> c != 0 && Character.isISOControl(c));
      return controls ? new Verdict(Kind.BINARY, 0, "") : new Verdict(Kind.TEXT, 0, text);
    } catch (CharacterCodingException e) {
      return new Verdict(Kind.BINARY, 0, "");
    }
  }
}
