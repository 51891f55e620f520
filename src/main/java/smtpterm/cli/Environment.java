package smtpterm.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import smtpterm.text.Language;

/** What the system tells of the user: language, colours, terminal, folders. */
record Environment(Map<String, String> variables) {
  private static final String PREFIX = "SMTPTERM_";

  /** Windows Terminal, those of GNOME and KDE, kitty. */
  private static final Set<String> EMOJI =
      Set.of("WT_SESSION", "VTE_VERSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID");

  private static final Set<String> EMOJI_PROGRAMS =
      Set.of("Apple_Terminal", "iTerm.app", "vscode", "WezTerm", "ghostty");

  Environment {
    variables = Map.copyOf(variables);
  }

  /** Of this process. */
  static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /** Whether both ends are a terminal: then a person is there. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean interactive() {
    // Since 22 the console of the JDK would bring its own line editor along, and it says nothing
    // about a terminal by being there.
    System.setProperty("jdk.console", "java.base");
    Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Whether the standard error goes to a terminal, so that a person sees it at once. */
  static boolean errorsSeen() {
    Path own = Path.of("/proc/self/fd/2");
    if (!Files.exists(own.getParent())) {
      // Only Linux tells; elsewhere the other two streams have to do.
      return interactive();
    }
    try {
      String device = own.toRealPath().toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      // A pipe has no path.
      return false;
    }
  }

  /** Variables for session files, without the {@code SMTPTERM_} in front of their names. */
  Map<String, String> ofSessions() {
    Map<String, String> named = new HashMap<>();
    variables.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            named.put(name.substring(PREFIX.length()), value);
          }
        });
    return named;
  }

  /** The language of the locale variables, in the order of POSIX. */
  Language language() {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = variables.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.startsWith("de") ? Language.GERMAN : Language.ENGLISH;
      }
    }
    return Language.of(Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** The charset of the terminal, as the locale has it. */
  Charset charset() {
    Charset charset = locale();
    // What ASCII cannot hold would be lost; UTF-8 lets it through as it is.
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }

  /** Whether signs beyond ASCII can be shown. */
  boolean unicode() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return locale().equals(StandardCharsets.UTF_8)
        && (!windows || variables.containsKey("WT_SESSION"));
  }

  /**
   * Whether the terminal surely has emoji: one of a desktop, which comes with a font for them.
   * Anywhere else an empty box might stand in their place.
   */
  boolean emoji() {
    return unicode()
        && (EMOJI.stream().anyMatch(variables::containsKey)
            || EMOJI_PROGRAMS.contains(variables.getOrDefault("TERM_PROGRAM", "")));
  }

  /**
   * The charset that the locale names. The variables go first: where the system does not have the
   * locale that they name, it falls back to ASCII, though the terminal knows UTF-8 all the same.
   */
  private Charset locale() {
    for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = variables.getOrDefault(variable, "").toLowerCase(Locale.ROOT);
      if (value.endsWith("utf-8") || value.endsWith("utf8")) {
        return StandardCharsets.UTF_8;
      }
      if (!value.isEmpty()) {
        break;
      }
    }
    String name = System.getProperty("native.encoding", "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }

  /**
   * Whether to use colours.
   *
   * @param wanted auto, always or never
   * @param terminal whether the output goes to a terminal
   */
  boolean colour(ColourChoice wanted, boolean terminal) {
    if (wanted != ColourChoice.AUTO) {
      return wanted == ColourChoice.ALWAYS;
    }
    String force = variables.getOrDefault("CLICOLOR_FORCE", "");
    if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    boolean forbidden = !variables.getOrDefault("NO_COLOR", "").isEmpty();
    boolean dumb = variables.getOrDefault("TERM", "").equals("dumb");
    return terminal && !forbidden && !dumb;
  }

  /** Where the history is kept. */
  Path history() {
    return state().resolve("history");
  }

  /** Where the practice server keeps its certificate. */
  Path certificates() {
    return state().resolve("practice-tls");
  }

  /** Where the user's configuration is, if there is one. */
  Path configuration() {
    return base("XDG_CONFIG_HOME", "APPDATA", Path.of(".config")).resolve("smtpterm/config.toml");
  }

  /** Our own folder in XDG's state folder, on Windows in the local application data. */
  private Path state() {
    return base("XDG_STATE_HOME", "LOCALAPPDATA", Path.of(".local", "state")).resolve("smtpterm");
  }

  /**
   * The folder that XDG's variable names, or that of Windows, or the usual one at home.
   *
   * @param usual below the home folder
   */
  private Path base(String xdg, String windows, Path usual) {
    String named = variables.getOrDefault(xdg, "");
    String appData = variables.getOrDefault(windows, "");
    // XDG's rules: a path that is not absolute is to be ignored.
    if (!named.isEmpty() && Path.of(named).isAbsolute()) {
      return Path.of(named);
    }
    return appData.isEmpty()
        ? Path.of(System.getProperty("user.home", ".")).resolve(usual)
        : Path.of(appData);
  }
}
