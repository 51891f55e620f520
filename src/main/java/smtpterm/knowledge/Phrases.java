package smtpterm.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import smtpterm.protocol.LineFlaw;
import smtpterm.text.Texts;

/** Turns findings, sizes and lists into the language spoken: {@code 34.2 MiB}, {@code a or b}. */
final class Phrases {
  /** What the ids of flaws begin with. */
  private static final String FLAW = "flaw.";

  private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB");

  private final Texts texts;

  Phrases(Texts texts) {
    this.texts = texts;
  }

  /** A small sentence of the file {@code texts}. */
  String say(String key, Object... arguments) {
    return texts.say("knowledge." + key, arguments);
  }

  /** Whether there is a text for this moment. */
  boolean knows(String id) {
    return texts.bundle("knowledge/moments").containsKey(id);
  }

  /** Whether there is a text for this reply code alone. */
  boolean knowsCode(String code) {
    return texts.bundle("knowledge/replies").containsKey(code);
  }

  /** The sentence of a finding. */
  String say(Finding finding) {
    if (finding.id().startsWith(FLAW)) {
      return flaw(finding);
    }
    String pattern = texts.bundle("knowledge/moments").getProperty(finding.id());
    if (pattern == null) {
      return texts.bundle("knowledge/replies").getProperty(finding.id(), "");
    }
    return filled(pattern, finding);
  }

  /** What is wrong with a typed line, in a few words. */
  String brief(Finding flaw) {
    return filled(flaws().getProperty(flaw.id().substring(FLAW.length())), flaw);
  }

  private String flaw(Finding finding) {
    String kind = finding.id().substring(FLAW.length());
    String own = flaws().getProperty(kind + ".headline");
    if (own != null) {
      return filled(own, finding);
    }
    String pattern = flaws().getProperty("headline." + LineFlaw.Kind.valueOf(kind).family());
    return String.format(locale(), pattern, brief(finding));
  }

  private Properties flaws() {
    return texts.bundle("knowledge/flaws");
  }

  private String filled(String pattern, Finding finding) {
    return String.format(
        locale(), pattern, finding.arguments().stream().map(this::argument).toArray());
  }

  /** The sentence for a number that a keyword such as LIMITS sets, or empty. */
  String limit(String name, String number) {
    Properties limits = texts.bundle("knowledge/limits");
    String pattern = limits.getProperty(name + ".n");
    return pattern == null ? "" : String.format(locale(), pattern, number);
  }

  /** {@code 10 MiB}, {@code 34.2 MiB}; below a KiB plain octets. */
  String octets(long count) {
    if (count < 1024) {
      return say("quantity.octets", count);
    }
    double size = count;
    int unit = -1;
    // A value that would round up to 1024 belongs to the next unit.
    while (size >= 1023.95 && unit < UNITS.size() - 1) {
      size /= 1024;
      unit++;
    }
    boolean whole = Math.round(size * 10) % 10 == 0;
    return String.format(locale(), whole ? "%.0f %s" : "%.1f %s", size, UNITS.get(unit));
  }

  /** {@code 10 days}, in the largest unit that makes at least two. */
  String duration(long seconds) {
    if (seconds >= 2 * 86_400) {
      return say("days", seconds / 86_400);
    }
    if (seconds >= 2 * 3_600) {
      return say("hours", seconds / 3_600);
    }
    return seconds >= 2 * 60 ? say("minutes", seconds / 60) : say("seconds", seconds);
  }

  /** {@code a, b or c}. */
  String either(List<?> names) {
    List<String> all = names.stream().map(String::valueOf).toList();
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : say("or", String.join(", ", all.subList(0, last)), all.get(last));
  }

  private Object argument(Object argument) {
    if (argument instanceof Finding finding) {
      return say(finding);
    }
    if (argument instanceof Finding.Octets octets) {
      return octets(octets.count());
    }
    return argument instanceof List<?> names ? either(names) : argument;
  }

  private Locale locale() {
    return texts.language().locale();
  }
}
