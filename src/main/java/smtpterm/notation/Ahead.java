package smtpterm.notation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What comes next in a transcript; looked up once, so that long files take no longer per line. */
final class Ahead {
  private final List<Said> said;
  private final int[] dots;
  private final int[] looseDots;
  private final int[] marks;
  private final int[] servers;
  private final int[] texts;
  private final int[] ends;
  private final int[] renewals;
  private final int[] replies;

  Ahead(List<Said> said) {
    this.said = said;
    texts = next(i -> !said.get(i).row().blank() && !said.get(i).row().prose());
    marks = next(i -> said.get(i).marked());
    servers = next(i -> said.get(i).of(Side.SERVER));
    dots = next(i -> !said.get(i).of(Side.SERVER) && dot(i));
    looseDots = next(i -> !said.get(i).marked() && dot(i));
    replies = next(i -> said.get(i).marked() || Looks.reply(said.get(i).text().strip()));
    ends = next(this::over);
    renewals = next(i -> said.get(i).text().startsWith("354") && over(i));
  }

  private int[] next(IntPredicate wanted) {
    int[] next = new int[said.size() + 1];
    Arrays.fill(next, said.size());
    for (int i = said.size() - 1; i >= 0; i--) {
      next[i] = wanted.test(i) ? i : next[i + 1];
    }
    return next;
  }

  private boolean dot(int index) {
    return !said.get(index).row().prose() && Explanations.dot(said.get(index).text());
  }

  /** Whether a message may be over here: a reply, and then a command or nothing more. */
  private boolean over(int index) {
    if (!Looks.reply(said.get(index).text().strip())) {
      return false;
    }
    int next = texts[index + 1];
    return next == said.size()
        || Looks.protocol(said.get(next).text().strip())
        || Looks.noise(said.get(next).text());
  }

  /** The next line that says anything. */
  Optional<Said> text(int from) {
    int index = textIndex(from);
    return index < said.size() ? Optional.of(said.get(index)) : Optional.empty();
  }

  /** Where it stands; behind the end if nothing more is said. */
  int textIndex(int from) {
    return texts[Math.min(from, said.size())];
  }

  /** Whether the next mark is one of the server. */
  boolean serverIsNext(int from) {
    int next = marks[Math.min(from, said.size())];
    return next < said.size() && said.get(next).of(Side.SERVER);
  }

  /** Whether a dot comes before the server speaks. */
  boolean dotBeforeServer(int from) {
    return dots[from] < servers[from];
  }

  /** Whether the next line that says anything has no mark. */
  boolean unmarked(int from) {
    return text(from).filter(s -> !s.marked()).isPresent();
  }

  /** Whether a dot comes before anything that may be a reply. */
  boolean dotBeforeReply(int from) {
    return looseDots[from] < replies[from];
  }

  /** Whether a dot comes before anything that has a mark. */
  boolean dotBeforeMark(int from) {
    return looseDots[from] < marks[from];
  }

  /** The rest of a message that starts here, as far as it has no marks. */
  MessageRun message(int from) {
    int stop = Math.min(marks[from], renewals[from]);
    boolean dotted = looseDots[from] < stop;
    int to = dotted ? looseDots[from] + 1 : Math.min(stop, ends[from]);
    return new MessageRun(from, to, dotted, MessageRun.indentation(said.subList(from, to)));
  }
}
