package smtpterm.mail;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import smtpterm.wire.LosslessUtf8;

/**
 * A value with parameters, such as {@code text/plain; charset=UTF-8} (RFC 2045 section 5.1), the
 * parameters decoded by RFC 2231: {@code filename*=UTF-8''%C3%A4.txt} is {@code ä.txt}.
 *
 * @param value what stands before the first semicolon, in lower case
 * @param parameters names in lower case
 */
record ContentValue(String value, Map<String, String> parameters) {
  private static final int LONGEST = 16_384;
  private static final int MOST_PARAMETERS = 200;
  private static final int HIGHEST_SECTION = 999;

  ContentValue {
    parameters = Map.copyOf(parameters);
  }

  /** The value of a parameter; "" where there is none. */
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** A piece of a parameter that was cut into several. */
  private record Section(String text, boolean percent) {}

  static ContentValue of(String raw) {
    Scan scan = new Scan(raw.substring(0, Math.min(raw.length(), LONGEST)));
    String value = scan.until(";").strip().toLowerCase(Locale.ROOT);
    Map<String, String> plain = new HashMap<>();
    Map<String, TreeMap<Integer, Section>> sections = new HashMap<>();
    for (int i = 0; i < MOST_PARAMETERS && scan.skip(';'); i++) {
      String name = scan.until("=;").strip().toLowerCase(Locale.ROOT);
      if (!scan.skip('=')) {
        continue;
      }
      String text = scan.until(";").strip();
      int star = name.indexOf('*');
      if (star < 0) {
        plain.putIfAbsent(name, EncodedWords.decoded(text));
      } else {
        section(name, star, text, sections);
      }
    }
    sections.forEach((name, parts) -> plain.put(name, joined(parts)));
    return new ContentValue(value, plain);
  }

  /** RFC 2231 sections 3 and 4: {@code name*}, {@code name*0}, {@code name*1*}. */
  private static void section(
      String name, int star, String text, Map<String, TreeMap<Integer, Section>> sections) {
    boolean percent = name.endsWith("*");
    String number = name.substring(star + 1, Math.max(star + 1, name.length() - (percent ? 1 : 0)));
    if (!number.matches("[0-9]{0,3}")) {
      return;
    }
    int index = number.isEmpty() ? 0 : Math.min(Integer.parseInt(number), HIGHEST_SECTION);
    sections
        .computeIfAbsent(name.substring(0, star), key -> new TreeMap<>())
        .putIfAbsent(index, new Section(text, percent));
  }

  private static String joined(TreeMap<Integer, Section> parts) {
    String charset = "utf-8";
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    boolean first = true;
    for (Section part : parts.values()) {
      String text = part.text();
      int quote = text.indexOf('\'');
      int second = text.indexOf('\'', quote + 1);
      if (first && part.percent() && quote >= 0 && second > quote) {
        charset = text.substring(0, quote);
        text = text.substring(second + 1);
      }
      octets.writeBytes(part.percent() ? unescaped(text) : LosslessUtf8.encode(text));
      first = false;
    }
    return Charsets.decode(octets.toByteArray(), charset).text();
  }

  private static byte[] unescaped(String text) {
    byte[] octets = LosslessUtf8.encode(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
    for (int i = 0; i < octets.length; i++) {
      int high = i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
      int low = i + 2 < octets.length ? Character.digit(octets[i + 2], 16) : -1;
      if (octets[i] == '%' && high >= 0 && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(octets[i]);
      }
    }
    return out.toByteArray();
  }
}
