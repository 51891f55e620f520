package smtpterm.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Encoded words of RFC 2047: {@code =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=} is {@code Grüße}. */
final class EncodedWords {
  /** Nobody reads more of a header field, and searching it for words takes the square of it. */
  private static final int LONGEST = 8_192;

  /** Of one field, so many charsets are looked for. */
  private static final int MOST_CHARSETS = 20;

  /** RFC 2231 section 5: the charset may name a language, too, which says nothing here. */
  private static final Pattern LANGUAGE =
      Pattern.compile("=\\?([^?*\\s]{1,40})\\*[^?\\s]{0,40}\\?");

  private EncodedWords() {}

  /** The text with its words decoded; one that cannot be decoded stays as it is. */
  static String decoded(String text) {
    if (!text.contains("=?")) {
      return text;
    }
    int end = Math.min(text.length(), LONGEST);
    String plain = LANGUAGE.matcher(text.substring(0, end)).replaceAll("=?$1?");
    StringBuilder out = new StringBuilder();
    Map<String, Boolean> known = new HashMap<>();
    int start = 0;
    // Words of unknown charsets are kept from the library, which looks for each anew, and that
    // takes time.
    int i = plain.indexOf("=?");
    while (i >= 0) {
      int question = plain.indexOf('?', i + 2);
      String name = question < 0 ? "" : plain.substring(i + 2, question);
      int next = i + 2;
      if (known.computeIfAbsent(name, n -> known.size() < MOST_CHARSETS && Charsets.known(n))) {
        next = behind(plain, question);
      } else {
        out.append(words(plain.substring(start, i))).append("=?");
        start = next;
      }
      i = plain.indexOf("=?", next);
    }
    return out.append(words(plain.substring(start))).append(text, end, text.length()).toString();
  }

  /**
   * The index behind the word whose charset ends here: the end of Base64 looks like a beginning.
   */
  private static int behind(String text, int charsetEnd) {
    int encodingEnd = text.indexOf('?', charsetEnd + 1);
    int end = encodingEnd < 0 ? -1 : text.indexOf("?=", encodingEnd + 1);
    return end < 0 ? charsetEnd : end + 2;
  }

  private static String words(String text) {
    try {
      return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
    } catch (RuntimeException e) {
      // A word that the library stumbles over is shown as it was written.
      return text;
    }
  }
}
