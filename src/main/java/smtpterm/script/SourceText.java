package smtpterm.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a file, without their ends; a byte order mark is dropped.
 *
 * @param lines the lines
 * @param utf8 whether the file is UTF-8; otherwise it was read as Windows-1252
 * @param flaw why no more was read: the file or a line is too long
 */
public record SourceText(List<String> lines, boolean utf8, Optional<ScriptError> flaw) {
  /** The longest line, in octets. */
  public static final int LONGEST_LINE = 1024 * 1024;

  /** More is not needed: long mails are sent from files of their own. */
  private static final long MOST_OCTETS = 16L * 1024 * 1024;

  private static final long LEAST_OCTETS = 1024L * 1024;

  /** So many octets of a file become steps in so much memory; each line needs some of its own. */
  private static final int MEMORY_FOR_AN_OCTET = 16;

  private static final int MEMORY_FOR_A_LINE = 1024;

  /** Copies the list. */
  public SourceText {
    lines = List.copyOf(lines);
  }

  /** The longest file, in octets: 16 MiB, and less where Java may not use much memory. */
  public static int mostOctets() {
    long fitting = Runtime.getRuntime().maxMemory() / MEMORY_FOR_AN_OCTET;
    return (int) Math.max(LEAST_OCTETS, Math.min(MOST_OCTETS, fitting));
  }

  /** The greatest number of lines; depends on memory, too. */
  public static int mostLines() {
    long fitting = Runtime.getRuntime().maxMemory() / MEMORY_FOR_A_LINE;
    return (int) Math.max(10_000, Math.min(1_000_000, fitting));
  }

  /** Reads no more than {@link #mostOctets}. Leaves the stream open. */
  public static SourceText read(InputStream in) throws IOException {
    int most = mostOctets();
    byte[] octets = in.readNBytes(most + 1);
    if (octets.length > most) {
      return refused(1, ScriptError.Kind.FILE_TOO_LARGE, most / 1024 / 1024);
    }
    return of(octets);
  }

  /** The lines of this text. */
  public static SourceText of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static SourceText of(byte[] octets) {
    boolean utf8 = isUtf8(octets);
    Charset charset = utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    boolean marked =
        octets.length >= 3
            && octets[0] == (byte) 0xEF
            && octets[1] == (byte) 0xBB
            && octets[2] == (byte) 0xBF;
    List<String> lines = new ArrayList<>();
    int start = marked ? 3 : 0;
    while (start < octets.length) {
      int end = start;
      while (end < octets.length && octets[end] != '\r' && octets[end] != '\n') {
        end++;
      }
      if (end - start > LONGEST_LINE) {
        return refused(
            lines.size() + 1, ScriptError.Kind.LINE_TOO_LONG, LONGEST_LINE / 1024 / 1024);
      } else if (lines.size() == mostLines()) {
        return refused(lines.size(), ScriptError.Kind.TOO_MANY_LINES, mostLines());
      }
      lines.add(new String(octets, start, end - start, charset));
      boolean two = end + 1 < octets.length && octets[end] == '\r' && octets[end + 1] == '\n';
      start = end + (two ? 2 : 1);
    }
    return new SourceText(lines, utf8, Optional.empty());
  }

  /** Decodes piece by piece: only the verdict is kept. */
  private static boolean isUtf8(byte[] octets) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(octets);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result;
    do {
      result = decoder.decode(in, out.clear(), true);
    } while (result.isOverflow());
    return !result.isError();
  }

  private static SourceText refused(int line, ScriptError.Kind kind, int limit) {
    Place at = new Place(line, 1);
    return new SourceText(
        List.of(), true, Optional.of(ScriptError.of(at, kind, Integer.toString(limit))));
  }
}
