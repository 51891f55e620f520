package smtpterm.shell;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import smtpterm.protocol.Chunk;
import smtpterm.wire.Connection;
import smtpterm.wire.Line;
import smtpterm.wire.LineInput;

/**
 * A file that is to be sent as message text: its lines, whatever stands between them in the file.
 *
 * @param path an existing regular file
 * @param lines how many lines it has
 * @param octets how large it is
 * @param sent how many octets go out for it, a CR LF behind each line included
 */
record MessageFile(Path path, long lines, long octets, long sent) {
  /** A line that cannot be sent, because it holds NUL. */
  static final class Unsendable extends Exception {
    private static final long serialVersionUID = 1L;
    private final long line;

    Unsendable(long line) {
      super("line " + line);
      this.line = line;
    }

    long line() {
      return line;
    }
  }

  /** Takes each line in its turn. */
  interface Sink {
    /** Takes one line; false ends the reading. */
    boolean take(String line) throws IOException;
  }

  /** Looks through the whole file before anything is sent, so that nothing fails half-way. */
  static MessageFile open(Path path) throws IOException, Unsendable {
    long[] seen = new long[3];
    MessageFile file = new MessageFile(path, 0, Files.size(path), 0);
    file.read(
        line -> {
          seen[0]++;
          seen[2] += Chunk.octetsOf(line) + 2;
          if (seen[1] == 0 && !Connection.sendable(line)) {
            seen[1] = seen[0];
          }
          return seen[1] == 0;
        });
    if (seen[1] > 0) {
      throw new Unsendable(seen[1]);
    }
    return new MessageFile(path, seen[0], file.octets, seen[2]);
  }

  /** Hands over the lines one by one, cut at CR LF, bare LF and bare CR alike. */
  void read(Sink sink) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      // A file is trusted to have lines that fit into memory; nothing of one may be dropped.
      LineInput input = new LineInput(in, Integer.MAX_VALUE - 16);
      for (Line line = input.read(); line != null; line = input.read()) {
        // Bare CR: some servers take it for a line end, others not, so it is made one (RFC 5321
        // 2.3.8).
        for (String part : line.text().indexOf('\r') < 0 ? List.of(line.text()) : split(line)) {
          if (!sink.take(part)) {
            return;
          }
        }
      }
    }
  }

  private static List<String> split(Line line) {
    List<String> parts = List.of(line.text().split("\r", -1));
    // At the end of the file a CR ends the last line, as CR LF does.
    boolean ended = line.ending() == Line.Ending.NONE && line.text().endsWith("\r");
    return ended ? parts.subList(0, parts.size() - 1) : parts;
  }
}
