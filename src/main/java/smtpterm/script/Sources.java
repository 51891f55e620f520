package smtpterm.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines that were read, by the name of their file, so that a message can show the line it
 * speaks of.
 *
 * @param files the lines of each file; standard input has an empty name
 */
public record Sources(Map<String, List<String>> files) {
  /** Copies the map. */
  public Sources {
    files = Map.copyOf(files);
  }

  /** Nothing was read. */
  public static Sources none() {
    return new Sources(Map.of());
  }

  /** One file of this name. */
  public static Sources of(String name, SourceText text) {
    return new Sources(Map.of(name, text.lines()));
  }

  /** The line in which this place is; strangers' text. */
  public Optional<String> line(Place at) {
    List<String> lines = files.getOrDefault(at.file(), List.of());
    return at.line() <= lines.size() ? Optional.of(lines.get(at.line() - 1)) : Optional.empty();
  }
}
