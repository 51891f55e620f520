package smtpterm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.mail.Finding.Kind;

final class MessageReaderTest {
  private static String value(MessageReading reading, String name) {
    return reading.header().first(name).orElseThrow().text();
  }

  private static List<Kind> kinds(MessageReading reading) {
    return reading.trace().findings().stream().map(Finding::kind).toList();
  }

  @Test
  void headerFieldsAreUnfoldedAndTheirEncodedWordsDecoded() throws IOException {
    MessageReading reading = Mails.read("umlauts.eml");
    assertThat(value(reading, "subject")).isEqualTo("Grüße und Einladung: Gartenparty am Südsee");
    assertThat(value(reading, "From")).isEqualTo("Anna Müller <anna@kolleg.de>");
    assertThat(value(reading, "To"))
        .isEqualTo("Böb <bob@schule.example>, Katha černá <katha@schule.example>");
    assertThat(reading.octets()).isEqualTo(Files.size(Mails.file("umlauts.eml")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=?utf-8?q?a_=C3=BC?=|a ü",
        "=?UTF-8?B?w7w=?= =?UTF-8?B?w58=?=|üß",
        "=?UTF-8?B?w7w=?= and =?UTF-8?B?w58=?=|ü and ß",
        "=?UTF-8?B?wwo=?=x|\\ufffd?",
        "=?utf-8*de?Q?gr=C3=BCn?=|grün",
        "=?windows-1252?Q?=80?=|€",
        "=?martian?Q?=80?=|=?martian?Q?=80?=",
        "=?utf-8?X?80?=|=?utf-8?X?80?=",
        "=?utf-8?Q?open|=?utf-8?Q?open",
        "raw ü|raw ü",
        "=?a=?b?=?|=?a=?b?=?",
      })
  void encodedWordsAreDecodedWhereTheyAreSound(String raw, String text) {
    String seen = value(Mails.of("Subject: " + raw, "", "x"), "Subject");
    if (!text.startsWith("\\")) {
      assertThat(seen).isEqualTo(text);
    } else {
      assertThat(seen).startsWith("\ufffd");
    }
  }

  @Test
  void thePlainTextOfAlternativesIsReadAndTheHtmlOnlyCounted() {
    Content content = Mails.read("umlauts.eml").content();
    BodyText text = content.text().orElseThrow();
    assertThat(text.text())
        .startsWith(
            "Hallo Bob,\n\nkomm am Samstag um acht an den Südsee, wir grüßen dich mit einem")
        .endsWith("Schöne Grüße\nAnna");
    assertThat(text.type()).isEqualTo("text/plain");
    assertThat(text.charset()).isEqualTo("UTF-8");
    assertThat(text.encoding()).isEqualTo("quoted-printable");
    assertThat(text.cut()).isFalse();
    assertThat(content.html()).isPositive();
    assertThat(content.attachments())
        .containsExactly(new Attachment("Einladung für alle.pdf", "application/pdf", 1_280));
  }

  @Test
  void htmlAloneIsReducedToWhatThereIsToRead() {
    BodyText text = Mails.read("long-way.eml").content().text().orElseThrow();
    assertThat(text.type()).isEqualTo("text/html");
    assertThat(text.text().lines())
        .containsExactly(
            "Alles für den Garten",
            "",
            "Lieber Gartenfreund,",
            "die Zwiebeln sind da:",
            "",
            "- Tulpen, 20 Stück",
            "- Krokusse, 50 Stück",
            "",
            "Zum Katalog auf garten.example <https://newsletter.example/c/99?u=4711> ·"
                + " https://garten.example/");
  }

  @Test
  void severalTextsAreReadOneBelowTheOtherAndFilesAreNot() {
    MessageReading reading =
        Mails.of(
            "From: a@b.example",
            "Content-Type: multipart/mixed; boundary=o",
            "",
            "--o",
            "",
            "first",
            "--o",
            "Content-Disposition: attachment; filename=notes.txt",
            "",
            "a file",
            "--o",
            "Content-Type: multipart/related; boundary=i",
            "",
            "--i",
            "Content-Type: text/html",
            "",
            "<p>second",
            "--i",
            "Content-Type: image/png",
            "Content-ID: <x>",
            "Content-Transfer-Encoding: base64",
            "",
            "AAAA",
            "--i--",
            "--o",
            "Content-Type: message/rfc822",
            "",
            "Subject: inside",
            "",
            "third",
            "--o--");
    assertThat(reading.content().text().orElseThrow().text()).isEqualTo("first\n\nsecond");
    assertThat(reading.content().attachments())
        .containsExactly(
            new Attachment("notes.txt", "text/plain", 6),
            new Attachment("", "image/png", 3),
            new Attachment("", "message/rfc822", 24));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "utf-8|C3BC|ü|UTF-8",
        "UTF-8|FC41|\uDCFCA|UTF-8",
        "iso-8859-1|FC80|ü€|ISO-8859-1",
        "iso-8859-15|A4|€|ISO-8859-15",
        "utf-16|FEFF00FC|ü|UTF-16",
        "koi8-r|C1|а|KOI8-R",
        "''|C3BC|ü|UTF-8",
        "''|FC|ü|windows-1252",
        "us-ascii|FC|ü|windows-1252",
        "no such|41|A|US-ASCII",
        "martian|C3BC|ü|UTF-8",
      })
  void theCharsetIsTheOneNamedOrTheOneThatFits(
      String name, String octets, String text, String used) {
    byte[] head =
        ("From: a@b.example\r\nContent-Type: text/plain; charset=\"" + name + "\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + octets.length() / 2);
    for (int i = 0; i < octets.length(); i += 2) {
      all[head.length + i / 2] = (byte) Integer.parseInt(octets.substring(i, i + 2), 16);
    }
    BodyText body = Mails.of(all).content().text().orElseThrow();
    assertThat(body.text()).isEqualTo(text);
    assertThat(body.charset()).isEqualTo(used);
  }

  @Test
  void aCharsetThatIsUnknownIsSaid() {
    assertThat(kinds(Mails.of("Content-Type: text/plain; charset=martian", "", "ü")))
        .contains(Kind.CHARSET_UNKNOWN);
    assertThat(kinds(Mails.of("From: a@b.example", "", "ü"))).contains(Kind.CHARSET_GUESSED);
    assertThat(kinds(Mails.of("From: a@b.example", "", "u")))
        .doesNotContain(Kind.CHARSET_GUESSED, Kind.CHARSET_UNKNOWN);
  }

  @Test
  void aTextThatIsTooLongIsCutAtALine() throws IOException {
    String lines = Stream.generate(() -> "0123456789").limit(50).collect(Collectors.joining("\n"));
    byte[] octets = ("From: a@b.example\n\n" + lines).getBytes(StandardCharsets.UTF_8);
    MessageReading reading = MessageReader.read(new ByteArrayInputStream(octets), 100);
    BodyText text = reading.content().text().orElseThrow();
    assertThat(text.text().lines()).hasSize(9).allMatch("0123456789"::equals);
    assertThat(text.cut()).isTrue();
    assertThat(text.octets()).isEqualTo(lines.length());
    assertThat(kinds(reading)).contains(Kind.TEXT_CUT);
  }

  @Test
  void linesOfASessionAreReadLikeAFile() throws IOException {
    List<String> lines =
        List.of(Files.readString(Mails.file("umlauts.eml"), StandardCharsets.UTF_8).split("\r\n"));
    assertThat(MessageReader.read(lines, MessageReader.TEXT_LIMIT))
        .isEqualTo(Mails.read("umlauts.eml"));
  }

  @Test
  void whatHasNoHeaderIsNoMail() {
    assertThat(Mails.of("").mail()).isFalse();
    assertThat(Mails.of("Hello Bob", "how are you?", "", "Anna").mail()).isFalse();
    assertThat(Mails.of("", "From: a@b.example").mail()).isFalse();
    assertThat(Mails.of("\ufeffFrom: a@b.example").mail()).isTrue();
    assertThat(Mails.of("From a@b Sat Nov 21 10:00:00 2026", "From: a@b.example").mail()).isTrue();
  }

  @Test
  void aLineThatIsNoHeaderFieldIsSaidAndTheOthersAreRead() {
    MessageReading reading = Mails.of("From: a@b.example", "Hello Bob", "To: c@d.example", "", "x");
    assertThat(reading.header().fields()).hasSize(2);
    assertThat(reading.trace().findings()).contains(Finding.of(Kind.HEADER_STRAY, "Hello Bob"));
  }
}
