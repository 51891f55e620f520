package smtpterm.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import smtpterm.wire.LosslessUtf8;

/**
 * What is known of a mail once it was read from front to back: its subject is "Gartenparty", and by
 * POP3 it has 280 octets.
 *
 * @param subject the value of the first Subject field, unfolded; empty when there is none
 * @param fetched how many octets are sent when the mail is fetched, stuffed dots not counted (RFC
 *     1939 section 11): those it has, with CR LF for each bare LF and at the end
 * @param beyondAscii whether there is an octet above 127 in the header
 */
record MailFacts(String subject, long fetched, boolean beyondAscii) {
  /** Octets of a header that are looked at. */
  private static final int LONGEST_HEADER = 65_536;

  /** Characters that are kept of a subject, which a hostile client could make endless. */
  private static final int LONGEST_SUBJECT = 1_000;

  MailFacts {
    Objects.requireNonNull(subject, "subject");
  }

  /** Reads all of these octets once. */
  static MailFacts of(MailOctets octets) throws IOException {
    Scan scan = new Scan();
    try (InputStream in = octets.open()) {
      byte[] some = new byte[8_192];
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        scan.take(some, n);
      }
    }
    return scan.facts();
  }

  private static final class Scan {
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private boolean inHeader = true;
    private boolean beyondAscii;
    private long octets;
    private long bareLineFeeds;
    private int last = '\n';
    private long column;

    void take(byte[] some, int length) {
      for (int i = 0; i < length; i++) {
        take(some[i]);
      }
      octets += length;
    }

    private void take(byte octet) {
      boolean bare = octet == '\n' && last != '\r';
      bareLineFeeds += bare ? 1 : 0;
      if (inHeader) {
        beyondAscii |= octet < 0;
        if (header.size() < LONGEST_HEADER) {
          header.write(octet);
        }
        inHeader = octet != '\n' || column > (bare ? 0 : 1);
      }
      column = octet == '\n' ? 0 : column + 1;
      last = octet;
    }

    MailFacts facts() {
      int missingEnd = last == '\n' ? 0 : 2;
      return new MailFacts(
          subject(header.toByteArray()), octets + bareLineFeeds + missingEnd, beyondAscii);
    }
  }

  private static String subject(byte[] header) {
    int start = 0;
    while (start < header.length) {
      int end = lineEnd(header, start);
      if (end == start) {
        return "";
      }
      if (named("subject:", header, start, end)) {
        return unfolded(header, start + "subject:".length());
      }
      start = end + 2;
    }
    return "";
  }

  /** The field's value from here on, with the lines that continue it. */
  private static String unfolded(byte[] header, int from) {
    StringBuilder value = new StringBuilder();
    int start = from;
    int end = lineEnd(header, start);
    value.append(text(header, start, end));
    while (continues(header, end + 2) && value.length() < LONGEST_SUBJECT) {
      start = end + 2;
      end = lineEnd(header, start);
      value.append(text(header, start, end));
    }
    return value.substring(0, Math.min(value.length(), LONGEST_SUBJECT)).strip();
  }

  private static boolean continues(byte[] header, int start) {
    // RFC 5322 section 2.2.3: a line that starts with a blank belongs to the one before.
    return start < header.length && (header[start] == ' ' || header[start] == '\t');
  }

  private static boolean named(String name, byte[] header, int start, int end) {
    return end - start >= name.length()
        && new String(header, start, name.length(), StandardCharsets.ISO_8859_1)
            .equalsIgnoreCase(name);
  }

  /** The index of the CR of the CR LF that ends this line. */
  private static int lineEnd(byte[] header, int start) {
    for (int i = start; i + 1 < header.length; i++) {
      if (header[i] == '\r' && header[i + 1] == '\n') {
        return i;
      }
    }
    return header.length;
  }

  private static String text(byte[] header, int start, int end) {
    return LosslessUtf8.decode(Arrays.copyOfRange(header, start, end));
  }
}
