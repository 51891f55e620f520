package smtpterm.notation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out how a transcript says who says what. What stands behind the marks decides. */
final class MarkSystem {
  /** Marks that answer each other, for where only one of them has something telling behind it. */
  private static final List<Set<String>> PAIRS =
      List.of(
          Set.of("c:", "s:"),
          Set.of("client:", "server:"),
          Set.of("s:", "r:"),
          Set.of("c >", "s >"),
          Set.of("[client]", "[server]"),
          Set.of("in:", "out:"),
          Set.of("received:", "sent:"),
          Set.of("send:", "reply:"),
          Set.of("request:", "response:"),
          Set.of("send:", "receive:"),
          Set.of("send:", "recv:"),
          Set.of("sent:", "recv:"),
          Set.of("tx:", "rx:"));

  /** Arrows, and the same looked at from behind. */
  private static final String TURNED = "<>→←⇒⇐►◄▶◀»«➜⟵⟶⟸⟹";

  private static final String MIRRORED = "><←→⇐⇒◄►◀▶«»⟵⟶⟵⟹⟸";

  private final List<Row> rows;
  private final List<List<Mark>> marks;
  private final Votes votes;

  /** Whose each mark is; empty for one that both sides have. */
  private final Map<String, Optional<Side>> sides = new HashMap<>();

  private MarkSystem(List<Row> rows) {
    this.rows = rows;
    this.marks = rows.stream().map(MarkSystem::candidates).toList();
    this.votes = new Votes(rows, marks);
  }

  /** What tools say themselves holds colons and arrows, too. */
  private static List<Mark> candidates(Row row) {
    List<Mark> all = MarkScanner.candidates(row);
    return row.text().startsWith("===")
        ? all.stream().filter(m -> m.shape().isEmpty()).toList()
        : all;
  }

  static List<Said> read(List<Row> rows) {
    MarkSystem system = new MarkSystem(rows);
    system.establish();
    return system.said();
  }

  private void establish() {
    boolean opposites =
        votes.all().values().stream().anyMatch(c -> c.replies > 0 && c.commands == 0)
            && votes.all().values().stream().anyMatch(c -> c.commands > 0 && c.replies == 0);
    votes
        .all()
        .forEach(
            (key, count) -> {
              if (count.all() > 1 || (count.clean == 1 && opposites && !key.endsWith("word"))) {
                sides.put(key, side(count));
              }
            });
    for (Set<String> pair : PAIRS) {
      pair.stream().filter(sides::containsKey).findFirst().ifPresent(k -> complete(pair, k));
    }
    for (String key : List.copyOf(sides.keySet())) {
      complete(List.of(mirrored(key)), key);
    }
    if (outvoted()) {
      sides.keySet().removeIf(key -> !key.startsWith("column "));
    }
  }

  /** {@code <~} for {@code ~>}. */
  private static String mirrored(String key) {
    StringBuilder mirrored = new StringBuilder(key).reverse();
    boolean arrow = false;
    for (int i = 0; i < mirrored.length(); i++) {
      int at = TURNED.indexOf(mirrored.charAt(i));
      arrow |= at >= 0;
      if (at >= 0) {
        mirrored.setCharAt(i, MIRRORED.charAt(at));
      }
    }
    boolean plain = key.chars().noneMatch(c -> Character.isLetterOrDigit(c) || c == ' ');
    return arrow && plain ? mirrored.toString() : key;
  }

  private void complete(Collection<String> pair, String known) {
    for (String key : pair) {
      boolean silent = votes.of(key).all() == 0 && votes.of(key).lines > 0;
      Optional<Side> side = sides.get(known);
      if (silent && side.isPresent() && !sides.containsKey(key)) {
        sides.put(key, Optional.of(side.get() == Side.CLIENT ? Side.SERVER : Side.CLIENT));
      }
    }
  }

  private static Optional<Side> side(Votes.Count count) {
    int less = Math.min(count.replies, count.commands);
    int more = Math.max(count.replies, count.commands);
    if (less * 2 >= more) {
      return Optional.empty();
    }
    return Optional.of(count.replies > count.commands ? Side.SERVER : Side.CLIENT);
  }

  /** Where both sides speak without any mark, what looks like one is something else. */
  private boolean outvoted() {
    int marked = sides.keySet().stream().mapToInt(k -> votes.of(k).all()).max().orElse(0);
    return votes.bare().replies > 1 && votes.bare().commands > 1 && votes.bare().all() > 2 * marked;
  }

  private List<Said> said() {
    List<Optional<Mark>> chosen = new ArrayList<>();
    Map<String, Integer> shapes = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Optional<Mark> mark = chosen(rows.get(i), marks.get(i));
      chosen.add(mark);
      mark.ifPresent(m -> shapes.merge(m.key() + " " + m.shape(), 1, Integer::sum));
    }
    List<Optional<Mark>> accepted =
        chosen.stream().map(mark -> mark.filter(m -> accepted(m, shapes))).toList();
    Map<String, Integer> gaps = gaps(accepted);
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      said.add(accepted.get(i).map(m -> said(row, m, gaps)).orElseGet(() -> loose(row)));
    }
    return said;
  }

  /** In a table, what stands in neither of the two columns is an explanation. */
  private static Said loose(Row row) {
    return Said.unmarked(row.column().isEmpty() ? row : row.asProse());
  }

  private Said said(Row row, Mark mark, Map<String, Integer> gaps) {
    String text = mark.text();
    int gap = gaps.getOrDefault(mark.key(), 1);
    int blanks = 0;
    while (blanks < gap && blanks < text.length() && text.charAt(blanks) == ' ') {
      blanks++;
    }
    return new Said(row, sides.get(mark.key()), mark.key(), text.substring(blanks));
  }

  private Optional<Mark> chosen(Row row, List<Mark> candidates) {
    boolean bare = row.column().isEmpty() && Looks.protocol(row.text().strip());
    if (row.prose() || bare) {
      return Optional.empty();
    }
    int best = candidates.stream().mapToInt(this::support).max().orElse(0);
    List<Mark> known = candidates.stream().filter(m -> sides.containsKey(m.key())).toList();
    Optional<Mark> first = known.stream().filter(m -> support(m) * 10 >= best * 3).findFirst();
    return first.flatMap(f -> mostTelling(known, f)).or(() -> glued(row));
  }

  /** Of several marks that end at the same place the longest, unless both sides have it. */
  private Optional<Mark> mostTelling(List<Mark> known, Mark first) {
    return known.stream()
        .filter(m -> m.text().length() == first.text().length())
        .filter(m -> sides.get(m.key()).isPresent())
        .findFirst()
        .or(() -> Optional.of(first));
  }

  /** A mark that touches its text, which begins like a mark itself: {@code <<<>>> quoted}. */
  private Optional<Mark> glued(Row row) {
    String text = row.text().stripLeading();
    return sides.keySet().stream()
        .filter(key -> text.startsWith(key) && key.chars().noneMatch(Character::isLetterOrDigit))
        .max(Comparator.comparingInt(String::length))
        .map(key -> new Mark(key, "", text.substring(key.length())));
  }

  private int support(Mark mark) {
    return sides.containsKey(mark.key()) ? votes.of(mark.key()).all() : 0;
  }

  /** What stands before the mark must be usual, or what stands behind it telling. */
  private static boolean accepted(Mark mark, Map<String, Integer> shapes) {
    String text = Quoted.lines(mark.text()).get(0).strip();
    return mark.shape().isEmpty()
        || shapes.get(mark.key() + " " + mark.shape()) > 1
        || Looks.protocol(text);
  }

  /**
   * Blanks that follow each mark of a kind belong to it, as in {@code In: QUIT}; at least one, if
   * not nearly all texts of this kind touch their mark.
   */
  private static Map<String, Integer> gaps(List<Optional<Mark>> marks) {
    Map<String, Integer> gaps = new HashMap<>();
    Map<String, Integer> touching = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    for (Optional<Mark> mark : marks) {
      mark.filter(m -> !m.text().isBlank())
          .ifPresent(
              m -> {
                int gap = m.text().length() - m.text().stripLeading().length();
                gaps.merge(m.key(), gap, Math::min);
                all.merge(m.key(), 1, Integer::sum);
                touching.merge(m.key(), gap == 0 ? 1 : 0, Integer::sum);
              });
    }
    gaps.replaceAll(
        (key, gap) -> touching.get(key) * 10 >= all.get(key) * 8 ? 0 : Math.max(1, gap));
    return gaps;
  }
}
