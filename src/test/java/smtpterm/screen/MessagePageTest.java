package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.mail.Mails;
import smtpterm.mail.MessageReader;
import smtpterm.mail.MessageReading;
import smtpterm.testing.Golden;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** A message on the screen, line by line. */
final class MessagePageTest {
  private static MessagePage page(Look look, Language language) {
    return new MessagePage(new Layout(look), new Texts(language));
  }

  private static Look wide(int columns) {
    return new Look(false, true, () -> columns);
  }

  @ParameterizedTest
  @CsvSource({
    "umlauts,GERMAN,78",
    "umlauts,ENGLISH,78",
    "long-way,GERMAN,78",
    "long-way,ENGLISH,78",
    "long-way,GERMAN,60",
    "spoofed,GERMAN,78",
    "spoofed,ENGLISH,78",
    "spoofed,ENGLISH,40",
  })
  void aMailIsShownWithItsWay(String name, Language language, int columns) throws IOException {
    List<String> lines = page(wide(columns), language).page(Mails.read(name + ".eml"));
    assertThat(lines).allMatch(line -> line.isEmpty() || line.startsWith("   "));
    assertThat(lines).allMatch(line -> line.length() < columns || !line.contains("│"));
    Golden.check("screen/message-" + name + "-" + language.tag() + "-" + columns + ".txt", lines);
  }

  @Test
  void nothingOfAMailReachesTheTerminalRaw() {
    for (boolean unicode : new boolean[] {true, false}) {
      Look look = new Look(true, unicode, () -> 80);
      List<String> lines = page(look, Language.GERMAN).page(Mails.read("spoofed.eml"));
      assertThat(String.join("\n", lines).replaceAll("\u001b\\[[0-9;]*m", ""))
          .doesNotContain("\u001b", "\u0007", "\u202e")
          .contains("\\x1b]0;Pwned\\x07", "\\u202egnp.exe", "\\u202efdp.exe");
    }
  }

  @Test
  void withoutUtf8EverythingIsAscii() {
    List<String> lines = page(Look.plain(false), Language.GERMAN).page(Mails.read("umlauts.eml"));
    assertThat(String.join("", lines)).matches("\\p{ASCII}*").contains("-> mail.kolleg.de");
  }

  @Test
  void aLongWordNeverBeginsAtTheEdgeOfTheWindow() {
    String word = "x".repeat(500);
    MessageReading reading =
        MessageReader.read(
            List.of("From: " + word + "@a.example", "Subject: " + word, "", word), 10_000);
    List<String> lines = page(wide(60), Language.ENGLISH).message(reading);
    assertThat(lines).allMatch(line -> line.length() < 60).anyMatch(line -> line.contains("xxx"));
  }

  @Test
  void rawLinesAreShownAsTheyAreBehindABar() {
    List<String> source = List.of("Subject: =?UTF-8?Q?=C3=BC?=", "", ".\u001b[2J", "\uDCE4\ttab");
    assertThat(page(wide(60), Language.ENGLISH).raw(source))
        .containsExactly(
            "   │ Subject: =?UTF-8?Q?=C3=BC?=", "   │", "   │ .\\x1b[2J", "   │ \\xe4    tab");
  }

  @Test
  void aWideCharacterTakesTwoColumns() {
    MessageReading reading =
        MessageReader.read(List.of("From: a@b.example", "", "漢".repeat(40)), 999);
    assertThat(page(wide(46), Language.ENGLISH).message(reading))
        .contains("   │ " + "漢".repeat(20));
  }
}
