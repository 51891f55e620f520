package smtpterm.typing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Text of a header line in plain ASCII: {@code Grüße} is {@code =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=}. */
final class EncodedWord {
  /** RFC 2047 section 2: an encoded word has at most 75 characters. */
  private static final int MOST = 75;

  private static final int FRAME = "=?UTF-8?Q??=".length();

  private EncodedWord() {}

  /** Whether a header line cannot have this text as it is. */
  static boolean needed(String text) {
    return text.chars().anyMatch(c -> c >= 0x80);
  }

  /**
   * The shorter of both encodings; where they are equally long, the one that an eye can read.
   *
   * <p>A long text becomes several words on one line: a line being typed cannot be folded.
   */
  static String of(String text) {
    String quoted = words(text, 'Q', EncodedWord::quoted);
    String base64 = words(text, 'B', EncodedWord::base64);
    return base64.length() < quoted.length() ? base64 : quoted;
  }

  private static String words(String text, char encoding, UnaryOperator<String> encode) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < text.length(); ) {
      // RFC 2047 section 5: a character may not be cut in two.
      int next = text.offsetByCodePoints(end, 1);
      if (encode.apply(text.substring(start, next)).length() > MOST - FRAME) {
        words.add(text.substring(start, end));
        start = end;
      }
      end = next;
    }
    words.add(text.substring(start));
    return String.join(
        " ",
        words.stream().map(w -> "=?UTF-8?" + encoding + "?" + encode.apply(w) + "?=").toList());
  }

  /** RFC 2047 section 4.2: a blank is an underscore. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean plain =
          (c >= '0' && c <= '9')
              || (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || "!*+-/.,:;'()".indexOf(c) >= 0;
      if (c == ' ') {
        out.append('_');
      } else if (plain) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "=%02X", (int) c));
      }
    }
    return out.toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
