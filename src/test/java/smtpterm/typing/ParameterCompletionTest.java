package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import smtpterm.knowledge.Catalog;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Reply;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class ParameterCompletionTest {
  private static final String MAIL = "MAIL FROM:<a@b>";
  private final Texts texts = new Texts(Language.ENGLISH);
  private final ParameterCompletion completion = new ParameterCompletion(new Catalog(texts), texts);
  private final Capabilities offered =
      Capabilities.of(
          Reply.of("250-mx", "250-SIZE 10485760", "250-DSN", "250-8BITMIME", "250 AUTH PLAIN"));

  private List<String> shown(String verb, String line) {
    return completion.complete(offered, verb, line).stream().map(Suggestion::shown).toList();
  }

  private List<String> lines(String verb, String line) {
    return completion.complete(offered, verb, line).stream().map(Suggestion::line).toList();
  }

  @Test
  void eachValueIsOfferedWhereTheServerOffersTheParameter() {
    assertThat(shown("MAIL", MAIL + " "))
        .containsExactly(
            "SIZE=n", "BODY=8BITMIME", "BODY=7BIT", "AUTH=<>", "RET=FULL", "RET=HDRS", "ENVID=id");
    assertThat(shown("RCPT", "RCPT TO:<a@b> "))
        .containsExactly(
            "NOTIFY=NEVER", "NOTIFY=SUCCESS", "NOTIFY=FAILURE", "NOTIFY=DELAY", "ORCPT=rfc822;a@b");
    assertThat(completion.complete(Capabilities.none(), "MAIL", MAIL + " ")).isEmpty();
  }

  @Test
  void whatIsTypedStaysAndGoesOnInItsCase() {
    assertThat(lines("MAIL", MAIL + " s")).containsExactly(MAIL + " size=");
    assertThat(lines("MAIL", MAIL + " BODY=7")).containsExactly(MAIL + " BODY=7BIT");
    assertThat(lines("MAIL", "mail from:<a@b> ret=h")).containsExactly("mail from:<a@b> ret=hdrs");
    assertThat(lines("MAIL", "MAIL FROM:<anna@kolleg.de> E"))
        .containsExactly("MAIL FROM:<anna@kolleg.de> ENVID=");
  }

  @Test
  void rightBehindTheBracketTheParameterBringsItsBlank() {
    assertThat(lines("MAIL", MAIL)).contains(MAIL + " SIZE=", MAIL + " RET=FULL");
  }

  @Test
  void aParameterThatIsGivenIsNotOfferedAgain() {
    assertThat(shown("MAIL", MAIL + " SIZE=5 BODY=8BITMIME ret=full "))
        .containsExactly("AUTH=<>", "ENVID=id");
  }

  @Test
  void severalReasonsForAReportFollowEachOtherButNotNever() {
    assertThat(lines("RCPT", "RCPT TO:<a@b> NOTIFY=SUCCESS"))
        .containsExactly(
            "RCPT TO:<a@b> NOTIFY=SUCCESS,FAILURE", "RCPT TO:<a@b> NOTIFY=SUCCESS,DELAY");
    assertThat(lines("RCPT", "RCPT TO:<a@b> notify=success,d"))
        .containsExactly("RCPT TO:<a@b> notify=success,delay");
    assertThat(lines("RCPT", "RCPT TO:<a@b> NOTIFY=NEVER"))
        .containsExactly("RCPT TO:<a@b> NOTIFY=NEVER");
  }

  @Test
  void binaryContentIsOfferedOnlyToWhomItIsOffered() {
    Capabilities binary = Capabilities.of(Reply.of("250-mx", "250-8BITMIME", "250 BINARYMIME"));
    assertThat(completion.complete(binary, "MAIL", MAIL + " B"))
        .extracting(Suggestion::shown)
        .containsExactly("BODY=8BITMIME", "BODY=7BIT", "BODY=BINARYMIME");
  }

  @Test
  void theLimitOfTheServerStandsBesideTheSize() {
    assertThat(completion.complete(offered, "MAIL", MAIL + " SI").get(0).description())
        .endsWith("at most 10,485,760");
  }
}
