package smtpterm.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.codec.binary.Base64;
import smtpterm.protocol.StrictBase64;

/** Base64 as it stands on one line: {@code anna} is {@code YW5uYQ==} (RFC 4648 section 4). */
public final class Base64Line {
  private Base64Line() {}

  /** The Base64 of these octets, without any line break; empty for no octets. */
  public static String encode(byte[] octets) {
    return Base64.encodeBase64String(octets);
  }

  /** The Base64 of this text's octets in UTF-8. */
  public static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The Base64 of what someone typed in plain: {@code anna} gives {@code YW5uYQ==}, and with {@code
   * nulEscapes} {@code \0anna\0geheim} gives {@code AGFubmEAZ2VoZWlt}.
   *
   * @param typed not null
   * @param nulEscapes whether {@code \0} stands for NUL, as is handy where PLAIN is due, since no
   *     keyboard has NUL; nothing else is an escape
   */
  public static String encodeTyped(String typed, boolean nulEscapes) {
    return encode(nulEscapes ? typed.replace("\\0", "\0") : typed);
  }

  /** The octets in this line, or nothing when it is not Base64, judged strictly. */
  public static Optional<byte[]> decode(String line) {
    // The library would read "geheim" and even "ge!h"; only the strict judge knows better.
    return StrictBase64.judge(line).base64()
        ? Optional.of(Base64.decodeBase64(line))
        : Optional.empty();
  }
}
