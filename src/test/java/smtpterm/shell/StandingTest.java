package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.Entry;
import smtpterm.knowledge.EntryKind;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What a page of help says about here and now. */
final class StandingTest {
  private static final Texts TEXTS = new Texts(Language.ENGLISH);
  private static final Topics TOPICS = new Topics(new Catalog(TEXTS), TEXTS, List::of);
  private static final Progress GREETED =
      Progress.at(Phase.HELLO)
          .greeted(Capabilities.of(Reply.of("250-mx", "250-SIZE 1000", "250 AUTH LOGIN")));

  private static Entry page(Progress progress, EntryKind kind, String name) {
    return new Standing(TOPICS, progress).of(TOPICS.catalog().entry(kind, name).orElseThrow());
  }

  private static String now(Progress progress, String verb) {
    EntryKind kind =
        progress.protocol() == Protocol.POP3 ? EntryKind.POP3_COMMAND : EntryKind.COMMAND;
    return page(progress, kind, verb).value("now").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, yes",
    "QUIT, yes",
    "RCPT, 'no: first MAIL FROM, then RCPT'",
    "DATA, 'no: first MAIL and RCPT, then DATA'",
    "STARTTLS, no: the server has not offered STARTTLS"
  })
  void aCommandSaysWhetherItsTurnIsNowAndWhyNot(String verb, String said) {
    assertThat(now(GREETED, verb)).isEqualTo(said);
  }

  @Test
  void theReasonChangesWithTheConversation() {
    assertThat(now(Progress.at(Phase.HELLO), "MAIL")).isEqualTo("no: first EHLO, then MAIL");
    Progress mailing = GREETED.from("a@b");
    assertThat(now(mailing, "MAIL")).startsWith("no: a mail is begun already");
    assertThat(now(mailing, "DATA")).isEqualTo("no: first RCPT TO, then DATA");
    assertThat(now(mailing.to("c@d"), "DATA")).isEqualTo("yes");
    assertThat(now(Progress.at(Protocol.POP3, Phase.AUTHORIZATION), "RETR"))
        .isEqualTo("no: first the login, then RETR");
    assertThat(now(Progress.at(Protocol.POP3, Phase.TRANSACTION), "RETR")).isEqualTo("yes");
  }

  @Test
  void parametersAreExplainedWhereTheyAreOffered() {
    Entry mail = page(GREETED, EntryKind.COMMAND, "MAIL");
    assertThat(mail.rows()).extracting(Entry.Row::label).contains("SIZE=n").doesNotContain("RET");
    assertThat(mail.value("not-offered").orElseThrow()).contains("SMTPUTF8", "RET");
    Entry before = page(Progress.at(Phase.HELLO), EntryKind.COMMAND, "MAIL");
    assertThat(before.value("parameters").orElseThrow()).contains("SIZE", "RET");
  }

  @Test
  void keywordsAndMechanismsSayWhetherTheServerOffersThem() {
    assertThat(page(GREETED, EntryKind.KEYWORD, "SIZE").value("here"))
        .contains("this server offers it");
    assertThat(page(GREETED, EntryKind.KEYWORD, "DSN").value("here"))
        .contains("this server does not offer it");
    assertThat(page(GREETED, EntryKind.MECHANISM, "LOGIN").value("here"))
        .contains("this server offers it");
    assertThat(page(GREETED, EntryKind.PARAMETER, "RET").value("here"))
        .contains("this server does not offer it");
    assertThat(page(GREETED, EntryKind.HEADER, "Subject").value("here")).isEmpty();
    assertThat(page(Progress.at(Phase.HELLO), EntryKind.KEYWORD, "SIZE").value("here")).isEmpty();
  }

  @Test
  void nothingIsClaimedAboutAnotherProtocol() {
    assertThat(page(GREETED, EntryKind.POP3_COMMAND, "RETR").value("now")).isEmpty();
    assertThat(page(Progress.at(Protocol.RAW, Phase.RAW), EntryKind.COMMAND, "MAIL").value("now"))
        .isEmpty();
  }
}
