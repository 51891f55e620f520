package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.protocol.MessageWatch;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Remark;
import smtpterm.protocol.TypedLines;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What is said while a mail is typed, in both languages. */
final class RemarkTextsTest {
  private static final int LONGEST = 100;

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyRemarkIsOneCalmLine(Language language) {
    Texts texts = new Texts(language);
    assertThat(texts.bundle("knowledge/remarks")).hasSize(Remark.Kind.values().length + 1);
    for (Remark.Kind kind : Remark.Kind.values()) {
      List<String> arguments = List.of("Content-Type", "Message-ID");
      String sentence = new RemarkTexts(texts).say(new Remark(kind, arguments));
      assertThat(sentence).hasSizeBetween(20, LONGEST).doesNotContain("%", "!", "null");
    }
  }

  @Test
  void aMailWithSlips() {
    assertThat(remarks(Language.ENGLISH))
        .containsExactly(
            "There is no header line Betreff: in a mail. Did you mean Subject:?",
            "The header ends here, without Date.",
            "Envelope: anna@kolleg.de, From: boss@example.com."
                + " Readers see From:, errors go to the envelope.",
            "bob@kolleg.de gets the mail because of RCPT TO; the header does not tell, as with Bcc.",
            "carol@kolleg.de stands in the header only, and gets nothing: RCPT TO decides.",
            "Letters such as ä should be announced: MAIL FROM:<…> BODY=8BITMIME");
    assertThat(remarks(Language.GERMAN))
        .containsExactly(
            "Eine Kopfzeile Betreff: gibt es in Mails nicht. Meinst du Subject:?",
            "Hier enden die Kopfzeilen, ohne Date.",
            "Umschlag: anna@kolleg.de, From: boss@example.com."
                + " Leser sehen From:, Fehler gehen an den Umschlag.",
            "bob@kolleg.de bekommt die Mail durch RCPT TO; die Kopfzeilen verraten es nicht, wie bei"
                + " Bcc.",
            "carol@kolleg.de steht nur in den Kopfzeilen und bekommt nichts: RCPT TO entscheidet.",
            "Zeichen wie ä kündigt man an: MAIL FROM:<…> BODY=8BITMIME");
  }

  @Test
  void severalNamesAreJoined() {
    Remark remark = new Remark(Remark.Kind.FIELDS_MISSING, List.of("From", "Date", "Subject"));
    assertThat(new RemarkTexts(new Texts(Language.ENGLISH)).say(remark))
        .isEqualTo("The header ends here, without From, Date and Subject.");
    assertThat(new RemarkTexts(new Texts(Language.GERMAN)).say(remark))
        .isEqualTo("Hier enden die Kopfzeilen, ohne From, Date und Subject.");
  }

  @Test
  void aLongAddressIsCut() {
    Remark remark = new Remark(Remark.Kind.RECIPIENT_HIDDEN, List.of("x".repeat(200) + "%s@b"));
    assertThat(new RemarkTexts(new Texts(Language.ENGLISH)).say(remark))
        .startsWith("x".repeat(39) + "… gets the mail");
  }

  private static List<String> remarks(Language language) {
    Progress envelope = TypedLines.at("open").from("anna@kolleg.de").to("bob@kolleg.de");
    MessageWatch watch = new MessageWatch(envelope);
    RemarkTexts remarkTexts = new RemarkTexts(new Texts(language));
    List<String> said = new ArrayList<>();
    for (String line :
        List.of(
            "From: The boss <boss@example.com>",
            "To: carol@kolleg.de",
            "Betreff: Party",
            "",
            "Schöne Grüße",
            ".")) {
      watch.typed(line).forEach(remark -> said.add(remarkTexts.say(remark)));
    }
    return said;
  }
}
