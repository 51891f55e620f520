package smtpterm.shell;

import java.util.Iterator;
import java.util.List;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import smtpterm.protocol.LineKind;

/**
 * What Up brings back, apart for each kind of line: commands, those of earlier sessions included;
 * message text, of this session only; nothing at a challenge.
 */
final class Histories {
  private final HistoryFile file;
  private final DefaultHistory commands = new DefaultHistory();
  private final DefaultHistory text = new DefaultHistory();
  private final DefaultHistory answers = new DefaultHistory();

  Histories(HistoryFile file) {
    this.file = file;
  }

  /** Binds the histories to the reader that walks through them, and loads the file. */
  void open(LineReader reader) {
    for (DefaultHistory history : List.of(commands, text, answers)) {
      history.attach(reader);
    }
    file.load().forEach(commands::add);
  }

  /** The lines that belong to this kind. */
  History of(LineKind kind) {
    return switch (kind) {
      case COMMAND -> commands;
      case TEXT -> text;
      case ANSWER -> answers;
    };
  }

  /** The commands, the newest first; to be walked through by whoever reads keys. */
  Iterator<String> commandsNewestFirst() {
    Iterator<History.Entry> entries = commands.reverseIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public String next() {
        return entries.next().line();
      }
    };
  }

  /** Keeps a line that is no secret. */
  void remember(LineKind kind, String line) {
    if (line.isEmpty() || kind == LineKind.ANSWER) {
      return;
    }
    if (kind == LineKind.COMMAND) {
      commands.add(line);
      file.add(line);
    } else {
      text.add(line);
    }
  }
}
