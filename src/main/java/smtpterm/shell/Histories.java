package smtpterm.shell;

import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import smtpterm.protocol.LineKind;
import smtpterm.screen.Printable;

/**
 * What Up brings back, apart for each kind of line: commands, those of earlier sessions included;
 * message text, of this session only; nothing at a challenge.
 */
final class Histories {
  private final HistoryFile file;
  private final DefaultHistory commands = new DefaultHistory();
  private final Deque<String> recent = new ConcurrentLinkedDeque<>();
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
    file.load().forEach(this::command);
  }

  /** What stood behind this local command, the last first, each once. */
  List<String> arguments(String command) {
    String start = "/" + command + " ";
    Set<String> arguments = new LinkedHashSet<>();
    commandsNewestFirst()
        .forEachRemaining(
            line -> {
              String argument = line.startsWith(start) ? line.substring(start.length()) : "";
              if (!argument.isBlank() && Printable.escape(argument).equals(argument)) {
                arguments.add(argument.strip());
              }
            });
    return List.copyOf(arguments);
  }

  /** The lines that belong to this kind. */
  History of(LineKind kind) {
    return switch (kind) {
      case COMMAND -> commands;
      case TEXT -> text;
      case ANSWER -> answers;
    };
  }

  /** The commands, the newest first. Safe from any thread. */
  Iterator<String> commandsNewestFirst() {
    return recent.iterator();
  }

  /** Keeps a line that is no secret. */
  void remember(LineKind kind, String line) {
    if (line.isEmpty() || kind == LineKind.ANSWER) {
      return;
    }
    if (kind == LineKind.COMMAND) {
      command(line);
      file.add(line);
    } else {
      text.add(line);
    }
  }

  private void command(String line) {
    commands.add(line);
    recent.addFirst(line);
    if (recent.size() > HistoryFile.MOST_LINES) {
      recent.removeLast();
    }
  }
}
