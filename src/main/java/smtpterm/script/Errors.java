package smtpterm.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The errors of a file while it is read; a hostile file does not make any number of them. */
final class Errors {
  private static final int MOST = 100;

  private final List<ScriptError> all = new ArrayList<>();
  private Optional<ScriptError> more = Optional.empty();

  void add(Place at, ScriptError.Kind kind, String... arguments) {
    add(ScriptError.of(at, kind, arguments));
  }

  void add(ScriptError error) {
    if (all.size() < MOST) {
      all.add(error);
    } else if (more.isEmpty()) {
      more =
          Optional.of(
              ScriptError.of(error.at(), ScriptError.Kind.TOO_MANY, Integer.toString(MOST)));
    }
  }

  /** In the order of each file, those of the file with the first error first. */
  List<ScriptError> all() {
    return all(all.stream().map(e -> e.at().file()).distinct().toList());
  }

  /** In the order of each file, and these in this order. */
  List<ScriptError> all(List<String> files) {
    List<ScriptError> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingInt((ScriptError e) -> files.indexOf(e.at().file()))
            .thenComparingInt(e -> e.at().line())
            .thenComparingInt(e -> e.at().column()));
    more.ifPresent(sorted::add);
    return List.copyOf(sorted);
  }
}
