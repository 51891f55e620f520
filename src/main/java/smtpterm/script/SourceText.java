package smtpterm.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
  /** The longest file, in octets. */
  public static final int MOST_OCTETS = 16 * 1024 * 1024;

  /** The longest line, in characters. */
  public static final int LONGEST_LINE = 1024 * 1024;

  /** Copies the list. */
  public SourceText {
    lines = List.copyOf(lines);
  }

  /** Reads no more than {@link #MOST_OCTETS}. Leaves the stream open. */
  public static SourceText read(InputStream in) throws IOException {
    byte[] octets = in.readNBytes(MOST_OCTETS + 1);
    if (octets.length > MOST_OCTETS) {
      return refused(new Place(1, 1), ScriptError.Kind.FILE_TOO_LARGE, MOST_OCTETS / 1024 / 1024);
    }
    String text;
    boolean utf8 = true;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      text = new String(octets, Charset.forName("windows-1252"));
      utf8 = false;
    }
    return of(text, utf8);
  }

  /** The lines of this text. */
  public static SourceText of(String text) {
    return of(text, true);
  }

  private static SourceText of(String text, boolean utf8) {
    List<String> lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() > LONGEST_LINE) {
        return refused(
            new Place(i + 1, 1), ScriptError.Kind.LINE_TOO_LONG, LONGEST_LINE / 1024 / 1024);
      }
    }
    return new SourceText(lines, utf8, Optional.empty());
  }

  private static SourceText refused(Place at, ScriptError.Kind kind, int mebibytes) {
    return new SourceText(
        List.of(), true, Optional.of(ScriptError.of(at, kind, Integer.toString(mebibytes))));
  }
}
