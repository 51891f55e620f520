package smtpterm.manual;

import java.util.regex.Pattern;

/** What the scripts of all shells have in common. */
final class ShellWords {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:=._/@%+-]+");

  /**
   * Prints the names of the tables {@code [server.NAME]}. Only names that mean nothing to a shell:
   * letters, digits, - and _.
   */
  private static final String NAMES =
      "sed -n \"s/^[[:space:]]*\\[[[:space:]]*server[[:space:]]*\\.[[:space:]]*[\\\"']\\{0,1\\}"
          + "\\([A-Za-z0-9_-]\\{1,\\}\\)[\\\"']\\{0,1\\}[[:space:]]*\\].*/\\1/p\"";

  private ShellWords() {}

  /** In single quotes where a POSIX shell needs them. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** The command that prints the names of the servers in the configuration file. */
  static String profiles(String folder) {
    return NAMES + " \\\n  \"" + folder + "/smtpterm/config.toml\" 2>/dev/null";
  }
}
