package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import smtpterm.knowledge.Catalog;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class CompletionTest {
  private final Completion completion = new Completion(new Catalog(new Texts(Language.ENGLISH)));
  private final Progress idle =
      Progress.at(Phase.MAIL)
          .greeted(Capabilities.of(Reply.of("250-mx", "250-SIZE 1000", "250-DSN", "250 8BITMIME")));

  private List<String> lines(Progress progress, String line) {
    return completion.complete(progress, line).stream().map(Suggestion::line).toList();
  }

  @Test
  void parametersAreOfferedWhereTheServerOffersThem() {
    assertThat(lines(idle, "MAIL FROM:<a@b> "))
        .containsExactly(
            "MAIL FROM:<a@b> SIZE=",
            "MAIL FROM:<a@b> BODY=8BITMIME",
            "MAIL FROM:<a@b> RET=FULL",
            "MAIL FROM:<a@b> ENVID=");
    assertThat(lines(idle, "MAIL FROM:<a@b> s")).containsExactly("MAIL FROM:<a@b> size=");
    assertThat(lines(idle, "RCPT TO:<a@b> N"))
        .containsExactly("RCPT TO:<a@b> NOTIFY=SUCCESS,FAILURE");
    assertThat(lines(Progress.at(Phase.MAIL), "MAIL FROM:<a@b> ")).isEmpty();
  }

  @Test
  void aParameterThatIsGivenIsNotOfferedAgain() {
    assertThat(lines(idle, "MAIL FROM:<a@b> SIZE=5 BODY=8BITMIME "))
        .containsExactly(
            "MAIL FROM:<a@b> SIZE=5 BODY=8BITMIME RET=FULL",
            "MAIL FROM:<a@b> SIZE=5 BODY=8BITMIME ENVID=");
  }

  @Test
  void theCommandsOfPop3FollowTheLoginAndTheCapabilities() {
    Progress login = Progress.at(Protocol.POP3, Phase.AUTHORIZATION);
    assertThat(lines(login, "")).contains("USER ", "APOP ", "CAPA", "STLS", "QUIT");
    assertThat(lines(login, "")).doesNotContain("LIST", "RETR ", "PASS ");
    Progress asked = login.offered(Capabilities.ofCapa(Reply.pop3("+OK", "USER", "UIDL", ".")));
    assertThat(lines(asked, "")).contains("USER ").doesNotContain("STLS");
    assertThat(lines(asked.named("anna"), "p")).containsExactly("pass ");
    assertThat(lines(asked.loggedIn("anna").in(Phase.TRANSACTION), "R"))
        .containsExactly("RETR ", "RSET");
  }

  @Test
  void onlyOfferedMechanismsAreOffered() {
    Progress offered =
        Progress.at(Phase.AUTH)
            .greeted(Capabilities.of(Reply.of("250-mx", "250 AUTH PLAIN LOGIN")));
    assertThat(lines(offered, "AUTH l")).containsExactly("AUTH LOGIN");
  }
}
