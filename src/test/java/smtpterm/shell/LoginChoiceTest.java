package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;

/** Which way a login goes, from what the server has said and what was asked for. */
final class LoginChoiceTest {
  private static Progress smtp(String offered) {
    Reply ehlo = Reply.of("250-mx", "250 " + (offered.isEmpty() ? "HELP" : "AUTH " + offered));
    return Progress.at(Phase.HELLO).greeted(Capabilities.of(ehlo));
  }

  private static Progress pop3(String offered, String stamp) {
    Progress progress = Progress.at(Protocol.POP3, Phase.AUTHORIZATION).stamped(stamp);
    return offered.isEmpty()
        ? progress
        : progress.offered(Capabilities.ofCapa(Reply.pop3("+OK", "SASL " + offered, ".")));
  }

  private static String way(Progress progress, boolean encrypted, String typed)
      throws LoginProblem {
    return new LoginChoice(progress, encrypted, false).of(LoginRequest.of(typed)).wireName();
  }

  private static String problem(Progress progress, boolean overheard, String typed) {
    LoginProblem problem =
        catchThrowableOfType(
            LoginProblem.class,
            () -> new LoginChoice(progress, false, overheard).of(LoginRequest.of(typed)));
    return problem.key();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 | SCRAM-SHA-256 | SCRAM-SHA-256",
        "PLAIN CRAM-MD5 DIGEST-MD5 | DIGEST-MD5 | PLAIN",
        "PLAIN LOGIN CRAM-MD5      | CRAM-MD5   | PLAIN",
        "PLAIN LOGIN XOAUTH2       | LOGIN      | PLAIN",
        "ANONYMOUS EXTERNAL LOGIN  | LOGIN      | LOGIN"
      })
  void smtpTakesTheBestThatIsOffered(String offered, String clear, String encrypted)
      throws LoginProblem {
    assertThat(way(smtp(offered), false, "anna")).isEqualTo(clear);
    assertThat(way(smtp(offered), true, "anna")).isEqualTo(encrypted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                  | <1@x> | APOP          | USER/PASS",
        "''                  | ''    | USER/PASS     | USER/PASS",
        "PLAIN               | <1@x> | APOP          | PLAIN",
        "PLAIN               | ''    | PLAIN         | PLAIN",
        "PLAIN SCRAM-SHA-256 | <1@x> | SCRAM-SHA-256 | SCRAM-SHA-256"
      })
  void pop3TakesWhatTheServerIsKnownToTake(
      String offered, String stamp, String clear, String encrypted) throws LoginProblem {
    assertThat(way(pop3(offered, stamp), false, "anna")).isEqualTo(clear);
    assertThat(way(pop3(offered, stamp), true, "anna")).isEqualTo(encrypted);
  }

  @Test
  void whatRevealsThePasswordNeedsAWordWhereOthersListen() throws LoginProblem {
    Progress progress = smtp("PLAIN LOGIN XOAUTH2 CRAM-MD5 SCRAM-SHA-1");
    for (String way : new String[] {"PLAIN", "LOGIN", "XOAUTH2"}) {
      assertThat(problem(progress, true, "--" + way + " anna")).isEqualTo("shell.login.cleartext");
      LoginRequest anyway = LoginRequest.of("--cleartext --" + way + " anna");
      assertThat(new LoginChoice(progress, false, true).of(anyway).wireName()).isEqualTo(way);
    }
    assertThat(problem(pop3("", ""), true, "anna")).isEqualTo("shell.login.cleartext");
    for (String way : new String[] {"CRAM-MD5", "SCRAM-SHA-1"}) {
      LoginRequest request = LoginRequest.of("--" + way + " anna");
      assertThat(new LoginChoice(progress, false, true).of(request).wireName()).isEqualTo(way);
    }
    LoginRequest apop = LoginRequest.of("anna");
    assertThat(new LoginChoice(pop3("", "<1@x>"), false, true).of(apop).wireName())
        .isEqualTo("APOP");
  }

  @Test
  void whatCannotBeHasAReason() {
    assertThat(problem(Progress.at(Phase.HELLO), false, "anna"))
        .isEqualTo("shell.login.hello-first");
    assertThat(problem(smtp(""), false, "anna")).isEqualTo("shell.login.none-offered");
    assertThat(problem(smtp(""), false, "--PLAIN anna")).isEqualTo("shell.login.none-offered");
    assertThat(problem(smtp("LOGIN"), false, "--PLAIN anna")).isEqualTo("shell.login.not-offered");
    assertThat(problem(smtp("XOAUTH2"), false, "anna")).isEqualTo("shell.login.only-asked");
    assertThat(problem(smtp("LOGIN"), false, "")).isEqualTo("shell.login.who");
    assertThat(problem(smtp("LOGIN"), false, "--APOP anna")).isEqualTo("shell.login.only-pop3");
    assertThat(problem(smtp("LOGIN"), false, "--USER anna")).isEqualTo("shell.login.only-pop3");
    assertThat(problem(pop3("", ""), false, "--APOP anna")).isEqualTo("shell.login.no-stamp");
    assertThat(problem(smtp("CRAM-MD5"), false, "--initial anna"))
        .isEqualTo("shell.login.server-first");
    assertThat(problem(Progress.at(Protocol.RAW, Phase.RAW), false, "anna"))
        .isEqualTo("shell.login.not-here");
  }

  @Test
  void aCertificateAndAGuestNeedNoName() throws LoginProblem {
    assertThat(way(smtp("EXTERNAL"), true, "--external")).isEqualTo("EXTERNAL");
    assertThat(way(smtp("ANONYMOUS"), false, "--Anonymous")).isEqualTo("ANONYMOUS");
  }

  @Test
  void tabOffersSwitchesAndWhatTheServerOffers() {
    assertThat(LoginRequest.complete("--", List.of("PLAIN", "GSSAPI"), false))
        .containsExactly("--PLAIN ", "--explain ", "--initial ", "--no-initial ", "--cleartext ");
    assertThat(LoginRequest.complete("--explain --a", List.of(), true))
        .containsExactly("--explain --APOP ");
    assertThat(LoginRequest.complete("an", List.of("PLAIN"), true)).isEmpty();
  }
}
