package smtpterm.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Sends a mail as the rest of a POP3 reply: lines that end with CR LF, one dot more in front of
 * each that starts with one, and the lone dot at the end (RFC 1939 section 3).
 *
 * <p>A bare LF becomes CR LF. A client that takes it for the end of a line would else see the end
 * of the mail in {@code LF . CR LF}, and commands for its user in the rest.
 */
final class FetchedText {
  private static final long WHOLE = Long.MAX_VALUE;

  private final OutputStream out;
  private final byte[] buffer = new byte[8_192];
  private int filled;
  private long bodyLines;
  private boolean inHeader = true;
  private long column;
  private int last;

  private FetchedText(OutputStream out, long bodyLines) {
    this.out = out;
    this.bodyLines = bodyLines;
  }

  /** Sends the whole mail. */
  static void whole(InputStream mail, OutputStream out) throws IOException {
    top(mail, WHOLE, out);
  }

  /** Sends the header, the empty line, and so many lines of the body (TOP). */
  static void top(InputStream mail, long bodyLines, OutputStream out) throws IOException {
    FetchedText text = new FetchedText(out, bodyLines);
    byte[] some = new byte[8_192];
    for (int n = mail.read(some); n >= 0 && !text.enough(); n = mail.read(some)) {
      for (int i = 0; i < n && !text.enough(); i++) {
        text.take(some[i]);
      }
    }
    text.end();
  }

  /** Whether the line that would start now is one too many. */
  private boolean enough() {
    return column == 0 && !inHeader && bodyLines == 0;
  }

  private void take(byte octet) throws IOException {
    if (octet == '\n') {
      lineFeed();
      return;
    }
    if (column == 0 && octet == '.') {
      put('.');
    }
    put(octet);
    column++;
    last = octet;
  }

  private void lineFeed() throws IOException {
    boolean bare = column == 0 || last != '\r';
    if (bare) {
      put('\r');
    }
    put('\n');
    boolean empty = bare ? column == 0 : column == 1;
    if (!inHeader) {
      bodyLines--;
    } else if (empty) {
      inHeader = false;
    }
    column = 0;
  }

  private void end() throws IOException {
    if (column > 0) {
      put('\r');
      put('\n');
    }
    put('.');
    put('\r');
    put('\n');
    out.write(buffer, 0, filled);
  }

  private void put(int octet) throws IOException {
    if (filled == buffer.length) {
      out.write(buffer, 0, filled);
      filled = 0;
    }
    buffer[filled] = (byte) octet;
    filled++;
  }
}
