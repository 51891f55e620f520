package smtpterm.screen;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A theme as a terminal can show it.
 *
 * @param theme never null
 * @param rich whether the terminal has 256 colours; with fewer it shows its own, whatever the theme
 */
public record Palette(Theme theme, boolean rich) {
  /** For what may be read anywhere, such as a pipe. */
  public static final Palette USUAL = new Palette(Theme.EITHER, true);

  /** Faint letters take the colour of the text: they can be read on any background. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("38;5;245", "2"),
          Map.entry("38;5;33", "34"),
          Map.entry("38;5;172", "33"),
          Map.entry("38;5;37", "32"),
          Map.entry("38;5;68", "34"),
          Map.entry("38;5;133", "35"),
          Map.entry("38;5;137", "33"),
          Map.entry("38;5;72", "32"),
          Map.entry("38;5;104", "36"),
          Map.entry("38;5;167", "31"));

  private static final Map<Role, String> BASIC = basic();

  public Palette {
    Objects.requireNonNull(theme, "theme");
  }

  /** The parameters of ANSI's Select Graphic Rendition; empty for {@link Role#PLAIN}. */
  public String sgr(Role role) {
    return rich ? theme.sgr(role) : BASIC.get(role);
  }

  private static Map<Role, String> basic() {
    Map<Role, String> basic = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      String sgr = role.sgr();
      int shade = sgr.indexOf("38;5;");
      basic.put(role, shade < 0 ? sgr : sgr.substring(0, shade) + NAMED.get(sgr.substring(shade)));
    }
    return Collections.unmodifiableMap(basic);
  }
}
