package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the colours are like is computed: contrast as in WCAG 2.2, colour blindness after Viénot.
 */
final class ThemeTest {
  /** Black, and the dark backgrounds of editors, Solarized and Ubuntu. */
  private static final List<Integer> DARK =
      List.of(0x000000, 0x1e1e1e, 0x282c34, 0x002b36, 0x300a24);

  /** White, Solarized light, light grey. */
  private static final List<Integer> LIGHT = List.of(0xffffff, 0xfdf6e3, 0xeeeeee);

  private static final Map<Theme, List<Integer>> BACKGROUNDS =
      Map.of(
          Theme.DARK, DARK,
          Theme.HIGH_CONTRAST, DARK,
          Theme.LIGHT, LIGHT,
          Theme.HIGH_CONTRAST_LIGHT, LIGHT);

  /** Rows for red, green and blue as somebody without green cones, and without red ones, sees. */
  private static final List<double[][]> BLIND =
      List.of(
          new double[][] {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}},
          new double[][] {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}});

  /** Red, green and blue, linear from 0 to 1. */
  private static double[] linear(int rgb) {
    double[] parts = new double[3];
    for (int i = 0; i < 3; i++) {
      double part = (rgb >> (16 - 8 * i) & 0xff) / 255.0;
      parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    return parts;
  }

  /** The colour of a number above 15 in xterm's palette. */
  private static int rgb(int shade) {
    if (shade >= 232) {
      return 0x010101 * (8 + 10 * (shade - 232));
    }
    int[] levels = {0, 95, 135, 175, 215, 255};
    int cube = shade - 16;
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6];
  }

  private static double light(double[] linear) {
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  private static double contrast(int one, int other) {
    double a = light(linear(one));
    double b = light(linear(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** How far apart two colours are for an eye that mixes them so: CIE 1976, where 2 is seen. */
  private static double apart(int one, int other, double[][] eye) {
    double[] a = lab(seen(linear(one), eye));
    double[] b = lab(seen(linear(other), eye));
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static double[] seen(double[] linear, double[][] eye) {
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 3; i++) {
        seen[row] += eye[row][i] * linear[i];
      }
    }
    return seen;
  }

  private static double[] lab(double[] c) {
    double x = root((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    double y = root(light(c));
    double z = root((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double part) {
    return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
  }

  private static int shade(Theme theme, Role role) {
    String sgr = theme.sgr(role);
    return rgb(Integer.parseInt(sgr.substring(sgr.lastIndexOf(';') + 1)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Theme.class,
      names = {"DARK", "LIGHT", "HIGH_CONTRAST", "HIGH_CONTRAST_LIGHT"})
  void eachColourCanBeReadOnTheUsualBackgrounds(Theme theme) {
    double least = theme.name().startsWith("HIGH") ? 7 : 4.5;
    int coloured = 0;
    for (Role role : Role.values()) {
      if (theme.sgr(role).contains("38;5;") && !role.name().startsWith("VOICE")) {
        coloured++;
        for (int background : BACKGROUNDS.get(theme)) {
          assertThat(contrast(shade(theme, role), background))
              .as("%s on %06x", role, background)
              .isGreaterThanOrEqualTo(least);
        }
      }
    }
    assertThat(coloured).isGreaterThan(15);
  }

  @ParameterizedTest
  @EnumSource(
      value = Theme.class,
      names = {"DARK", "LIGHT", "HIGH_CONTRAST", "HIGH_CONTRAST_LIGHT"})
  void yesAndNoDifferForThoseWhoCannotTellRedFromGreen(Theme theme) {
    for (double[][] eye : BLIND) {
      for (Role no : List.of(Role.PERMANENT, Role.TRANSIENT)) {
        assertThat(apart(shade(theme, Role.POSITIVE), shade(theme, no), eye))
            .as("%s", no)
            .isGreaterThan(20);
      }
    }
  }

  @Test
  void whereNothingIsKnownTheColoursAreThoseOfTheTerminal() {
    for (Role role : Role.values()) {
      assertThat(Theme.EITHER.sgr(role)).isEqualTo(role.sgr());
    }
  }

  @Test
  void aTerminalWithFewColoursGetsItsOwn() {
    for (Theme theme : Theme.values()) {
      for (Role role : Role.values()) {
        assertThat(new Palette(theme, false).sgr(role)).doesNotContain("38;", "null");
      }
    }
    assertThat(new Palette(Theme.DARK, false).sgr(Role.POSITIVE)).isEqualTo("32");
    assertThat(new Palette(Theme.DARK, true).sgr(Role.POSITIVE)).isEqualTo("38;5;79");
  }

  @Test
  void marksBesidesTheColourStay() {
    assertThat(new Palette(Theme.LIGHT, true).sgr(Role.FLAW)).startsWith("4;");
    assertThat(new Palette(Theme.LIGHT, false).sgr(Role.FLAW)).contains("4");
    assertThat(new Palette(Theme.LIGHT, true).sgr(Role.VERB)).isEqualTo("1");
    assertThat(new Palette(Theme.LIGHT, true).sgr(Role.PLAIN)).isEmpty();
  }

  @Test
  void withoutAThemeNothingIsColoured() {
    Look none = new Look(true, true, () -> 80, () -> new Palette(Theme.NONE, true));
    assertThat(none.colour()).isFalse();
    assertThat(none.paint(Role.PERMANENT, "550")).isEqualTo("550");
    Look light = new Look(true, true, () -> 80, () -> new Palette(Theme.LIGHT, true));
    assertThat(light.paint(Role.PERMANENT, "550")).isEqualTo("\033[38;5;124m550\033[0m");
    Look forbidden = new Look(false, true, () -> 80, () -> new Palette(Theme.LIGHT, true));
    assertThat(forbidden.paint(Role.PERMANENT, "550")).isEqualTo("550");
  }
}
