package smtpterm.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 30s}, {@code 500ms} or {@code 5m}; a bare number is seconds. */
final class Durations implements ITypeConverter<Duration> {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,6})(ms|s|m|h)?");

  /** As people read it: {@code 500 ms}, {@code 30 s}. */
  static String text(Duration duration) {
    return duration.toMillis() % 1_000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  @Override
  public Duration convert(String value) {
    Matcher m = SHAPE.matcher(value);
    if (!m.matches() || Integer.parseInt(m.group(1)) == 0) {
      throw new TypeConversionException(value);
    }
    long number = Long.parseLong(m.group(1));
    String unit = m.group(2) == null ? "s" : m.group(2);
    Duration duration =
        switch (unit) {
          case "ms" -> Duration.ofMillis(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofSeconds(number);
        };
    if (duration.compareTo(Duration.ofDays(1)) > 0) {
      throw new TypeConversionException(value);
    }
    return duration;
  }
}
