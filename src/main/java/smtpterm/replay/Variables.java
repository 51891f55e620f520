package smtpterm.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names that come from outside the file: {@code --var user=anna}, a file of such lines, and the
 * environment.
 *
 * <p>What the command line gives wins over the first {@code @set} of that name, so that a file can
 * be varied without being changed; every later {@code @set} and every capture counts. The others
 * only count where the file sets nothing.
 *
 * @param commandLine {@code --var}
 * @param file {@code --vars FILE}
 * @param surroundings what the environment has, without {@code SMTPTERM_}, and the targets of a
 *     practice server
 */
public record Variables(
    Map<String, String> commandLine, Map<String, String> file, Map<String, String> surroundings) {
  /** Copies the maps. */
  public Variables {
    commandLine = Map.copyOf(commandLine);
    file = Map.copyOf(file);
    surroundings = Map.copyOf(surroundings);
  }

  /** Nothing from outside. */
  public static Variables none() {
    return new Variables(Map.of(), Map.of(), Map.of());
  }

  /** The same, with more from the surroundings. */
  public Variables and(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(surroundings);
    all.putAll(more);
    return new Variables(commandLine, file, all);
  }

  /** What this name stands for, if anybody outside has said it. */
  Optional<String> given(String name) {
    return Optional.ofNullable(commandLine.get(name))
        .or(() -> Optional.ofNullable(file.get(name)))
        .or(() -> Optional.ofNullable(surroundings.get(name)));
  }
}
