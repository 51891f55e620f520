package smtpterm.server;

import smtpterm.wire.Line;

/**
 * Message text that nobody keeps: looks for the dot between two CR LF that ends it (RFC 5321
 * section 4.1.1.4), or counts lines up to where a script breaks off. For one message.
 */
final class TextWatch {
  private final int most;
  private boolean lineStarts = true;
  private int lines;

  /**
   * @param most lines after which the script breaks off; 0 for a message with an end
   */
  TextWatch(int most) {
    this.most = most;
  }

  /** Whether this line is the dot that ends the text. */
  boolean endsWith(Line line) {
    boolean crlf = line.ending() == Line.Ending.CRLF;
    boolean dot = lineStarts && crlf && line.text().equals(".");
    lineStarts = crlf;
    lines = Math.min(lines + 1, Integer.MAX_VALUE - 1);
    return dot;
  }

  /** Whether the script breaks off here. */
  boolean breaksOff() {
    return most > 0 && lines >= most;
  }
}
