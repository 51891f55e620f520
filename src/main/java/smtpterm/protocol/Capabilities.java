package smtpterm.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the server offered in its answer to EHLO or CAPA: {@code SIZE} with {@code 10485760}, {@code
 * AUTH} with {@code LOGIN} and {@code PLAIN} (RFC 5321 section 4.1.1.1).
 *
 * @param extended whether EHLO or CAPA was answered, even if nothing was offered; not so after HELO
 * @param keywords keyword in upper case → its arguments as sent, in the order of the reply
 */
public record Capabilities(boolean extended, Map<String, List<String>> keywords) {
  private static final Capabilities NONE = new Capabilities(false, Map.of());

  public Capabilities {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    keywords.forEach((keyword, arguments) -> copy.put(keyword, List.copyOf(arguments)));
    keywords = Collections.unmodifiableMap(copy);
  }

  /** Nothing offered: before EHLO, or after HELO. */
  public static Capabilities none() {
    return NONE;
  }

  /** What this reply to EHLO offers; its first line only greets. */
  public static Capabilities of(Reply ehlo) {
    List<String> texts = ehlo.texts();
    return listed(texts.subList(1, texts.size()));
  }

  /** What this reply to CAPA offers (RFC 2449 section 5). */
  public static Capabilities ofCapa(Reply capa) {
    return listed(capa.body());
  }

  private static Capabilities listed(List<String> lines) {
    Map<String, List<String>> keywords = new LinkedHashMap<>();
    for (String text : lines) {
      // The form AUTH=LOGIN is older than the standard; some servers still add it.
      String line = text.regionMatches(true, 0, "AUTH=", 0, 5) ? "AUTH " + text.substring(5) : text;
      String[] words = line.strip().split("[ \t]+", -1);
      if (!words[0].isEmpty()) {
        keywords
            .computeIfAbsent(words[0].toUpperCase(Locale.ROOT), k -> new ArrayList<>())
            .addAll(List.of(words).subList(1, words.length));
      }
    }
    return new Capabilities(true, keywords);
  }

  /** Whether the keyword, given in upper case, was offered. */
  public boolean offers(String keyword) {
    return keywords.containsKey(keyword);
  }

  /** Whether TLS can begin: STARTTLS is offered, or STLS with POP3. */
  public boolean offersTls() {
    return keywords.containsKey("STARTTLS") || keywords.containsKey("STLS");
  }

  /**
   * The arguments of the keyword, given in upper case; empty when it has none or is not offered.
   */
  public List<String> arguments(String keyword) {
    return keywords.getOrDefault(keyword, List.of());
  }

  /**
   * The mechanisms behind AUTH, or behind SASL with POP3, in upper case, each once, in the order of
   * the server.
   */
  public List<String> mechanisms() {
    Set<String> mechanisms = new LinkedHashSet<>();
    for (String keyword : List.of("AUTH", "SASL")) {
      for (String mechanism : arguments(keyword)) {
        mechanisms.add(mechanism.toUpperCase(Locale.ROOT));
      }
    }
    return List.copyOf(mechanisms);
  }
}
