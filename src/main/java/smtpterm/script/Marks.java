package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at the marks of the lines of one file: {@code C:}, {@code S:}, {@code #}, {@code @}. */
final class Marks {
  private static final Pattern MARK = Pattern.compile("(?:[CS]:|C & S:|[#@]).*");

  private final List<Item> items = new ArrayList<>();
  private boolean begun;

  private Marks() {}

  /** The lines that mean something, in their order. */
  static List<Item> of(String file, List<String> all) {
    List<String> lines = CopiedScreen.withoutPrompt(all);
    Marks marks = new Marks();
    int indentation = indentation(lines);
    for (int i = 0; i < lines.size(); i++) {
      int taken = Math.min(indentation, blanks(lines.get(i)));
      marks.line(new Place(file, i + 1, taken + 1), lines.get(i).substring(taken));
    }
    return marks.items;
  }

  /** How far everything is moved to the right, as the examples of the RFCs are. */
  static int indentation(List<String> lines) {
    return lines.stream()
        .filter(line -> MARK.matcher(line.stripLeading()).matches())
        .mapToInt(Marks::blanks)
        .min()
        .orElse(0);
  }

  private static int blanks(String line) {
    return line.length() - line.stripLeading().length();
  }

  private void line(Place at, String line) {
    if (line.startsWith("C & S:")) {
      note(at, line);
    } else if (line.startsWith("C:")) {
      mark(new Item.Client(at, line));
    } else if (line.startsWith("S:")) {
      mark(new Item.Server(at, line));
    } else if (line.startsWith("#")) {
      note(at, line.substring(line.startsWith("# ") ? 2 : 1));
    } else if (line.startsWith("@")) {
      mark(new Item.Directive(at, line));
    } else if (!line.isBlank() && !line.startsWith("  ")) {
      unmarked(at, line);
    }
  }

  private void mark(Item item) {
    begun = true;
    items.add(item);
  }

  private void unmarked(Place at, String line) {
    if (begun) {
      items.add(new Item.Wrong(ScriptError.of(at, ScriptError.Kind.UNMARKED)));
    } else {
      note(at, line);
    }
  }

  private void note(Place at, String text) {
    items.add(new Item.Remark(new Step.Note(at, Letters.harmless(text).stripTrailing())));
  }
}
