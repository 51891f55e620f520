package smtpterm.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.wire.Line;
import smtpterm.wire.LineInput;

/**
 * A mail in a mailbox: its envelope, and the octets with {@code Return-Path} and so on in front.
 */
public final class StoredMail {
  /** What the objects around a mail take, about. */
  private static final long OVERHEAD = 512;

  private final String id;
  private final Envelope envelope;
  private final ZonedDateTime received;
  private final MailOctets octets;
  private final MailFacts facts;

  /**
   * Reads the octets once.
   *
   * @throws IOException when they cannot be read
   */
  StoredMail(String id, Envelope envelope, ZonedDateTime received, MailOctets octets)
      throws IOException {
    this(id, envelope, received, octets, MailFacts.of(octets));
  }

  private StoredMail(
      String id, Envelope envelope, ZonedDateTime received, MailOctets octets, MailFacts facts) {
    this.id = Objects.requireNonNull(id, "id");
    this.envelope = Objects.requireNonNull(envelope, "envelope");
    this.received = Objects.requireNonNull(received, "received");
    this.octets = octets;
    this.facts = facts;
  }

  /** The same mail, its octets in another place. */
  StoredMail movedTo(MailOctets place) {
    return new StoredMail(id, envelope, received, place, facts);
  }

  /** The name that the 250 to the dot told, such as {@code P0001}. */
  public String id() {
    return id;
  }

  /**
   * A name that no other mail ever has, such as {@code P0001.mi9x2k4f} (RFC 1939 section 7, UIDL).
   */
  public String uniqueId() {
    // The number alone begins again with each server that forgets its mails.
    return id + "." + Long.toString(received.toInstant().toEpochMilli(), 36);
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
    return facts.subject();
  }

  /** How many octets it has, the lines that the server put in front included. */
  public long size() {
    return octets.size();
  }

  /** A copy of the octets, for a mail that is known to be small. */
  public byte[] octets() {
    try (InputStream in = octets.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The first {@code most} lines without their endings; an octet that is not UTF-8 is carried as
   * {@link smtpterm.wire.LosslessUtf8} does. Empty when the mail was deleted in the meantime.
   */
  public List<String> lines(int most) {
    List<String> lines = new ArrayList<>();
    try (InputStream in = octets.open()) {
      LineInput input = new LineInput(in);
      StringBuilder text = new StringBuilder();
      for (Line line = input.read(); line != null && lines.size() < most; line = input.read()) {
        if (text.length() < LineInput.DEFAULT_LIMIT) {
          text.append(line.text());
        }
        if (line.ending() == Line.Ending.LF) {
          // Only CR LF ends a line of a mail (RFC 5322 section 2.1).
          text.append('\n');
        } else {
          lines.add(text.toString());
          text.setLength(0);
        }
      }
      if (text.length() > 0 && lines.size() < most) {
        lines.add(text.toString());
      }
    } catch (IOException e) {
      return List.of();
    }
    return lines;
  }

  /** Where the octets lie. */
  MailOctets place() {
    return octets;
  }

  /** What there is to know of them. */
  MailFacts facts() {
    return facts;
  }

  /** What it takes of the memory budget. */
  long cost() {
    return OVERHEAD + octets.memory() + envelope.cost() + 2L * facts.subject().length();
  }

  @Override
  public String toString() {
    return id + " " + subject();
  }
}
