package smtpterm.session;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import smtpterm.protocol.Chunk;
import smtpterm.wire.Connection;
import smtpterm.wire.Line;
import smtpterm.wire.LineInput;

/**
 * A file that is to be sent as message text: its lines, whatever stands between them in the file.
 * It is opened once, so that what was looked at is what is sent, whoever changes the name
 * meanwhile.
 */
public final class MessageFile implements Closeable {
  private final Path path;
  private final FileChannel channel;
  private final long octets;
  private long lines;
  private long sent;

  /** A line that cannot be sent, because it holds NUL. */
  public static final class Unsendable extends Exception {
    private static final long serialVersionUID = 1L;
    private final long line;

    Unsendable(long line) {
      super("line " + line);
      this.line = line;
    }

    /** Which one, from 1. */
    public long line() {
      return line;
    }
  }

  /** Takes each line in its turn. */
  @FunctionalInterface
  public interface Sink {
    /** Takes one line; false ends the reading. */
    boolean take(String line) throws IOException;
  }

  private MessageFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.octets = channel.size();
  }

  /**
   * Looks through the whole file before anything is sent, so that nothing fails half-way.
   *
   * @param path an existing regular file
   * @param links whether to follow links; by default they are
   */
  public static MessageFile open(Path path, LinkOption... links) throws IOException, Unsendable {
    Set<OpenOption> options = new HashSet<>(List.of(links));
    options.add(StandardOpenOption.READ);
    FileChannel channel = FileChannel.open(path, options);
    boolean fine = false;
    try {
      MessageFile file = new MessageFile(path, channel);
      file.lookThrough();
      fine = true;
      return file;
    } finally {
      if (!fine) {
        channel.close();
      }
    }
  }

  private void lookThrough() throws IOException, Unsendable {
    long[] bad = {0};
    read(
        line -> {
          lines++;
          sent += Chunk.octetsOf(line) + 2;
          bad[0] = Connection.sendable(line) ? 0 : lines;
          return bad[0] == 0;
        });
    if (bad[0] > 0) {
      throw new Unsendable(bad[0]);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** How many lines it has. */
  public long lines() {
    return lines;
  }

  /** How large it is. */
  public long octets() {
    return octets;
  }

  /** How many octets go out for it, a CR LF behind each line included, dots not doubled. */
  public long sent() {
    return sent;
  }

  /** Hands over the lines one by one, cut at CR LF, bare LF and bare CR alike. */
  public void read(Sink sink) throws IOException {
    channel.position(0);
    // Not closed: that would close the channel.
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 65_536);
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

  private static List<String> split(Line line) {
    List<String> parts = List.of(line.text().split("\r", -1));
    // At the end of the file a CR ends the last line, as CR LF does.
    boolean ended = line.ending() == Line.Ending.NONE && line.text().endsWith("\r");
    return ended ? parts.subList(0, parts.size() - 1) : parts;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
