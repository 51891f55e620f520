package smtpterm.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes which fields a message has while its octets come by, so that a missing {@code Date} can be
 * put in front (RFC 6409 section 8).
 */
final class HeaderWatch {
  private static final Pattern FIELD = Pattern.compile("([!-9;-~]+)[ \t]*:.*");

  /** What is looked at of a line: more than the longest name that matters. */
  private static final int LOOKED_AT = 100;

  private static final Pattern CONTINUED = Pattern.compile("[ \t].*");

  private final Set<String> fields = new HashSet<>();
  private final StringBuilder line = new StringBuilder();
  private boolean begun;
  private boolean ended;

  /** Whether the header may still go on. */
  boolean open() {
    return !ended;
  }

  /** Takes the first {@code length} of these octets. */
  void add(byte[] octets, int length) {
    for (int i = 0; i < length && !ended; i++) {
      char c = (char) (octets[i] & 0xFF);
      if (c == '\n') {
        lineEnds();
      } else if (line.length() < LOOKED_AT && c != '\r') {
        line.append(c);
      }
    }
  }

  /** Takes a line without its ending. */
  void addLine(byte[] octets) {
    add(octets, octets.length);
    add("\n".getBytes(StandardCharsets.US_ASCII), 1);
  }

  /**
   * The lines that a server of the sender's own puts in front.
   *
   * @param date the value of a Date field
   * @param messageId the value of a Message-ID field
   */
  List<String> missing(String date, String messageId) {
    List<String> lines = new ArrayList<>();
    if (!fields.contains("date")) {
      lines.add("Date: " + date);
    }
    if (!fields.contains("message-id")) {
      lines.add("Message-ID: " + messageId);
    }
    boolean bodyOnly = begun && ended && fields.isEmpty();
    if (bodyOnly) {
      // Else the first line of the body would be taken for a part of the header.
      lines.add("");
    }
    return lines;
  }

  private void lineEnds() {
    Matcher field = FIELD.matcher(line);
    boolean continued = !fields.isEmpty() && CONTINUED.matcher(line).matches();
    if (field.matches()) {
      fields.add(field.group(1).toLowerCase(Locale.ROOT));
    } else if (!continued) {
      ended = true;
    }
    begun |= line.length() > 0;
    line.setLength(0);
  }
}
