package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code smtpterm base64}: there, back, and bit by bit. */
final class Base64CommandTest {
  private static Run base64(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "base64";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Run.with("", all);
  }

  @ParameterizedTest
  @CsvSource({
    "anna,YW5uYQ==",
    "\\0anna\\0geheim,AGFubmEAZ2VoZWlt",
    "Grüße,R3LDvMOfZQ==",
    "€,4oKs",
    "Gr,R3I="
  })
  void textAndBase64TurnIntoEachOther(String text, String encoded) {
    Run there = base64(text);
    assertThat(there.code()).isZero();
    assertThat(there.out()).isEqualTo(encoded + "\n");
    Run back = base64("--decode", encoded);
    assertThat(back.code()).isZero();
    assertThat(back.out()).isEqualTo(text + "\n");
    assertThat(there.err() + back.err()).isEmpty();
  }

  @Test
  void severalWordsAreJoinedByOneBlank() {
    assertThat(base64("a", "b c").out()).isEqualTo(base64("a b c").out()).isEqualTo("YSBiIGM=\n");
  }

  @Test
  void anEmptyTextStaysEmptyAndTheAnatomySaysSo() {
    assertThat(base64("")).isEqualTo(new Run(0, "\n", ""));
    assertThat(base64("-d", "")).isEqualTo(new Run(0, "\n", ""));
    assertThat(base64("--anatomy", "").out()).contains("empty text", "AUTH writes it as =");
  }

  @Test
  void octetsThatAreNoTextAreShownAsEscapes() {
    assertThat(base64("-d", "/w==").out()).isEqualTo("\\xff\n");
    assertThat(base64("-d", "G1syShtd").out()).isEqualTo("\\x1b[2J\\x1b]\n");
  }

  @ParameterizedTest
  @CsvSource({
    "YW5!YQ==,3,Character 4 is none of Base64",
    "YW 5uYQ==,2,Character 3",
    "YW5uYQ=,7,7 characters are no multiple of four",
    "YW5uY,5,5 characters",
  })
  void badInputHasACaretUnderTheOffendingCharacter(String text, int index, String sentence) {
    Run run = base64("-d", text);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSizeGreaterThanOrEqualTo(3).startsWith(text, caret(index));
    assertThat(run.lines().get(2)).startsWith(sentence);
    assertThat(Run.with("", "--lang=de", "base64", "-d", text).lines())
        .startsWith(text, caret(index))
        .doesNotContain(run.lines().get(2));
  }

  private static String caret(int index) {
    return " ".repeat(index) + "^";
  }

  @Test
  void hostileInputIsShownHarmlesslyAndTheCaretStillPoints() {
    Run run = base64("-d", "YW\u001b[2J");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out() + run.err()).doesNotContain("\u001b");
    assertThat(run.lines().get(1)).isEqualTo(caret(2));
    assertThat(base64("--anatomy", "a\u001b[2J").out()).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "en,character,octet (hex),Last block,In AUTH PLAIN it stands before",
    "de,Zeichen,Oktett (hex),Letzter Block,In AUTH PLAIN steht es vor"
  })
  void theAnatomyShowsEachStep(
      String language, String character, String octet, String padding, String nul) {
    Run anna = Run.with("", "--lang", language, "base64", "--anatomy", "anna");
    assertThat(anna.code()).isZero();
    assertThat(anna.lines().get(0)).isEqualTo("anna → YW5uYQ==");
    assertThat(row(anna, character)).containsExactly("a", "n", "n", "a");
    assertThat(row(anna, octet)).containsExactly("61", "6e", "6e", "61");
    assertThat(row(anna, "Base64")).containsExactly("Y", "W", "5", "u", "Y", "Q", "=", "=");
    assertThat(anna.out()).contains("011000|01 0110|1110 01|101110", padding).doesNotContain(nul);
    Run plain = Run.with("", "--lang", language, "base64", "--anatomy", "\\0anna\\0geheim");
    assertThat(row(plain, character)).containsExactly("NUL", "a", "n", "n", "a", "NUL");
    assertThat(plain.out()).contains(nul).doesNotContain(padding);
  }

  private static String[] row(Run run, String label) {
    String row =
        run.lines().stream().filter(line -> line.startsWith(label + "  ")).findFirst().orElse("");
    return row.substring(Math.min(row.length(), label.length())).strip().split(" +", -1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void theAnatomyOfAnUmlautShowsItsTwoOctets(String language) {
    Run run = Run.with("", "--lang", language, "base64", "--anatomy", "ü");
    assertThat(run.out()).startsWith("ü → w7w=\n").contains("ü 1/2     ü 2/2", "c3        bc");
    assertThat(run.out()).contains("UTF-8");
  }

  @Test
  void theAnatomyOfADecodingGoesTheOtherWay() {
    Run run = base64("-d", "--anatomy", "AGFubmEAZ2VoZWlt");
    assertThat(run.code()).isZero();
    assertThat(run.lines().get(0)).isEqualTo("AGFubmEAZ2VoZWlt → \\0anna\\0geheim");
    assertThat(run.out()).containsSubsequence("\nBase64  ", "\nvalue ", "\ncharacter ");
    assertThat(base64("--anatomy", "-d", "YW5!").code()).isEqualTo(1);
  }

  @Test
  void nothingAtAllIsWrongUsage() {
    Run run = base64();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("smtpterm: ").doesNotContain("Exception");
  }
}
