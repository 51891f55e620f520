package smtpterm.server;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.wire.LosslessUtf8;

/**
 * A mail in a mailbox: its envelope, and the octets with {@code Return-Path} and so on in front.
 */
public final class StoredMail {
  /** Characters that are kept of a subject, which a hostile client could make endless. */
  private static final int LONGEST_SUBJECT = 1_000;

  /** What the objects around a mail take, about. */
  private static final long OVERHEAD = 512;

  private final String id;
  private final Envelope envelope;
  private final ZonedDateTime received;
  private final byte[] octets;
  private final String subject;

  /** The octets are not copied; nobody else may hold them. */
  StoredMail(String id, Envelope envelope, ZonedDateTime received, byte[] octets) {
    this.id = Objects.requireNonNull(id, "id");
    this.envelope = Objects.requireNonNull(envelope, "envelope");
    this.received = Objects.requireNonNull(received, "received");
    this.octets = octets;
    this.subject = findSubject();
  }

  /** The name that the 250 to the dot told, such as {@code P0001}. */
  public String id() {
    return id;
  }

  /** What the client said before the text. */
  public Envelope envelope() {
    return envelope;
  }

  /** When the dot came. */
  public ZonedDateTime received() {
    return received;
  }

  /** The value of the first Subject field, unfolded, its encoded words left as they are; or "". */
  public String subject() {
    return subject;
  }

  /** How many octets it has, the lines that the server put in front included. */
  public int size() {
    return octets.length;
  }

  /** A copy of the octets. */
  public byte[] octets() {
    return octets.clone();
  }

  /**
   * The first {@code most} lines without their endings; an octet that is not UTF-8 is carried as
   * {@link LosslessUtf8} does.
   */
  public List<String> lines(int most) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < octets.length && lines.size() < most) {
      int end = lineEnd(start);
      lines.add(text(start, end));
      start = end + 2;
    }
    return lines;
  }

  /** What it takes of the budget. */
  long cost() {
    return OVERHEAD + octets.length + envelope.cost();
  }

  private String findSubject() {
    int start = 0;
    while (start < octets.length) {
      int end = lineEnd(start);
      if (end == start) {
        return "";
      }
      if (named("subject:", start, end)) {
        return unfolded(start + "subject:".length());
      }
      start = end + 2;
    }
    return "";
  }

  /** The field's value from here on, with the lines that continue it. */
  private String unfolded(int from) {
    StringBuilder value = new StringBuilder();
    int start = from;
    int end = lineEnd(start);
    value.append(text(start, end));
    while (continues(end + 2) && value.length() < LONGEST_SUBJECT) {
      start = end + 2;
      end = lineEnd(start);
      value.append(text(start, end));
    }
    return value.substring(0, Math.min(value.length(), LONGEST_SUBJECT)).strip();
  }

  private boolean continues(int start) {
    // RFC 5322 section 2.2.3: a line that starts with a blank belongs to the one before.
    return start < octets.length && (octets[start] == ' ' || octets[start] == '\t');
  }

  private boolean named(String name, int start, int end) {
    return end - start >= name.length()
        && new String(octets, start, name.length(), StandardCharsets.ISO_8859_1)
            .equalsIgnoreCase(name);
  }

  /** The index of the CR of the CR LF that ends this line. */
  private int lineEnd(int start) {
    for (int i = start; i + 1 < octets.length; i++) {
      if (octets[i] == '\r' && octets[i + 1] == '\n') {
        return i;
      }
    }
    return octets.length;
  }

  private String text(int start, int end) {
    byte[] line = new byte[end - start];
    System.arraycopy(octets, start, line, 0, line.length);
    return LosslessUtf8.decode(line);
  }

  @Override
  public String toString() {
    return id + " " + subject;
  }
}
