package smtpterm.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the file says, as far as it can be used.
 *
 * @param top what stands before the first head: {@code lang = "de"}
 * @param tables what holds for one command, by its name: {@code [practice]}
 * @param profiles servers by name: {@code [server.schule]}
 */
public record Configuration(
    Map<String, Value> top, Map<String, Map<String, Value>> tables, Map<String, Profile> profiles) {
  /** Nothing is set. */
  public static final Configuration NONE = new Configuration(Map.of(), Map.of(), Map.of());

  /** Copies the maps. */
  public Configuration {
    top = copy(top);
    tables = copy(tables);
    profiles = copy(profiles);
  }

  private static <T> Map<String, T> copy(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** What holds for this command; empty where nothing does. */
  public Map<String, Value> table(String command) {
    return tables.getOrDefault(command, Map.of());
  }

  /** The server of this name, as it is written in the file. */
  public Optional<Profile> profile(String name) {
    return Optional.ofNullable(profiles.get(name));
  }
}
