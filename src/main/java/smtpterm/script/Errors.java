package smtpterm.script;

import java.util.ArrayList;
import java.util.List;

/** The errors of a file while it is read; a hostile file does not make any number of them. */
final class Errors {
  private static final int MOST = 100;

  private final List<ScriptError> all = new ArrayList<>();

  void add(Place at, ScriptError.Kind kind, String... arguments) {
    if (all.size() < MOST) {
      all.add(ScriptError.of(at, kind, arguments));
    } else if (all.size() == MOST) {
      all.add(ScriptError.of(at, ScriptError.Kind.TOO_MANY, Integer.toString(MOST)));
    }
  }

  List<ScriptError> all() {
    return List.copyOf(all);
  }
}
