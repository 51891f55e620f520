package smtpterm.session;

import java.util.ArrayList;
import java.util.List;
import smtpterm.protocol.Chunk;
import smtpterm.wire.Line;

/** Keeps how lines ended until somebody is told; of very many the first ones and the last. */
final class LineEndsSoFar {
  private static final int MOST = 1_000;

  private final List<Line.Ending> endings = new ArrayList<>();
  private long octets;

  void add(Line line) {
    int ending =
        switch (line.ending()) {
          case CRLF -> 2;
          case LF -> 1;
          case NONE -> 0;
        };
    octets += Chunk.octetsOf(line.text()) + line.dropped() + ending;
    if (endings.size() > MOST) {
      endings.set(MOST, line.ending());
    } else {
      endings.add(line.ending());
    }
  }

  /** All since this was asked last. */
  LineEnds take() {
    LineEnds taken = new LineEnds(endings, octets);
    endings.clear();
    octets = 0;
    return taken;
  }
}
