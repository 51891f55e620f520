package smtpterm.server;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import smtpterm.wire.Line;
import smtpterm.wire.LosslessUtf8;

/**
 * The message text while it comes in, line by line up to the dot (RFC 5321 section 4.5.2).
 *
 * <p>Only {@code CR LF . CR LF} ends it. A server that also took {@code LF . LF} for the end would
 * let one client smuggle in a second mail that another server saw as text.
 */
final class MessageText {
  private final GrowingText octets;
  private final long maximum;
  private final boolean strict;
  private Optional<Answer> refusal = Optional.empty();
  private boolean lineStarts = true;
  private long size;

  MessageText(Storage storage, Settings settings) {
    this.octets = storage.text();
    this.maximum = settings.maximumSize();
    this.strict = settings.strict();
  }

  /** Takes the next line; true when it was the dot that ends the text. */
  boolean add(Line line) {
    boolean crlf = line.ending() == Line.Ending.CRLF;
    if (lineStarts && crlf && line.text().equals(".")) {
      return true;
    }
    boolean stuffed = lineStarts && line.text().startsWith(".");
    lineStarts = crlf;
    if (line.dropped() > 0) {
      refuse(Replies.TEXT_LINE_TOO_LONG);
    } else if (strict && !crlf) {
      refuse(Replies.TEXT_BARE_LF);
    } else if (refusal.isEmpty()) {
      String text = stuffed ? line.text().substring(1) : line.text();
      keep(LosslessUtf8.encode(text + (crlf ? "\r\n" : "\n")));
    }
    return false;
  }

  /** Takes the first {@code length} of these octets as they are (RFC 3030 section 2). */
  void add(byte[] some, int length) {
    if (refusal.isEmpty()) {
      keep(Arrays.copyOf(some, length));
    }
  }

  /** Why this text is not taken, if it is not; told behind the dot only. */
  Optional<Answer> refusal() {
    return refusal;
  }

  /** How many octets of the memory budget this text holds. */
  long taken() {
    return octets.taken();
  }

  /**
   * The whole text. It is given back with {@link #release} or handed over.
   *
   * @throws IOException when there is no room for the rest of it
   */
  MailOctets finish() throws IOException {
    return octets.finish();
  }

  /** Gives its room back: the text is thrown away. */
  void release() {
    octets.release();
  }

  /** Hands over the room that this text holds to whoever keeps the mail. */
  void handOver() {
    octets.handOver();
  }

  private void keep(byte[] some) {
    size += some.length;
    if (size > maximum) {
      refuse(Replies.TOO_BIG);
    } else if (!octets.add(some)) {
      refuse(Replies.NO_SPACE);
    }
  }

  private void refuse(Answer why) {
    if (refusal.isEmpty()) {
      refusal = Optional.of(why);
      release();
    }
  }
}
