package smtpterm.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smtpterm.script.Template;

/** What names stand for while a file is played. */
final class Names {
  private final Variables outside;
  private final Map<String, Filled> inside = new HashMap<>();
  private final Set<String> overruled = new HashSet<>();

  Names(Variables outside) {
    this.outside = outside;
  }

  /** What the file itself has set or captured. */
  Optional<Filled> inside(String name) {
    return Optional.ofNullable(inside.get(name));
  }

  /** What was given from outside, for a place that treats it as a secret. */
  Optional<Filled> outside(String name) {
    return outside.given(name).map(value -> Filled.secret(value, Filled.OUTSIDE));
  }

  /** Whether this name is that of a secret, whatever the file says. */
  boolean secretive(String name) {
    return Template.secretive(name) && !inside.containsKey(name) && outside.given(name).isPresent();
  }

  /** What a name stands for that is no secret. */
  Optional<Filled> plain(String name) {
    return inside(name).or(() -> outside.given(name).map(Filled::open));
  }

  /** {@code @set}; what the command line gives wins over the first one. */
  void set(String name, Filled value) {
    if (outside.commandLine().containsKey(name)
        && !inside.containsKey(name)
        && overruled.add(name)) {
      return;
    }
    inside.put(name, value);
  }

  /** The server said it. */
  void capture(String name, String value) {
    inside.put(name, Filled.open(value));
  }
}
