package smtpterm.pty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.pty.Style.Attribute;

class EmulatorTest {

  private static final String CSI = "\u001b[";

  private final List<String> answers = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();
  private final Emulator emulator =
      new Emulator(
          10, 4, a -> answers.add(new String(a, StandardCharsets.US_ASCII)), commands::add);

  private Screen show(String... pieces) {
    for (String piece : pieces) {
      byte[] octets = piece.getBytes(StandardCharsets.UTF_8);
      emulator.feed(octets, octets.length);
    }
    return emulator.screen();
  }

  @Test
  void aFullRowWrapsOnlyWhenTheNextCharacterComes() {
    Screen full = show("0123456789");
    assertThat(full.column()).isEqualTo(9);
    assertThat(full.row()).isZero();
    Screen next = show("x");
    assertThat(next.text()).isEqualTo("0123456789\nx\n\n");
    assertThat(next.contains("89x")).isTrue();
    assertThat(next.transcript()).containsExactly("0123456789x");
  }

  @Test
  void aRegionScrollsIntoTheScrollbackAndTheStatusLineStays() {
    Screen screen = show(CSI + "1;3r", CSI + "4;1Hstatus", CSI + "H", "1\r\n2\r\n3\r\n4\r\n5");
    assertThat(screen.text()).isEqualTo("3\n4\n5\nstatus");
    assertThat(screen.scrollback()).extracting(Line::text).containsExactly("1", "2");
  }

  @Test
  void linesAreInsertedAndDeletedWithinTheRegion() {
    show(CSI + "1;3r", CSI + "4;1Hstatus", CSI + "H", "1\r\n2\r\n3");
    assertThat(show(CSI + "2;1H", CSI + "L").text()).isEqualTo("1\n\n2\nstatus");
    assertThat(show(CSI + "1;1H", CSI + "2M").text()).isEqualTo("2\n\n\nstatus");
    assertThat(show("\u001bM").text()).isEqualTo("\n2\n\nstatus");
  }

  @Test
  void erasingLeavesWhatStandsBeforeTheCursor() {
    show("abcdef\r\nghi\r\njkl");
    assertThat(show(CSI + "1;4H", CSI + "J").text()).isEqualTo("abc\n\n\n");
    assertThat(show(CSI + "2D", CSI + "1K").text()).isEqualTo("  c\n\n\n");
  }

  @Test
  void charactersAreInsertedAndDeletedInTheRow() {
    show("abcdefghij", CSI + "1;3H");
    assertThat(show(CSI + "2P").line(0)).isEqualTo("abefghij");
    assertThat(show(CSI + "1@").line(0)).isEqualTo("ab efghij");
    assertThat(show(CSI + "2X").line(0)).isEqualTo("ab  fghij");
  }

  @Test
  void wideAndCombiningCharactersTakeTheirCells() {
    Screen screen = show("a日e\u0301😀");
    assertThat(screen.line(0)).isEqualTo("a日e\u0301😀");
    assertThat(screen.column()).isEqualTo(6);
    assertThat(screen.cell(0, 1).text()).isEqualTo("日");
    assertThat(screen.cell(0, 2).text()).isEmpty();
    assertThat(screen.cell(0, 3).text()).isEqualTo("e\u0301");
    assertThat(show(CSI + "1;3Hx").line(0)).isEqualTo("a xe\u0301😀");
  }

  @Test
  void aWideCharacterThatDoesNotFitGoesToTheNextRow() {
    assertThat(show("012345678日").text()).isEqualTo("012345678\n日\n\n");
  }

  @Test
  void coloursAndAttributesAreSeenInTheCells() {
    Screen screen = show(CSI + "1;32mgo", CSI + "0;2;38;5;208m f", CSI + "22;39mp");
    assertThat(screen.styleOf("go").foreground()).isEqualTo(Style.GREEN);
    assertThat(screen.styleOf("go").has(Attribute.BOLD)).isTrue();
    assertThat(screen.styleOf("f").foreground()).isEqualTo(208);
    assertThat(screen.styleOf("f").has(Attribute.FAINT)).isTrue();
    assertThat(screen.styleOf("p")).isEqualTo(Style.PLAIN);
    assertThat(show(CSI + "48;2;1;2;3;91mx").styleOf("x"))
        .isEqualTo(new Style(9, 0x1010203, java.util.Set.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void piecesMayBeSplitAnywhere(int size) {
    byte[] all = ("ü日😀" + CSI + "2;3Hx\u001b]0;title\u0007y").getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < all.length; from += size) {
      byte[] piece = java.util.Arrays.copyOfRange(all, from, Math.min(from + size, all.length));
      emulator.feed(piece, piece.length);
    }
    assertThat(emulator.screen().text()).isEqualTo("ü日😀\n  xy\n\n");
    assertThat(commands).containsExactly("0;title");
  }

  @Test
  void aLowerScreenPushesItsTopIntoTheScrollbackAndAHigherOneBringsItBack() {
    show("1\r\n2\r\n3\r\n4");
    emulator.resize(8, 2);
    assertThat(emulator.screen().text()).isEqualTo("3\n4");
    assertThat(emulator.screen().transcript()).containsExactly("1", "2", "3", "4");
    emulator.resize(12, 5);
    assertThat(emulator.screen().text()).isEqualTo("1\n2\n3\n4\n");
    assertThat(emulator.screen().row()).isEqualTo(3);
  }

  @Test
  void theProgramGetsItsAnswers() {
    show("ab", CSI + "6n", CSI + "5n", CSI + "c", CSI + "?2027$p");
    assertThat(answers)
        .containsExactly("\u001b[1;3R", "\u001b[0n", "\u001b[?1;2c", "\u001b[?2027;0$y");
  }

  @Test
  void savedCursorComesBackWithItsStyle() {
    Screen screen = show("ab" + CSI + "31m\u001b7", CSI + "3;3H" + CSI + "0m.", "\u001b8x");
    assertThat(screen.text()).isEqualTo("abx\n\n  .\n");
    assertThat(screen.styleOf("x").foreground()).isEqualTo(Style.RED);
  }

  @Test
  void aC1ControlCountsAsControlAndWhatIsNotKnownIsNoted() {
    assertThat(show("ab\u009b1Dx").text()).isEqualTo("ax\n\n\n");
    assertThat(emulator.unknown()).isEmpty();
    show(CSI + "?1049h", "\u001bc", "\u001bPq\u001b\\");
    assertThat(emulator.unknown()).containsExactly("CSI ?[1049]h", "ESC c", "ESC Pq");
  }

  @Test
  void tabsStopAtEveryEighthColumn() {
    assertThat(show("a\tb").line(0)).isEqualTo("a       b");
    assertThat(show(CSI + "Zc").line(0)).isEqualTo("a       c");
  }
}
