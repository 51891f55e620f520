package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.protocol.ReplyClass;

final class LookTest {
  private static final Look UNICODE = Look.plain(true);
  private static final Look ASCII = Look.plain(false);
  private static final Look COLOUR = new Look(true, true, () -> 80);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Größe, Übung, Äpfel, Öl  | Groesse, Uebung, Aepfel, Oel",
        "„so“ – ‚so‘ … → •        | \"so\" - 'so' ... -> *",
        "5 €                      | 5 \\u20ac",
        "😊                        | \\u1f60a",
        "a\u00a0b                 | a b",
        "plain                    | plain",
      })
  void aSentenceOfOursIsWrittenInAscii(String sentence, String ascii) {
    assertThat(ASCII.own(sentence)).isEqualTo(ascii);
    assertThat(UNICODE.own(sentence)).isEqualTo(sentence);
  }

  @Test
  void whatPartsTwoThingsIsABar() {
    assertThat(ASCII.own("a · b │ c")).isEqualTo("a | b | c");
  }

  @Test
  void textOfStrangersIsNeverRewrittenOnlyEscaped() {
    assertThat(ASCII.foreign("Grüße \u001b[2J")).isEqualTo("Gr\\u00fc\\u00dfe \\x1b[2J");
    assertThat(UNICODE.foreign("Grüße \u001b[2J")).isEqualTo("Grüße \\x1b[2J");
    assertThat(COLOUR.foreign("a\u001bb")).isEqualTo("a\033[35m\\x1b\033[0mb");
  }

  @Test
  void aSentenceThatQuotesAStrangerIsHarmless() {
    assertThat(UNICODE.own("\"\u001b]0;x\u0007\"")).isEqualTo("\"\\x1b]0;x\\x07\"");
  }

  @ParameterizedTest
  @EnumSource(ReplyClass.class)
  void eachClassHasASignOfItsOwnInBothForms(ReplyClass replyClass) {
    assertThat(ASCII.sign(replyClass)).matches("[+.~x?]");
    assertThat(UNICODE.sign(replyClass)).matches("[✔…↻✖?]");
    for (ReplyClass other : ReplyClass.values()) {
      if (other != replyClass) {
        assertThat(ASCII.sign(other)).isNotEqualTo(ASCII.sign(replyClass));
        assertThat(UNICODE.sign(other)).isNotEqualTo(UNICODE.sign(replyClass));
      }
    }
  }

  @Test
  void aMaskIsEightWideWhateverIsUnderIt() {
    assertThat(UNICODE.mask()).isEqualTo("••••••••");
    assertThat(ASCII.mask()).isEqualTo("********");
  }

  @Test
  void withoutColourNothingIsPainted() {
    assertThat(UNICODE.paint(Role.PERMANENT, "550")).isEqualTo("550");
    assertThat(COLOUR.paint(Role.PERMANENT, "550")).isEqualTo("\033[31m550\033[0m");
    assertThat(COLOUR.paint(Role.PERMANENT, "")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
  void eachRoleIsAColourAndNothingElse(Role role) {
    assertThat(role.sgr()).matches("[0-9]+(;[0-9]+)*");
  }
}
