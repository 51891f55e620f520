package smtpterm.server;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import smtpterm.wire.LosslessUtf8;

/**
 * The lines that a server puts in front of a mail: {@code Return-Path: <anna@kolleg.de>} and {@code
 * Received: from laptop …} (RFC 5321 section 4.4).
 */
final class TraceFields {
  // RFC 5322 section 3.3
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

  private TraceFields() {}

  /** The date as it stands in a header, such as {@code Sat, 21 Nov 2026 12:00:00 +0100}. */
  static String date(ZonedDateTime time) {
    return DATE.format(time);
  }

  /** The octets of both fields, endings included. */
  static byte[] of(String host, Envelope envelope, Arrival arrival) {
    // RFC 5321 section 7.2: "for" would tell each recipient of the others, so only one is named.
    List<String> recipients = envelope.recipients();
    String whom = recipients.size() == 1 ? "\r\n\tfor <" + recipients.get(0) + ">" : "";
    return LosslessUtf8.encode(
        "Return-Path: <%s>\r\nReceived: from %s (%s)\r\n\tby %s with %s id %s%s;\r\n\t%s\r\n"
            .formatted(
                envelope.reversePath(),
                envelope.hello(),
                arrival.literal(),
                host,
                arrival.protocol(),
                arrival.id(),
                whom,
                date(arrival.time())));
  }
}
