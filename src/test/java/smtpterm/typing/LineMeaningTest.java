package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.knowledge.Catalog;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Secrecy;
import smtpterm.screen.Layout.Row;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What F2 says about a line before it is sent. */
class LineMeaningTest {
  private static final Progress IDLE = Progress.at(Phase.MAIL).greeted(Capabilities.none());

  private final LineMeaning english = speaking(Language.ENGLISH);

  private static LineMeaning speaking(Language language) {
    Texts texts = new Texts(language);
    return new LineMeaning(new Catalog(texts), texts, "••••••••");
  }

  private List<String> said(Progress progress, LineKind kind, String line, int secretFrom) {
    return english.parts(progress, kind, line, secretFrom).stream()
        .map(row -> row.term() + " = " + row.text())
        .toList();
  }

  private List<String> command(Progress progress, String line) {
    return said(progress, LineKind.COMMAND, line, Secrecy.NOTHING);
  }

  @Test
  void aSenderWithAParameterHasThreeParts() {
    assertThat(command(IDLE, "mail from:<anna@kolleg.de> SIZE=500"))
        .satisfiesExactly(
            verb -> assertThat(verb).startsWith("mail = begins a mail"),
            path ->
                assertThat(path)
                    .isEqualTo(
                        "<anna@kolleg.de> = the sender on the envelope; error reports go there"),
            size -> assertThat(size).startsWith("SIZE=500 = "));
  }

  @Test
  void theEmptySenderIsToldApartFromAnAddress() {
    assertThat(command(IDLE, "MAIL FROM:<>").get(1)).startsWith("<> = the empty sender");
    assertThat(command(IDLE, "RCPT TO:<b@x>").get(1)).startsWith("<b@x> = a recipient");
  }

  @Test
  void aPathWithoutBracketsIsLeftToTheFlaws() {
    assertThat(command(IDLE, "MAIL FROM:anna")).hasSize(1);
    assertThat(english.flaws(IDLE, LineKind.COMMAND, "MAIL FROM:anna")).isNotEmpty();
  }

  @Test
  void otherArgumentsAreNamedAfterTheSyntax() {
    Progress pop3 = Progress.at(Protocol.POP3, Phase.TRANSACTION);
    assertThat(command(pop3, "TOP 1 10"))
        .contains("1 = stands for n in TOP n lines", "10 = stands for lines in TOP n lines");
  }

  @Test
  void theFirstAnswerOfALoginIsDecodedUnlessItIsASecret() {
    String line = "AUTH PLAIN AGFubmEAZ2VoZWlt";
    assertThat(command(IDLE, line).get(2)).endsWith(": \\0anna\\0geheim");
    List<String> hidden = said(IDLE, LineKind.COMMAND, line, "AUTH PLAIN ".length());
    assertThat(hidden.get(2)).startsWith("•••••••• = the first answer").doesNotContain("anna");
  }

  @Test
  void aPasswordIsNeverRepeated() {
    Progress pop3 = Progress.at(Protocol.POP3, Phase.PASSWORD);
    assertThat(said(pop3, LineKind.COMMAND, "PASS geheim", 5))
        .anyMatch(row -> row.startsWith("••••••••"))
        .noneMatch(row -> row.contains("geheim"));
    Progress asked =
        IDLE.exchanging(Optional.of(Exchange.opened(new Command("AUTH PLAIN"))))
            .in(Phase.CHALLENGE);
    assertThat(said(asked, LineKind.ANSWER, "AGFubmEAZ2VoZWlt", 0))
        .singleElement()
        .asString()
        .startsWith("••••••••");
  }

  @Test
  void theUserNameOfLoginIsDecoded() {
    Progress asked =
        IDLE.exchanging(Optional.of(Exchange.opened(new Command("AUTH LOGIN"))))
            .in(Phase.CHALLENGE);
    assertThat(said(asked, LineKind.ANSWER, "YW5uYQ==", Secrecy.NOTHING))
        .containsExactly("YW5uYQ== = the user name in Base64: anna");
    assertThat(said(asked, LineKind.ANSWER, "*", Secrecy.NOTHING))
        .containsExactly("* = cancels the login");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Subject: Hi   | Subject: = as a header line:",
        ".             | . = ends the message text",
        ".hidden       | .hidden = goes out as ..hidden",
        "Hello Bob     | Hello Bob = a line of the message text",
        "''            | ' = an empty line'",
      })
  void messageTextHasItsOwnMeanings(String line, String meaning) {
    Progress text = Progress.at(Phase.TEXT);
    assertThat(said(text, LineKind.TEXT, line, Secrecy.NOTHING).get(0)).startsWith(meaning);
  }

  @Test
  void anUnknownCommandAndAnEmptyLineAreSaidToBeSo() {
    assertThat(command(IDLE, "FOO bar").get(0)).startsWith("FOO = no command");
    assertThat(command(IDLE, "").get(0)).startsWith(" = an empty line");
  }

  @Test
  void nothingIsSaidWhereNobodyKnowsTheProtocol() {
    assertThat(command(Progress.at(Protocol.RAW, Phase.RAW), "GET / HTTP/1.0")).isEmpty();
  }

  @Test
  void itSpeaksGermanToo() {
    List<Row> rows =
        speaking(Language.GERMAN).parts(IDLE, LineKind.COMMAND, "RCPT TO:<b@x>", Secrecy.NOTHING);
    assertThat(rows.get(1).text()).startsWith("ein Empfänger auf dem Umschlag");
  }
}
