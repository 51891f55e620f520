package smtpterm.pty;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A terminal of the xterm family, as far as programs on a normal screen use it.
 *
 * <p>It stands here because none that fits could be had as a library: JLine's own {@code
 * ScreenTerminal} wipes the whole row on {@code ESC [J}, knows neither faint nor wide characters
 * and keeps no scrollback beside a scrolling region; JediTerm cannot place the cursor below such a
 * region, where a status line stands.
 *
 * <p>What it does not know it notes in {@link #unknown()} instead of guessing.
 */
final class Emulator implements EscapeParser.Sequences {

  /** What {@code ESC 7} keeps for {@code ESC 8}. */
  private record Saved(int row, int column, Style style) {}

  private static final int TAB_WIDTH = 8;

  private final EscapeParser parser = new EscapeParser(this);
  private final List<String> unknown = new ArrayList<>();
  private final Consumer<byte[]> answers;
  private final Consumer<String> commands;
  private final Grid grid;
  private Saved saved = new Saved(0, 0, Style.PLAIN);
  private int lastPrinted = ' ';
  private boolean cursorVisible = true;
  private boolean applicationKeys;
  private boolean bracketedPaste;

  /**
   * @param answers gets what the terminal sends back to the program that asks it something
   * @param commands gets the text of each OSC
   */
  Emulator(int columns, int rows, Consumer<byte[]> answers, Consumer<String> commands) {
    this.grid = new Grid(columns, rows);
    this.answers = answers;
    this.commands = commands;
  }

  void feed(byte[] octets, int length) {
    parser.feed(octets, length);
  }

  Screen screen() {
    return grid.screen(cursorVisible);
  }

  String beforeCursor() {
    return grid.beforeCursor();
  }

  void resize(int columns, int rows) {
    grid.resize(columns, rows);
  }

  boolean applicationKeys() {
    return applicationKeys;
  }

  boolean bracketedPaste() {
    return bracketedPaste;
  }

  /** The sequences that were not understood, such as {@code CSI ?9h}. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }

  @Override
  public void print(int codePoint) {
    lastPrinted = codePoint;
    grid.print(codePoint);
  }

  @Override
  public void control(int code) {
    switch (code) {
      case '\b' -> grid.moveTo(grid.row(), grid.column() - 1);
      case '\t' -> tab(1);
      case '\n', 0x0B, '\f' -> grid.lineFeed();
      case '\r' -> grid.moveTo(grid.row(), 0);
      case 0x00, 0x07, 0x0E, 0x0F -> {} // NUL, BEL and the two shifts show nothing
      default -> unknown.add(String.format("control %02x", code));
    }
  }

  private void tab(int by) {
    grid.moveTo(grid.row(), Math.max(0, (grid.column() / TAB_WIDTH + by) * TAB_WIDTH));
  }

  @Override
  public void escape(String sequence) {
    switch (sequence) {
      case "7" -> saved = new Saved(grid.row(), grid.column(), grid.style());
      case "8" -> restore();
      case "D" -> grid.lineFeed();
      case "E" -> {
        grid.lineFeed();
        grid.moveTo(grid.row(), 0);
      }
      case "M" -> grid.reverseLineFeed();
      case "=", ">", "(B", ")B" -> {} // keypad and ASCII character set: nothing to see
      default -> unknown.add("ESC " + sequence);
    }
  }

  private void restore() {
    grid.moveTo(saved.row(), saved.column());
    grid.style(saved.style());
  }

  @Override
  public void string(char introducer, String text) {
    if (introducer == ']') {
      commands.accept(text);
    } else {
      unknown.add("ESC " + introducer + text);
    }
  }

  @Override
  public void csi(String prefix, List<Integer> numbers, String suffix) {
    int count = Math.max(1, numbers.get(0));
    int mode = Math.max(0, numbers.get(0));
    boolean known =
        prefix.isEmpty()
            ? moved(count, numbers, suffix)
                || erased(mode, count, suffix)
                || other(numbers, count, suffix)
            : changedPrivateMode(prefix, numbers, suffix);
    if (!known) {
      unknown.add("CSI " + prefix + numbers + suffix);
    }
  }

  private boolean moved(int count, List<Integer> numbers, String suffix) {
    switch (suffix) {
      case "A" -> grid.moveVertically(-count);
      case "B", "e" -> grid.moveVertically(count);
      case "C", "a" -> grid.moveTo(grid.row(), grid.column() + count);
      case "D" -> grid.moveTo(grid.row(), grid.column() - count);
      case "E" -> {
        grid.moveVertically(count);
        grid.moveTo(grid.row(), 0);
      }
      case "F" -> {
        grid.moveVertically(-count);
        grid.moveTo(grid.row(), 0);
      }
      case "G", "`" -> grid.moveTo(grid.row(), count - 1);
      case "d" -> grid.moveTo(count - 1, grid.column());
      case "H", "f" -> grid.moveTo(count - 1, second(numbers, 1) - 1);
      case "I" -> tab(count);
      case "Z" -> tab(grid.column() % TAB_WIDTH == 0 ? -count : 1 - count);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean erased(int mode, int count, String suffix) {
    switch (suffix) {
      case "J" -> grid.eraseScreen(mode);
      case "K" -> grid.eraseLine(mode);
      case "X" -> grid.eraseCells(count);
      case "@" -> grid.insertCells(count);
      case "P" -> grid.deleteCells(count);
      case "L" -> grid.insertLines(count);
      case "M" -> grid.deleteLines(count);
      case "S" -> grid.scrollUp(count);
      case "T" -> grid.scrollDown(count);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean other(List<Integer> numbers, int count, String suffix) {
    switch (suffix) {
      case "m" ->
          grid.style(grid.style().after(numbers.stream().map(n -> Math.max(0, n)).toList()));
      case "r" -> grid.region(count - 1, second(numbers, grid.height()) - 1);
      case "b" -> {
        for (int i = 0; i < Math.min(count, 10_000); i++) {
          grid.print(lastPrinted);
        }
      }
      case "c" -> answer("\u001b[?1;2c");
      case "n" -> {
        boolean position = numbers.get(0) == 6;
        answer(
            position
                ? "\u001b[" + (grid.row() + 1) + ";" + (grid.column() + 1) + "R"
                : "\u001b[0n");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean changedPrivateMode(String prefix, List<Integer> numbers, String suffix) {
    if (prefix.equals("?") && suffix.equals("$p")) {
      // DECRQM: 0 says that this terminal does not know the mode.
      answer("\u001b[?" + numbers.get(0) + ";0$y");
      return true;
    }
    boolean on = suffix.equals("h");
    boolean known = prefix.equals("?") && (on || suffix.equals("l"));
    for (int mode : numbers) {
      switch (mode) {
        case 1 -> applicationKeys = on;
        case 25 -> cursorVisible = on;
        case 2004 -> bracketedPaste = on;
        case 7, 12 -> {} // wrapping is always on here, and nothing blinks
        case 1000, 1002, 1003, 1005, 1006, 1015, 1016 -> known &= !on; // no mouse to switch off
        default -> known = false;
      }
    }
    return known;
  }

  private void answer(String text) {
    answers.accept(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static int second(List<Integer> numbers, int whenOmitted) {
    return numbers.size() > 1 && numbers.get(1) > 0 ? numbers.get(1) : whenOmitted;
  }
}
