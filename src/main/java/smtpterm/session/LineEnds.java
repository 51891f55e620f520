package smtpterm.session;

import java.util.List;
import smtpterm.wire.Line;

/**
 * What lines were like on the wire, besides their texts: two lines ended by CR LF, 20 octets.
 *
 * @param endings what ended each line, in their order; shorter than the lines where that is not
 *     known
 * @param octets of all lines together, endings and what was thrown away included
 */
public record LineEnds(List<Line.Ending> endings, long octets) {
  /** Nothing is known. */
  public static final LineEnds UNKNOWN = new LineEnds(List.of(), 0);

  public LineEnds {
    endings = List.copyOf(endings);
    if (octets < 0) {
      throw new IllegalArgumentException("octets: " + octets);
    }
  }

  /** What ended the line of this number of so many; CR LF where it is not known. */
  public Line.Ending of(int line, int lines) {
    if (endings.isEmpty()) {
      return Line.Ending.CRLF;
    }
    // Of a reply that is too long the last line is kept all the same.
    int place = line == lines - 1 ? endings.size() - 1 : Math.min(line, endings.size() - 1);
    return endings.get(place);
  }
}
