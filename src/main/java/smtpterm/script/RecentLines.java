package smtpterm.script;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * The newest part of what was said, in memory: so many octets, then the oldest goes, counted, from
 * one whole exchange to the next.
 *
 * <p>Not safe for several threads.
 */
public final class RecentLines implements Paper {
  /** Ten mebibytes are a few days of typing. */
  public static final int USUAL = 10 << 20;

  /** For each piece, what it takes besides its octets. */
  private static final int OVERHEAD = 48;

  private final int most;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private ByteArrayOutputStream now = new ByteArrayOutputStream();
  private boolean opens;
  private long lines;
  private boolean tooLong;
  private boolean fromFile;
  private long octets;
  private long dropped;

  /** The {@code @connect} of the oldest connection, when the lines behind it have gone. */
  private String opening = "";

  /**
   * @param most how many octets to keep
   */
  public RecentLines(int most) {
    this.most = most;
  }

  /** Lines that belong together: a command and its reply, a login, a message. */
  private record Piece(String text, long size, long lines, boolean opens) {
    List<String> all() {
      return text.lines().toList();
    }
  }

  @Override
  public void connecting() {
    whole();
    opens = true;
  }

  @Override
  public void line(String line) {
    lines++;
    if (tooLong) {
      return;
    }
    now.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    now.write('\n');
    if (now.size() > most / 2) {
      tooLong = true;
      now = new ByteArrayOutputStream();
    }
    trim();
  }

  @Override
  public boolean file(Path file) {
    line("@send " + file.toAbsolutePath());
    fromFile = true;
    return false;
  }

  @Override
  public void fileLine(String line) {
    if (!fromFile) {
      line(line);
    } else if (line.equals("C: .")) {
      fromFile = false;
    }
  }

  @Override
  public void whole() {
    fromFile = false;
    if (lines == 0) {
      return;
    }
    if (tooLong) {
      dropped += lines;
    } else {
      Piece piece =
          new Piece(
              now.toString(StandardCharsets.UTF_8), (long) now.size() + OVERHEAD, lines, opens);
      octets += piece.size();
      pieces.add(piece);
    }
    now = new ByteArrayOutputStream();
    lines = 0;
    opens = false;
    tooLong = false;
    trim();
  }

  /** How many lines have gone. */
  public long dropped() {
    return dropped;
  }

  /** Whether there is nothing to be saved. */
  public boolean isEmpty() {
    return pieces.isEmpty() && lines == 0;
  }

  /** How many lines are kept. */
  public long count() {
    return pieces.stream().mapToLong(Piece::lines).sum() + (tooLong ? 0 : lines);
  }

  /**
   * What is kept, oldest first, in pieces, so that it is never there twice; the file of an {@code
   * @send} with its whole path.
   */
  public Stream<List<String>> pieces() {
    List<String> first = opening.isEmpty() ? List.of() : List.of(opening);
    List<String> late = now.toString(StandardCharsets.UTF_8).lines().toList();
    return Stream.of(Stream.of(first), pieces.stream().map(Piece::all), Stream.of(late))
        .flatMap(lists -> lists)
        .filter(list -> !list.isEmpty());
  }

  /** The lines that came since all was whole, but for the {@code @connect}. */
  public List<String> unfinished() {
    List<String> late = now.toString(StandardCharsets.UTF_8).lines().toList();
    return opens && !late.isEmpty() ? late.subList(1, late.size()) : late;
  }

  private void trim() {
    while (octets + now.size() > most && !pieces.isEmpty()) {
      Piece oldest = pieces.remove();
      octets -= oldest.size();
      dropped += oldest.lines();
      if (oldest.opens()) {
        opening = oldest.all().get(0);
        dropped--;
      }
      boolean nextOpens = pieces.isEmpty() ? opens : pieces.element().opens();
      if (nextOpens && !opening.isEmpty()) {
        opening = "";
        dropped++;
      }
    }
  }
}
