package smtpterm.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts which mark stands before commands and which before replies. Message text and POP3's
 * multi-line answers have no vote: anything may stand there.
 */
final class Votes {
  private static final Set<String> LISTINGS = Set.of("LIST", "UIDL", "RETR", "TOP", "CAPA", "AUTH");
  private static final Set<String> ALONE = Set.of("LIST", "UIDL", "AUTH");

  /** What is left of {@code Anna ->} in front of {@code Post:}. */
  private static final Pattern FROM = Pattern.compile("a[-=~]{1,3}>");

  /** How often a mark was seen before each. */
  static final class Count {
    int replies;
    int commands;
    int lines;

    /** How often nothing but blanks stood before the mark. */
    int clean;

    int all() {
      return replies + commands;
    }
  }

  private enum State {
    TALK,
    MESSAGE,
    LISTING
  }

  private final Map<String, Count> counts = new HashMap<>();
  private final Count bare = new Count();
  private final Set<String> speakers = new HashSet<>();
  private State state = State.TALK;
  private String asked = "";

  Votes(List<Row> rows, List<List<Mark>> marks) {
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).prose() && !rows.get(i).blank()) {
        row(rows.get(i), marks.get(i));
      }
    }
  }

  Count bare() {
    return bare;
  }

  Count of(String key) {
    return counts.getOrDefault(key, new Count());
  }

  Map<String, Count> all() {
    return counts;
  }

  private void row(Row row, List<Mark> marks) {
    String said = row.text().strip();
    marks.forEach(m -> counts.computeIfAbsent(m.key(), k -> new Count()).lines++);
    if (state != State.TALK && !over(said, marks)) {
      return;
    }
    if (row.column().isEmpty() && Looks.protocol(said)) {
      bare.replies += Looks.reply(said) ? 1 : 0;
      bare.commands += Looks.reply(said) ? 0 : 1;
      heard(said, List.of());
      return;
    }
    String decisive = "";
    List<String> keys = new ArrayList<>();
    for (Mark mark : marks) {
      List<String> lines = Quoted.lines(mark.text());
      boolean telling = Looks.protocol(behindEcho(lines.get(0).strip()));
      for (String line : telling ? lines : List.<String>of()) {
        String text = behindEcho(line.strip());
        if (Looks.protocol(text)) {
          vote(mark, text);
          decisive = text;
          keys.add(mark.key());
        }
      }
    }
    heard(decisive, keys);
  }

  private void vote(Mark mark, String text) {
    Count count = counts.get(mark.key());
    count.replies += Looks.reply(text) ? 1 : 0;
    count.commands += Looks.reply(text) ? 0 : 1;
    boolean from = mark.shape().length() < 6 && FROM.matcher(mark.shape()).matches();
    count.clean += mark.shape().isEmpty() || from ? 1 : 0;
  }

  /** Some logs name the command again in front of its reply: {@code MAIL 250 Ok}. */
  static String behindEcho(String text) {
    int blank = text.indexOf(' ');
    boolean echo =
        blank > 0
            && Looks.verb(text)
            && !Looks.verbIs(text, "PASS")
            && Looks.reply(text.substring(blank + 1));
    return echo ? text.substring(blank + 1) : text;
  }

  private void heard(String text, List<String> keys) {
    if (text.startsWith("354")) {
      state = State.MESSAGE;
      speakers.clear();
      speakers.addAll(keys);
    } else if (text.startsWith("+OK") && listing(asked)) {
      state = State.LISTING;
      speakers.clear();
      speakers.addAll(keys);
    }
    if (!text.isEmpty()) {
      asked = Looks.reply(text) ? "" : text.toUpperCase(Locale.ROOT);
    }
  }

  static boolean listing(String command) {
    String verb = Looks.firstWord(command);
    boolean single = command.strip().indexOf(' ') > 0;
    return LISTINGS.contains(verb) && !(single && ALONE.contains(verb));
  }

  /** A dot ends both; so does the next word of a mark that cannot be speaking now. */
  private boolean over(String said, List<Mark> marks) {
    if (Explanations.dot(said) || marks.stream().anyMatch(m -> ends(m))) {
      state = State.TALK;
      return !Explanations.dot(said) && marks.stream().noneMatch(m -> dot(m));
    }
    return false;
  }

  private static boolean dot(Mark mark) {
    List<String> lines = Quoted.lines(mark.text());
    return Explanations.dot(lines.get(lines.size() - 1));
  }

  private boolean ends(Mark mark) {
    if (dot(mark)) {
      return true;
    }
    boolean speaks = speakers.contains(mark.key());
    String text = Quoted.lines(mark.text()).get(0).strip();
    return state == State.MESSAGE
        ? speaks && Looks.reply(behindEcho(text))
        : !speaks && Looks.command(text) && of(mark.key()).commands > of(mark.key()).replies;
  }
}
