package smtpterm.mail;

import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Encoded words of RFC 2047: {@code =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=} is {@code Grüße}. */
final class EncodedWords {
  /** Nobody reads more of a header field, and searching it for words takes the square of it. */
  private static final int LONGEST = 8_192;

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
    String words;
    try {
      words = DecoderUtil.decodeEncodedWords(plain, DecodeMonitor.SILENT);
    } catch (RuntimeException e) {
      // A word that the library stumbles over is shown as it was written.
      words = plain;
    }
    return words + text.substring(end);
  }
}
