package smtpterm.screen;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which colours the screen has, such as dark ones on a light background.
 *
 * <p>The shades are from the 256 of xterm, because what the sixteen named colours look like is
 * anybody's guess. Each has a contrast (WCAG 2.2 section 1.4.3) of at least 4.5 to 1 on the usual
 * backgrounds of its kind, the high contrasts 7 to 1; what went well and what did not differ for
 * people who cannot tell red from green, too. No class of reply is told by its colour alone.
 */
public enum Theme {
  /** The colours of the terminal itself, where nobody knows how light its background is. */
  EITHER(List.of()),
  /** For dark backgrounds. */
  DARK(List.of(247, 75, 117, 79, 220, 209, 176, 215)),
  /** For light backgrounds. */
  LIGHT(List.of(240, 19, 25, 23, 94, 124, 90, 58)),
  /** As far from a dark background as can be; blue for yes, orange for no. */
  HIGH_CONTRAST(List.of(252, 117, 123, 81, 227, 214, 219, 223)),
  /** The same for a light background. */
  HIGH_CONTRAST_LIGHT(List.of(236, 18, 19, 18, 52, 88, 54, 53)),
  /** None at all. */
  NONE(List.of());

  /** What colours are needed for, in the order of the shades above. */
  private enum Ink {
    GREY,
    BLUE,
    CYAN,
    YES,
    NOT_NOW,
    NO,
    PURPLE,
    BROWN
  }

  /** Filled once, read only. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<Role, String> sgr = new EnumMap<>(Role.class);

  /** The shades in the order of the inks. */
  @SuppressWarnings("EnumOrdinal")
  Theme(List<Integer> shades) {
    for (Role role : Role.values()) {
      Ink ink = ink(role);
      boolean own = !shades.isEmpty() && ink != null;
      sgr.put(role, own ? attributes(role) + "38;5;" + shades.get(ink.ordinal()) : role.sgr());
    }
  }

  /** The parameters of ANSI's Select Graphic Rendition; empty for {@link Role#PLAIN}. */
  public String sgr(Role role) {
    return sgr.get(role);
  }

  private static String attributes(Role role) {
    return switch (role) {
      case DOT -> "1;";
      case RECALLED -> "3;";
      case FLAW -> "4;";
      default -> "";
    };
  }

  /** Null for what has no colour of a theme: bold letters, and voices, which differ by number. */
  private static Ink ink(Role role) {
    return switch (role) {
      case MARK, NOTE, HINT, RECALLED -> Ink.GREY;
      case NEXT, LOCAL, DOT -> Ink.BLUE;
      case ADDRESS, ARGUMENT, INTERMEDIATE -> Ink.CYAN;
      case POSITIVE, BASE64 -> Ink.YES;
      case TRANSIENT, FLAW, ALERT -> Ink.NOT_NOW;
      case PERMANENT -> Ink.NO;
      case PARAMETER, UNKNOWN, ESCAPED -> Ink.PURPLE;
      case VALUE -> Ink.BROWN;
      default -> null;
    };
  }
}
