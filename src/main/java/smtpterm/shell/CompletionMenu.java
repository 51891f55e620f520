package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;
import smtpterm.screen.Look;
import smtpterm.typing.Suggestion;

/**
 * What Tab offers, in our order and drawn by {@link MenuLayout}.
 *
 * <p>JLine's own matcher would drop what does not begin like the line, and guess at the rest; and a
 * menu that is longer than the window it would answer with a question in English.
 */
final class CompletionMenu implements Completer, CompletionMatcher {
  private static final int PROMPT = 3;

  /** The row of the status line, and one that JLine wants free. */
  private static final int OTHER_ROWS = 2;

  private final InputAid aid;
  private final Look look;
  private final Supplier<Size> window;
  private String common = "";
  private boolean whole = true;

  /** What was typed since the menu opened is compared with; null when it has just opened. */
  private String narrowing;

  CompletionMenu(InputAid aid, Look look, Supplier<Size> window) {
    this.aid = aid;
    this.look = look;
    this.window = window;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<Suggestion> all = aid.complete(line.line());
    common = common(all, line.line());
    int columns = window.get().getColumns();
    int taken = PROMPT + new AttributedString(common).columnLength();
    int lines = window.get().getRows() - OTHER_ROWS - (1 + taken / Math.max(1, columns));
    if (all.size() > 1 && lines < 1) {
      whole = false;
      if (!common.equals(line.line())) {
        candidates.add(candidate(common, common, 0));
      }
      return;
    }
    List<String> shown = new MenuLayout(look, columns, lines).of(all);
    whole = shown.size() == all.size();
    for (int i = 0; i < shown.size(); i++) {
      boolean more = !whole && i == shown.size() - 1;
      candidates.add(candidate(more ? line.line() : all.get(i).line(), shown.get(i), i));
    }
  }

  /** Never complete in JLine's sense: it would put a blank behind it, which would be sent. */
  private static Candidate candidate(String line, String shown, int place) {
    return new Candidate(line, shown, null, null, null, null, false, place);
  }

  /** What all begin with; a blank at its end would be sent by whoever presses Enter there. */
  private static String common(List<Suggestion> all, String line) {
    String prefix = all.isEmpty() ? line : all.get(0).line();
    for (Suggestion suggestion : all) {
      int end = 0;
      int shorter = Math.min(prefix.length(), suggestion.line().length());
      while (end < shorter && prefix.charAt(end) == suggestion.line().charAt(end)) {
        end++;
      }
      boolean split = end > 0 && Character.isHighSurrogate(prefix.charAt(end - 1));
      prefix = prefix.substring(0, split ? end - 1 : end);
    }
    String bare = prefix.stripTrailing();
    return bare.startsWith(line) ? bare : line;
  }

  @Override
  public void compile(
      Map<LineReader.Option, Boolean> options,
      boolean prefix,
      CompletingParsedLine line,
      boolean caseInsensitive,
      int errors,
      String originalGroupName) {
    narrowing = line instanceof VerbatimParser.WholeLine ? null : line.word();
  }

  @Override
  public List<Candidate> matches(List<Candidate> candidates) {
    if (narrowing == null) {
      return new ArrayList<>(candidates);
    }
    // What had no room in the menu could fit now: then the next Tab asks anew.
    List<Candidate> left = new ArrayList<>(whole ? candidates : List.of());
    String typed = narrowing.toLowerCase(Locale.ROOT);
    left.removeIf(candidate -> !candidate.value().toLowerCase(Locale.ROOT).startsWith(typed));
    return left;
  }

  @Override
  public Candidate exactMatch() {
    return null;
  }

  @Override
  public String getCommonPrefix() {
    return common;
  }
}
