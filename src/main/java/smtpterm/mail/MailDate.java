package smtpterm.mail;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date of a header: {@code Fri, 20 Nov 2026 18:30:00 +0100} (RFC 5322 sections 3.3 and 4.3). */
final class MailDate {
  private static final int LONGEST = 200;
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The zones of RFC 5322 section 4.3, in hours. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("GMT", 0),
          Map.entry("UT", 0),
          Map.entry("UTC", 0),
          Map.entry("Z", 0),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7));

  private static final Pattern FORM =
      Pattern.compile(
          "(?:[A-Za-z]{3,9}[.,]*\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3,9})[\\s-]+(\\d{2,4})\\s+"
              + "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?\\s*([+-]\\d{4}|[A-Za-z]{1,3})");

  private MailDate() {}

  /** The moment; empty for what is no date, or one without a zone. */
  static Optional<OffsetDateTime> of(String raw) {
    String text = new Scan(raw.substring(0, Math.min(raw.length(), LONGEST))).until("").strip();
    Matcher found = FORM.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    int month = MONTHS.indexOf(found.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    Optional<ZoneOffset> zone = zone(found.group(7));
    if (month == 0 || zone.isEmpty()) {
      return Optional.empty();
    }
    try {
      int second = found.group(6) == null ? 0 : Integer.parseInt(found.group(6));
      return Optional.of(
          OffsetDateTime.of(
              year(found.group(3)),
              month,
              Integer.parseInt(found.group(1)),
              Integer.parseInt(found.group(4)),
              Integer.parseInt(found.group(5)),
              // A leap second has no place in the time of Java.
              second == 60 ? 59 : second,
              0,
              zone.get()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    // RFC 5322 section 4.3
    return digits.length() == 4
        ? year
        : digits.length() == 2 && year < 50 ? year + 2000 : year + 1900;
  }

  private static Optional<ZoneOffset> zone(String text) {
    Integer hours = ZONES.get(text.toUpperCase(Locale.ROOT));
    if (hours != null) {
      return Optional.of(ZoneOffset.ofHours(hours));
    }
    if (Character.isLetter(text.charAt(0))) {
      return Optional.empty();
    }
    int minutes =
        Integer.parseInt(text.substring(1, 3)) * 60 + Integer.parseInt(text.substring(3, 5));
    boolean possible = minutes <= 18 * 60;
    int signed = text.charAt(0) == '-' ? -minutes : minutes;
    return possible ? Optional.of(ZoneOffset.ofTotalSeconds(signed * 60)) : Optional.empty();
  }
}
