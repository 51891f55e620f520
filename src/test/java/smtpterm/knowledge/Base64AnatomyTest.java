package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** How a text becomes Base64, as a person sees it. */
final class Base64AnatomyTest {
  private final Base64Anatomy german = new Base64Anatomy(new Texts(Language.GERMAN));
  private final Base64Anatomy english = new Base64Anatomy(new Texts(Language.ENGLISH));

  @Test
  void aNameInEnglish() {
    assertThat(shown(english.encoding("anna", true)))
        .isEqualTo(
            """
            anna → YW5uYQ==
            characters: 4 · octets: 4 · characters in Base64: 8
            3 octets of 8 bits = 24 bits = 4 groups of 6 bits; each is one character.

            character      a         n         n           a
            octet (hex)    61        6e        6e          61
            8 bits each    011000 01|0110 1110|01 101110   011000 01
            6 bits each    011000|01 0110|1110 01|101110   011000|01 0000
            value          24     22      57      46       24     16
            Base64         Y      W       5       u        Y      Q       =       =

            Last block, 1 octet: 4 zero bits fill group 2, == stands for groups 3 and 4.
            """);
  }

  @Test
  void aNameInGerman() {
    assertThat(shown(german.encoding("jürg", true)))
        .isEqualTo(
            """
            jürg → asO8cmc=
            Zeichen: 4 · Oktette: 5 · Zeichen in Base64: 8
            3 Oktette zu 8 Bit = 24 Bit = 4 Gruppen zu 6 Bit; jede ist ein Zeichen.

            Zeichen        j         ü 1/2     ü 2/2       r         g
            Oktett (hex)   6a        c3        bc          72        67
            je 8 Bit       011010 10|1100 0011|10 111100   011100 10|0110 0111
            je 6 Bit       011010|10 1100|0011 10|111100   011100|10 0110|0111 00
            Wert           26     44      14      60       28     38      28
            Base64         a      s       O       8        c      m       c       =

            Letzter Block, 2 Oktette: 2 Nullbits füllen Gruppe 3, = steht für Gruppe 4.
            In UTF-8 hat jedes Zeichen außerhalb von ASCII 2 bis 4 Oktette.
            """);
  }

  @Test
  void theTwoNulsOfPlain() {
    List<String> lines = english.encoding("\\0anna\\0geheim", true);
    assertThat(lines)
        .startsWith("\\0anna\\0geheim → AGFubmEAZ2VoZWlt")
        .contains("character      NUL       a         n           n         a         NUL")
        .contains("octet (hex)    00        61        6e          6e        61        00")
        .endsWith("NUL is the octet 00. In AUTH PLAIN it stands before user name and password.");
    assertThat(english.encoding("\\0a", false)).contains("character      \\         0         a");
  }

  @Test
  void theWayBack() {
    assertThat(shown(german.decoding("SMO2w58=")))
        .isEqualTo(
            """
            SMO2w58= → Höß
            Zeichen: 3 · Oktette: 5 · Zeichen in Base64: 8
            4 Zeichen zu 6 Bit = 24 Bit = 3 Oktette zu 8 Bit.

            Base64         S      M       O       2        w      5       8       =
            Wert           18     12      14      54       48     57      60
            je 6 Bit       010010|00 1100|0011 10|110110   110000|11 1001|1111 00
            je 8 Bit       010010 00|1100 0011|10 110110   110000 11|1001 1111
            Oktett (hex)   48        c3        b6          c3        9f
            Zeichen        H         ö 1/2     ö 2/2       ß 1/2     ß 2/2

            Letzter Block, 2 Oktette: 2 Nullbits füllen Gruppe 3, = steht für Gruppe 4.
            In UTF-8 hat jedes Zeichen außerhalb von ASCII 2 bis 4 Oktette.
            """);
  }

  @Test
  void octetsThatAreNoText() {
    assertThat(english.decoding("R2Vi/w=="))
        .startsWith("R2Vi/w== → ?", "characters: ? · octets: 4 · characters in Base64: 8")
        .contains("character      G         e         b           ?")
        .endsWith("These octets are no text in UTF-8.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ge!heim  | 2 | Character 3 is none of Base64: A-Z a-z 0-9 + / and at the end =
          YW5u=YQ= | 4 | Character 5 is none of Base64: A-Z a-z 0-9 + / and at the end =
          geheim   | 6 | 6 characters are no multiple of four, as Base64 needs it.
          YW5uYR== | 5 | Character 6 cannot be the last one: its unused bits are not zero.
          grün     | 2 | Character 3 is none of Base64: A-Z a-z 0-9 + / and at the end =
          漢字     | 0 | Character 1 is none of Base64: A-Z a-z 0-9 + / and at the end =
          ab漢     | 2 | Character 3 is none of Base64: A-Z a-z 0-9 + / and at the end =
          """)
  void aCaretPointsAtWhatIsWrong(String base64, int column, String sentence) {
    assertThat(english.decoding(base64))
        .containsExactly(base64, " ".repeat(column) + "^", sentence);
  }

  @Test
  void aCaretFarToTheRightStaysInSight() {
    assertThat(german.decoding("A".repeat(120) + "\u202eb"))
        .containsExactly(
            "…" + "A".repeat(50) + "?b",
            " ".repeat(51) + "^",
            "Zeichen 121 gibt es in Base64 nicht: nur A-Z a-z 0-9 + / und am Ende =");
  }

  @Test
  void aLongTextIsCut() {
    List<String> lines = german.encoding("x".repeat(1_000_000), true);
    assertThat(lines).hasSizeLessThan(45).endsWith("… noch 999970 Oktette");
    assertThat(lines.get(0)).isEqualTo("x".repeat(77) + "…");
    assertThat(lines).noneMatch(line -> line.startsWith("Letzter Block"));
  }

  @Test
  void nothingHasNoAnatomy() {
    assertThat(english.encoding("", true))
        .containsExactly("An empty text stays empty in Base64. AUTH writes it as =.");
    assertThat(german.decoding(""))
        .containsExactly("Ein leerer Text bleibt auch in Base64 leer. AUTH schreibt dafür =.");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLineIsAtMost78ColumnsAndHarmless(Language language) {
    Base64Anatomy anatomy = new Base64Anatomy(new Texts(language));
    String odd = "a\u001b[2J\u202e\u0301\n\t ä漢😀\ufeff\u200b";
    for (String text : List.of("anna", odd, odd.repeat(9), "w".repeat(99))) {
      String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      for (List<String> lines :
          List.of(anatomy.encoding(text, true), anatomy.decoding(base64), anatomy.decoding(text))) {
        for (String line : lines) {
          assertThat(Glyphs.width(line)).as(line).isLessThanOrEqualTo(78);
          assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Mn}]").doesNotEndWith(" ");
        }
      }
    }
  }

  /** The picture is true: the letters of its last row are the Base64. */
  @Test
  void bitsAndLettersAreThoseOfTheLibrary() {
    Random random = new Random(42);
    for (int length = 1; length <= 30; length++) {
      byte[] octets = new byte[length];
      random.nextBytes(octets);
      String base64 = Base64.getEncoder().encodeToString(octets);
      List<String> lines = english.decoding(base64);
      assertThat(row(lines, "Base64").replace(" ", "")).isEqualTo(base64);
      String bits = row(lines, "8 bits each").replaceAll("[ |]", "");
      String groups = row(lines, "6 bits each").replaceAll("[ |]", "");
      assertThat(groups).startsWith(bits).hasSize((bits.length() + 5) / 6 * 6);
      assertThat(bits).hasSize(length * 8);
    }
  }

  private static String row(List<String> lines, String label) {
    return lines.stream()
        .filter(line -> line.startsWith(label + " "))
        .map(line -> line.substring(12))
        .collect(Collectors.joining());
  }

  private static String shown(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
