package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.utils.AttributedString;
import smtpterm.screen.Look;
import smtpterm.screen.Role;
import smtpterm.typing.Suggestion;

/**
 * The menu that Tab shows: what can be typed, and in a second column what it means, as far as the
 * window has room.
 *
 * @param look how this terminal shows things
 * @param columns of the window
 * @param lines so many the menu may have
 */
record MenuLayout(Look look, int columns, int lines) {
  private static final int GAP = 2;

  /** Less room for a description than this says nothing. */
  private static final int LEAST_ROOM = 20;

  /** With less than this, what follows the first word of an entry gives way. */
  private static final int AMPLE_ROOM = 32;

  /** JLine leaves so many columns between two entries on one line. */
  private static final int BETWEEN = 3;

  /**
   * One text for each entry, in their order. Where not all of them have room, there are fewer, and
   * the last says how many are missing: {@code … +12}.
   */
  List<String> of(List<Suggestion> suggestions) {
    List<String> names = suggestions.stream().map(s -> cut(look.own(s.shown()))).toList();
    List<String> words = shortened(names);
    if (suggestions.stream().anyMatch(s -> !s.description().isEmpty())) {
      List<String> described = room(names) < AMPLE_ROOM ? words : names;
      Optional<List<String>> rows = rows(suggestions, described);
      if (rows.isPresent()) {
        return rows.get();
      }
    }
    boolean whole = suggestions.stream().allMatch(s -> width(look.own(s.shown())) < columns);
    List<String> plain = painted(suggestions, whole ? names : words);
    plain = fits(plain) ? plain : painted(suggestions, words);
    return fits(plain) ? plain : first(plain);
  }

  private Optional<List<String>> rows(List<Suggestion> suggestions, List<String> names) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      rows.add(row(suggestions.get(i), names.get(i), names));
    }
    if (room(names) < LEAST_ROOM || !(rows.size() <= lines || fits(rows))) {
      return Optional.empty();
    }
    if (rows.size() <= lines) {
      // Wider than half the window, JLine puts one below the other.
      rows.set(0, rows.get(0) + " ".repeat(Math.max(0, columns / 2 + 1 - width(rows.get(0)))));
    }
    return Optional.of(rows);
  }

  private int room(List<String> names) {
    return columns - 1 - widest(names) - GAP;
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(MenuLayout::width).max().orElse(1);
  }

  /** {@code /login} for {@code /login [--explain] NAME}, where the first words tell them apart. */
  private static List<String> shortened(List<String> names) {
    List<String> words = names.stream().map(name -> name.split(" ", 2)[0]).toList();
    return Set.copyOf(words).size() == names.size() ? words : names;
  }

  private String row(Suggestion suggestion, String name, List<String> names) {
    String meaning = cut(look.own(suggestion.description()), room(names));
    if (meaning.isEmpty()) {
      return painted(suggestion, name);
    }
    String gap = " ".repeat(widest(names) - width(name) + GAP);
    return painted(suggestion, name) + gap + look.paint(Role.HINT, meaning);
  }

  private List<String> painted(List<Suggestion> suggestions, List<String> names) {
    List<String> painted = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      painted.add(painted(suggestions.get(i), names.get(i)));
    }
    return painted;
  }

  private String painted(Suggestion suggestion, String name) {
    return suggestion.fitting() ? name : look.paint(Role.HINT, name);
  }

  private boolean fits(List<String> entries) {
    return entries.size() <= lines * abreast(entries);
  }

  /** How many entries JLine puts on one line. */
  private int abreast(List<String> entries) {
    int widest = Math.max(1, widest(entries));
    int count = Math.max(1, columns / widest);
    while (count > 1 && count * widest + (count - 1) * BETWEEN >= columns) {
      count--;
    }
    return count;
  }

  private List<String> first(List<String> entries) {
    int kept = Math.max(0, lines * abreast(entries) - 1);
    List<String> first = new ArrayList<>(entries.subList(0, kept));
    first.add(look.paint(Role.HINT, look.own("… +" + (entries.size() - kept))));
    return first;
  }

  private String cut(String name) {
    return cut(name, columns - 1);
  }

  private String cut(String text, int most) {
    if (width(text) <= most) {
      return text;
    }
    String end = look.own("…");
    AttributedString whole = new AttributedString(text);
    return whole.columnSubSequence(0, Math.max(0, most - width(end))).toString().stripTrailing()
        + end;
  }

  private static int width(String text) {
    return AttributedString.fromAnsi(text).columnLength();
  }
}
