package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.knowledge.Catalog;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class HeaderCompletionTest {
  private final Memory memory = new Memory();
  private final Texts texts = new Texts(Language.GERMAN);
  private final Views talk =
      Views.smtp(memory)
          .say("EHLO me", "250 mx")
          .say("MAIL FROM:<anna@kolleg.de>", "250 ok")
          .say("RCPT TO:<bob@kolleg.de>", "250 ok")
          .say("RCPT TO:<carol@kolleg.de>", "250 ok")
          .say("DATA", "354 go");

  private List<String> lines(String zone, String line) {
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T08:04:03Z"), ZoneId.of(zone));
    Here here = new Here(() -> "laptop", clock, () -> 35);
    return new Completion(new Catalog(texts), texts, memory, here)
        .complete(talk.view(), line).stream().map(Suggestion::line).toList();
  }

  private List<String> lines(String line) {
    return lines("Europe/Berlin", line);
  }

  @Test
  void theNamesComeInTheOrderInWhichPeopleWriteThem() {
    assertThat(lines(""))
        .containsExactly(
            "From: ",
            "To: ",
            "Cc: ",
            "Subject: ",
            "Date: ",
            "Message-ID: ",
            "Reply-To: ",
            "MIME-Version: ",
            "Content-Type: ",
            "Content-Transfer-Encoding: ");
    assertThat(lines("mess")).containsExactly("message-ID: ");
    assertThat(lines("Hallo")).isEmpty();
  }

  @Test
  void aNameThatIsGivenIsNotOfferedAgain() {
    talk.send("FROM: anna@kolleg.de").send("Subject: eins").send(" und zwei");
    assertThat(lines("")).startsWith("To: ", "Cc: ", "Date: ");
  }

  @Test
  void behindTheEmptyLineAndInAnotherTextNothingIsOffered() {
    talk.send("Subject: x").send("");
    assertThat(lines("")).isEmpty();
    assertThat(lines("Date: ")).isEmpty();
  }

  @Test
  void aTextWithoutAHeaderHasNone() {
    talk.send("Hallo Bob");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void theNextMailBeginsWithANewHeader() {
    talk.send("Subject: x").send("").say(".", "250 ok");
    talk.say("MAIL FROM:<bob@kolleg.de>", "250 ok").say("RCPT TO:<anna@kolleg.de>", "250 ok");
    talk.say("DATA", "354 go");
    assertThat(lines("Subj")).containsExactly("Subject: ");
    assertThat(lines("From: ")).containsExactly("From: bob@kolleg.de");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin    | Fri, 2 Jan 2026 09:04:03 +0100",
        "UTC              | Fri, 2 Jan 2026 08:04:03 +0000",
        "America/St_Johns | Fri, 2 Jan 2026 04:34:03 -0330"
      })
  void theDateIsNowWithTheOffsetOfTheZone(String zone, String date) {
    assertThat(lines(zone, "Date: ")).containsExactly("Date: " + date);
    assertThat(lines(zone, "date:")).containsExactly("date: " + date);
    assertThat(lines(zone, "Date: Mon")).isEmpty();
  }

  @Test
  void theEnvelopeFillsTheAddresses() {
    assertThat(lines("From: ")).containsExactly("From: anna@kolleg.de");
    assertThat(lines("To: "))
        .containsExactly(
            "To: bob@kolleg.de, carol@kolleg.de", "To: bob@kolleg.de", "To: carol@kolleg.de");
    assertThat(lines("To: b")).containsExactly("To: bob@kolleg.de");
    assertThat(lines("To: bob@kolleg.de, ")).containsExactly("To: bob@kolleg.de, carol@kolleg.de");
    talk.send("To: bob@kolleg.de");
    assertThat(lines("Cc: ")).containsExactly("Cc: carol@kolleg.de");
  }

  @Test
  void theRestHasOneFormEach() {
    assertThat(lines("Message-ID: ")).containsExactly("Message-ID: <20260102090403.z@laptop>");
    assertThat(lines("MIME-Version: ")).containsExactly("MIME-Version: 1.0");
    assertThat(lines("Content-Type: ")).containsExactly("Content-Type: text/plain; charset=UTF-8");
    assertThat(lines("Content-Transfer-Encoding: "))
        .containsExactly("Content-Transfer-Encoding: 8bit");
    assertThat(lines("X-Anything: ")).isEmpty();
  }

  @Test
  void aSubjectIsEncodedOnRequest() {
    assertThat(lines("Subject: Grüße")).containsExactly("Subject: =?UTF-8?B?R3LDvMOfZQ==?=");
    assertThat(lines("Subject: Gartenparty für alle"))
        .containsExactly("Subject: =?UTF-8?Q?Gartenparty_f=C3=BCr_alle?=");
    assertThat(lines("Subject: Gartenparty")).isEmpty();
  }
}
