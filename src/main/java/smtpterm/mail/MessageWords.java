package smtpterm.mail;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import smtpterm.mail.Finding.Kind;
import smtpterm.text.Texts;

/**
 * Puts what was read into words: {@code An answer would go to eve@x.example and not to
 * anna@kolleg.de.}
 *
 * <p>Sentences quote the message, so they are escaped as a whole before they are shown. Speaks the
 * language that the texts speak at that moment. Safe for several threads.
 */
public final class MessageWords {
  /** Of words of the message, so many characters are repeated. */
  private static final int MOST_CHARACTERS = 60;

  private static final long DAY = 86_400;

  private final Texts texts;

  /** Speaks as these texts do. */
  public MessageWords(Texts texts) {
    this.texts = Objects.requireNonNull(texts, "texts");
  }

  /** A finding in a sentence or two. */
  public String say(Finding finding) {
    Object[] arguments =
        finding.arguments().stream().map(argument -> argument(finding.kind(), argument)).toArray();
    return format(texts.bundle("mail/findings").getProperty(finding.kind().name()), arguments);
  }

  private Object argument(Kind kind, Object argument) {
    if (argument instanceof Duration duration) {
      return duration(duration);
    }
    if (kind == Kind.TEXT_CUT && argument instanceof Long octets) {
      return octets(octets);
    }
    return argument instanceof String text ? shortened(text) : argument;
  }

  /** What a server found out, in a sentence. */
  public String say(Check check) {
    Properties sentences = texts.bundle("mail/checks");
    String pattern = sentences.getProperty(check.method() + "." + check.result());
    if (pattern == null) {
      return format(
          sentences.getProperty("other"), shortened(check.method()), shortened(check.result()));
    }
    String domain = domain(check);
    return format(pattern, domain.isEmpty() ? sentences.getProperty("domain") : shortened(domain));
  }

  /** Whose rules or seal it was. */
  private static String domain(Check check) {
    List<String> names =
        switch (check.method()) {
          case "spf" -> List.of("smtp.mailfrom", "smtp.mail", "smtp.helo");
          case "dkim" -> List.of("header.d", "header.i");
          default -> List.of("header.from");
        };
    for (String name : names) {
      String value = check.property(name);
      if (!value.isEmpty()) {
        return value.substring(value.lastIndexOf('@') + 1);
      }
    }
    return "";
  }

  /** {@code 2 h 14 min}. */
  public String duration(Duration duration) {
    long seconds = duration.abs().toSeconds();
    if (seconds < 60) {
      return texts.say("mail.seconds", seconds);
    }
    if (seconds < 3_600) {
      long rest = seconds % 60;
      return rest == 0 || seconds >= 600
          ? texts.say("mail.minutes", seconds / 60)
          : texts.say("mail.minutes-seconds", seconds / 60, rest);
    }
    if (seconds < 2 * DAY) {
      long rest = seconds % 3_600 / 60;
      return rest == 0
          ? texts.say("mail.hours", seconds / 3_600)
          : texts.say("mail.hours-minutes", seconds / 3_600, rest);
    }
    return texts.say("mail.days", seconds / DAY);
  }

  /** How long after the stop before: {@code 3 s later}; a negative time is earlier. */
  public String after(Duration duration) {
    return duration.isZero()
        ? texts.say("mail.at-once")
        : texts.say(duration.isNegative() ? "mail.earlier" : "mail.later", duration(duration));
  }

  /** {@code 20 Nov 2026 18:30:02}, as the clocks of this zone show it. */
  public String time(OffsetDateTime time, ZoneOffset zone) {
    DateTimeFormatter form =
        DateTimeFormatter.ofPattern(texts.say("mail.date"), texts.language().locale());
    return form.format(time.withOffsetSameInstant(zone));
  }

  /** {@code 1.3 KiB}. */
  public String octets(long count) {
    if (count < 1_024) {
      return count == 1 ? texts.say("mail.octet") : texts.say("mail.octets", count);
    }
    return count < 1_024 * 1_024
        ? texts.say("mail.kib", count / 1_024.0)
        : texts.say("mail.mib", count / (1_024.0 * 1_024.0));
  }

  /** What the name of a protocol tells, such as {@code ESMTPSA: encrypted, logged in}. */
  public String protocol(String with) {
    String name = with.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    // RFC 3848, RFC 6531 section 4.3
    if (!name.matches("(E?SMTP|UTF8SMTP|LMTP|UTF8LMTP)S?A?")) {
      return shortened(with);
    }
    String letters = name.substring(name.indexOf("MTP") + 3);
    List<String> words = new ArrayList<>();
    words.add(texts.say(letters.startsWith("S") ? "mail.encrypted" : "mail.readable"));
    if (letters.endsWith("A")) {
      words.add(texts.say("mail.login"));
    }
    return name + ": " + String.join(", ", words);
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
  }

  private String format(String pattern, Object... arguments) {
    return String.format(texts.language().locale(), pattern, arguments);
  }
}
