package smtpterm.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Counts the lines that go out, and keeps the beginning of the first ones. */
final class HeardOutput extends FilterOutputStream {
  /** Lines kept: a reply of LMTP has one for each of a hundred recipients. */
  private static final int MOST_LINES = 100;

  private static final char NO_ASCII = '\uFFFD';

  private final List<String> firstLines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private long lines;

  HeardOutput(OutputStream out) {
    super(out);
  }

  List<String> firstLines() {
    return firstLines;
  }

  long lines() {
    return lines;
  }

  @Override
  public void write(int octet) throws IOException {
    out.write(octet);
    hear((byte) octet);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    out.write(octets, offset, length);
    for (int i = offset; i < offset + length; i++) {
      hear(octets[i]);
    }
  }

  private void hear(byte octet) {
    if (octet != '\n') {
      if (lines < MOST_LINES && line.length() < Happening.LONGEST && octet != '\r') {
        // Replies are ASCII; what is not does not matter here.
        line.append(octet < 0 ? NO_ASCII : (char) octet);
      }
      return;
    }
    if (lines < MOST_LINES) {
      firstLines.add(line.toString());
      line.setLength(0);
    }
    lines++;
  }
}
