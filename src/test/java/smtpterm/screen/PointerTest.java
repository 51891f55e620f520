package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The caret stands under the place, whatever stands before it. */
class PointerTest {
  private static List<String> shown(String source, int column) {
    return new Pointer(Look.plain(true)).to(source, column);
  }

  @Test
  void theCaretStandsUnderTheCharacterThatIsMeant() {
    assertThat(shown("C: abc", 4)).containsExactly("C: abc", "   ^");
    assertThat(shown("C: abc", 7)).containsExactly("C: abc", "      ^");
    assertThat(shown("C: abc", 99)).containsExactly("C: abc", "      ^");
    assertThat(shown("\tC:\tx", 5)).containsExactly(" C: x", "    ^");
    assertThat(shown("  ", 1)).isEmpty();
  }

  @Test
  void wideAndCombiningCharactersAndEscapesMoveIt() {
    assertThat(shown("日本x", 3)).containsExactly("日本x", "    ^");
    assertThat(shown("😀x", 3)).containsExactly("😀x", "  ^");
    assertThat(shown("😀x", 2)).containsExactly("😀x", "^");
    assertThat(shown("e\u0301x", 3)).containsExactly("e\u0301x", " ^");
    assertThat(shown("\u001b\u202ex", 3)).containsExactly("\\x1b\\u202ex", "          ^");
  }

  @Test
  void coloursDoNotMoveIt() {
    List<String> lines = new Pointer(new Look(true, true, () -> 0)).to("\u001bx", 2);
    assertThat(lines.get(1)).startsWith("    \u001b[");
    assertThat(lines.get(1)).endsWith("^\u001b[0m");
  }

  @Test
  void onlyTheSurroundingsOfThePlaceAreShownOfALongLine() {
    String line = "a".repeat(100_000) + "x" + "b".repeat(100_000);
    assertThat(shown(line, 100_001))
        .containsExactly("a".repeat(40) + "x" + "b".repeat(35), " ".repeat(40) + "^");
    assertThat(shown(line, 1)).containsExactly("a".repeat(76), "^");
    assertThat(shown("😀".repeat(50_000), 50_000).get(1)).isEqualTo(" ".repeat(40) + "^");
  }
}
