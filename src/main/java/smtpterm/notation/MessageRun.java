package smtpterm.notation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The rest of a message, as far as it stands there without marks.
 *
 * @param from the index of its first line
 * @param to the index of the line behind it; the dot belongs to it
 * @param dotted whether it ends with the dot
 * @param indentation the blanks before each of its lines
 */
record MessageRun(int from, int to, boolean dotted, int indentation) {
  /** The run that starts here. */
  static MessageRun at(List<Said> said, int from) {
    int to = from;
    boolean dotted = false;
    while (to < said.size() && !dotted && !said.get(to).marked()) {
      dotted = !said.get(to).row().prose() && Explanations.dot(said.get(to).text());
      if (!dotted && said.get(to).text().startsWith("354") && over(said, to)) {
        break;
      }
      to++;
    }
    if (!dotted) {
      int end = to;
      to = IntStream.range(from, end).filter(i -> over(said, i)).findFirst().orElse(end);
    }
    return new MessageRun(from, to, dotted, indentation(said, from, to));
  }

  boolean holds(int index) {
    return index >= from && index < to;
  }

  /** Whether the message may be over here: a reply, and then a command or nothing more. */
  private static boolean over(List<Said> said, int at) {
    if (!Looks.reply(said.get(at).text().strip())) {
      return false;
    }
    int next = at + 1;
    while (next < said.size() && (said.get(next).row().blank() || said.get(next).row().prose())) {
      next++;
    }
    return next == said.size()
        || Looks.protocol(said.get(next).text().strip())
        || Looks.noise(said.get(next).text());
  }

  private static int indentation(List<Said> said, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(said::get)
        .filter(s -> !s.row().prose() && !s.row().blank())
        .mapToInt(s -> s.row().indentation())
        .min()
        .orElse(0);
  }

  /** The text without what moves all of the run to the right. */
  String text(Said line) {
    int taken = Math.min(indentation, Math.min(line.row().indentation(), line.text().length()));
    return line.text().substring(taken);
  }
}
