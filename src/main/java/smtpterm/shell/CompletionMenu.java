package smtpterm.shell;

import java.util.List;
import java.util.function.IntSupplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import smtpterm.screen.Look;
import smtpterm.screen.Role;
import smtpterm.typing.Suggestion;

/**
 * What Tab shows: two columns of our own, in our order. JLine would sort them and push what they
 * mean to the right.
 */
final class CompletionMenu implements Completer {
  private final InputAid aid;
  private final Look look;
  private final IntSupplier columns;

  CompletionMenu(InputAid aid, Look look, IntSupplier columns) {
    this.aid = aid;
    this.look = look;
    this.columns = columns;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<Suggestion> all = aid.complete(line.line());
    int widest = all.stream().mapToInt(s -> s.shown().length()).max().orElse(0);
    int room = columns.getAsInt() - widest - 4;
    for (int i = 0; i < all.size(); i++) {
      Suggestion s = all.get(i);
      String meaning = look.own(s.description());
      String shown = s.shown();
      if (!meaning.isEmpty() && room > 20) {
        String cut = meaning.length() > room ? meaning.substring(0, room) : meaning;
        shown += " ".repeat(widest - shown.length() + 2) + look.paint(Role.HINT, cut);
      }
      candidates.add(new Candidate(s.line(), shown, null, null, null, null, s.finished(), i));
    }
  }
}
