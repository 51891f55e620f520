package smtpterm.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size such as {@code 10M}, {@code 500K} or {@code 1048576}, in octets. */
final class Sizes implements ITypeConverter<Long> {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,10})([KMG]?)(?:I?B)?");

  @Override
  public Long convert(String value) {
    Matcher m = SHAPE.matcher(value.toUpperCase(Locale.ROOT));
    if (!m.matches() || Long.parseLong(m.group(1)) == 0) {
      throw new TypeConversionException(value);
    }
    long unit =
        switch (m.group(2)) {
          case "K" -> 1L << 10;
          case "M" -> 1L << 20;
          case "G" -> 1L << 30;
          default -> 1L;
        };
    return Long.parseLong(m.group(1)) * unit;
  }
}
