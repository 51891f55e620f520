package smtpterm.pty;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a cell looks, such as faint green on the default background.
 *
 * @param foreground 0 to 255, {@link #DEFAULT}, or {@code 0x1000000 | rgb}
 * @param background as {@code foreground}
 * @param attributes never null
 */
public record Style(int foreground, int background, Set<Attribute> attributes) {

  public static final int DEFAULT = -1;
  public static final int RED = 1;
  public static final int GREEN = 2;
  public static final int YELLOW = 3;
  public static final int BLUE = 4;
  public static final int MAGENTA = 5;
  public static final int CYAN = 6;

  static final Style PLAIN = new Style(DEFAULT, DEFAULT, Set.of());

  private static final int TRUE_COLOUR = 0x1000000;

  /** What SGR switches on and off besides colours. */
  public enum Attribute {
    BOLD(1, 22),
    FAINT(2, 22),
    ITALIC(3, 23),
    UNDERLINE(4, 24),
    BLINK(5, 25),
    INVERSE(7, 27),
    HIDDEN(8, 28),
    STRUCK(9, 29);

    private final int on;
    private final int off;

    Attribute(int on, int off) {
      this.on = on;
      this.off = off;
    }
  }

  public Style {
    attributes = Set.copyOf(attributes);
  }

  public boolean has(Attribute attribute) {
    return attributes.contains(attribute);
  }

  /** This style after {@code CSI codes m} (ECMA-48 8.3.117); an unknown code changes nothing. */
  Style after(List<Integer> codes) {
    Style style = this;
    for (int i = 0; i < codes.size(); i++) {
      int code = codes.get(i);
      if (code == 38 || code == 48) {
        List<Integer> rest = codes.subList(i + 1, codes.size());
        int colour = extendedColour(rest);
        style = code == 38 ? style.withForeground(colour) : style.withBackground(colour);
        i += rest.isEmpty() ? 0 : rest.get(0) == 2 ? 4 : 2;
      } else {
        style = style.after(code);
      }
    }
    return style;
  }

  /** What an erased cell looks like: it keeps the background only, as xterm does. */
  Style erased() {
    return PLAIN.withBackground(background);
  }

  private static int extendedColour(List<Integer> rest) {
    if (rest.size() >= 4 && rest.get(0) == 2) {
      return TRUE_COLOUR | rest.get(1) << 16 | rest.get(2) << 8 | rest.get(3);
    }
    return rest.size() >= 2 && rest.get(0) == 5 ? rest.get(1) : DEFAULT;
  }

  private Style after(int code) {
    if (code == 0) {
      return PLAIN;
    }
    switch (code / 10) {
      case 3 -> {
        return withForeground(code == 39 ? DEFAULT : code - 30);
      }
      case 4 -> {
        return withBackground(code == 49 ? DEFAULT : code - 40);
      }
      case 9 -> {
        return withForeground(code - 90 + 8);
      }
      case 10 -> {
        return withBackground(code - 100 + 8);
      }
      default -> {
        return withAttribute(code);
      }
    }
  }

  private Style withAttribute(int code) {
    EnumSet<Attribute> changed = EnumSet.noneOf(Attribute.class);
    changed.addAll(attributes);
    for (Attribute attribute : Attribute.values()) {
      if (attribute.on == code) {
        changed.add(attribute);
      } else if (attribute.off == code) {
        changed.remove(attribute);
      }
    }
    return new Style(foreground, background, changed);
  }

  private Style withForeground(int colour) {
    return new Style(colour, background, attributes);
  }

  private Style withBackground(int colour) {
    return new Style(foreground, colour, attributes);
  }
}
