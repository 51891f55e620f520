package smtpterm.manual;

import java.util.Objects;

/**
 * What is described: {@code smtpterm 0.1.0}, of a day.
 *
 * @param version such as {@code 0.1.0}
 * @param date such as {@code 2026-11-21}
 */
public record Release(String version, String date) {
  public Release {
    Objects.requireNonNull(version, "version");
    if (!date.matches("\\d{4}-\\d\\d-\\d\\d")) {
      throw new IllegalArgumentException("no date: " + date);
    }
  }
}
