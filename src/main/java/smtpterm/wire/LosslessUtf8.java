package smtpterm.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that loses no octet: {@code 0xE4} alone becomes the char {@code U+DCE4} and goes back as
 * {@code 0xE4}.
 *
 * <p>Octets that are not UTF-8 are carried as unpaired low surrogates {@code U+DC80} to {@code
 * U+DCFF}, which no valid UTF-8 text can hold. So a line is a {@link String} everywhere in the
 * program, and still exactly what was on the wire.
 */
public final class LosslessUtf8 {
  private static final int CARRIER = 0xDC00;

  private LosslessUtf8() {}

  /** The text of these octets, never null; {@link #encode} gives the same octets back. */
  public static String decode(byte[] octets) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(octets);
    CharBuffer out = CharBuffer.allocate(octets.length);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int n = result.length(); n > 0; n--) {
        out.put((char) (CARRIER + (in.get() & 0xFF)));
      }
      result = decoder.decode(in, out, true);
    }
    return out.flip().toString();
  }

  /**
   * The octets of this text, never null. A surrogate that carries no octet and has no partner,
   * which only a broken terminal could type, becomes {@code ?}.
   */
  public static byte[] encode(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length() + 8);
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (carriesOctet(text.charAt(i))) {
        octets.writeBytes(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
        octets.write(text.charAt(i) - CARRIER);
        start = i + 1;
      }
    }
    octets.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
    return octets.toByteArray();
  }

  /** Whether this char, where it has no partner, stands for one octet that is not UTF-8. */
  public static boolean carriesOctet(char c) {
    return c >= CARRIER + 0x80 && c <= CARRIER + 0xFF;
  }
}
