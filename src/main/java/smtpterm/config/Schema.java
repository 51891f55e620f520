package smtpterm.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What can be set, and where.
 *
 * @param top before the first head, by name
 * @param tables for one command: by its name, then by the name of the setting
 * @param profile for one server, besides its place and user
 * @param commands names that no server may have, because the program takes them for commands
 */
public record Schema(
    Map<String, Setting> top,
    Map<String, Map<String, Setting>> tables,
    Map<String, Setting> profile,
    Set<String> commands) {
  /** The table whose tables are servers. */
  public static final String SERVER = "server";

  static final String HOST = "host";
  static final String PORT = "port";
  static final String PROTOCOL = "protocol";
  static final String URL = "url";
  static final String USER = "user";

  /** Where a server is, and who logs in there. */
  public static final List<String> PLACE = List.of(HOST, PORT, PROTOCOL, URL, USER);

  /** What {@code protocol} can be. */
  public static final List<String> PROTOCOLS =
      List.of("smtp", "smtps", "submission", "lmtp", "pop3", "pop3s", "raw");

  private static final int HIGHEST_PORT = 65_535;

  /** Copies the collections. */
  public Schema {
    top = Collections.unmodifiableMap(new LinkedHashMap<>(top));
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
    commands = Collections.unmodifiableSet(new LinkedHashSet<>(commands));
  }

  /** The settings by their names, in their order. */
  public static Map<String, Setting> named(List<Setting> settings) {
    return settings.stream()
        .collect(
            Collectors.toMap(
                Setting::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
  }

  /**
   * The settings that say where a server is.
   *
   * @param target whether a URL can be connected to
   */
  public static Map<String, Setting> place(Predicate<String> target) {
    return named(
        List.of(
            text(HOST, "smtp.example", Schema::isHost),
            text(PORT, "25", Schema::isPort),
            new Setting(PROTOCOL, Setting.Kind.TEXT, PROTOCOLS, "smtp", value -> true),
            text(URL, "pop3s://mail.example:995", target),
            text(
                USER, "anna", value -> !value.isBlank() && value.chars().noneMatch(c -> c < ' '))));
  }

  private static Setting text(String name, String shape, Predicate<String> check) {
    return new Setting(name, Setting.Kind.TEXT, List.of(), shape, check);
  }

  /** A name or an address alone: with a port behind it, two places would tell the port. */
  private static boolean isHost(String value) {
    long colons = value.chars().filter(c -> c == ':').count();
    return !value.isEmpty()
        && colons != 1
        && value.chars().noneMatch(c -> c <= ' ' || "/@?#[]".indexOf(c) >= 0);
  }

  private static boolean isPort(String value) {
    return value.matches("[0-9]{1,5}")
        && Integer.parseInt(value) >= 1
        && Integer.parseInt(value) <= HIGHEST_PORT;
  }
}
