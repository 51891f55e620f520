package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.protocol.LineFlaw.Kind;

final class Pop3FlawsTest {
  private final Progress before = Progress.at(Protocol.POP3, Phase.AUTHORIZATION);
  private final Progress open = before.loggedIn("anna").in(Phase.TRANSACTION);

  private static List<Kind> kinds(Progress progress, String line) {
    return LineFlaws.in(progress, LineKind.COMMAND, line).stream().map(LineFlaw::kind).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "RETR,MAIL_NUMBER_MISSING",
    "RETR x,MAIL_NUMBER_MISSING",
    "RETR 0,MAIL_NUMBER_MISSING",
    "RETR 1 2,MAIL_NUMBER_MISSING",
    "TOP 1,TOP_LINES_MISSING",
    "TOP 1 x,TOP_LINES_MISSING",
    "STAT 1,ALONE",
    "QUIT now,ALONE",
    "USER anna,LOGIN_TWICE",
    "STLS,LOGIN_TWICE",
    "LSIT,VERB_MISSPELT",
    "XYZZY,VERB_UNKNOWN",
    "MAIL FROM:<a@b>,SMTP",
    "EHLO me,SMTP",
    "+OK 2 messages,COPIED_REPLY",
    "S: +OK,COPIED_REPLY",
    "C: LIST,COPIED_MARK",
    "' LIST',BLANK_FIRST",
    "'',EMPTY",
  })
  void afterTheLogin(String line, Kind kind) {
    assertThat(kinds(open, line)).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource({"LIST,LOGIN_FIRST", "RETR 1,LOGIN_FIRST", "PASS x,USER_FIRST"})
  void beforeTheLogin(String line, Kind kind) {
    assertThat(kinds(before, line)).containsExactly(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RETR 1", "TOP 1 0", "LIST", "LIST 2", "UIDL", "DELE 12", "STAT", "CAPA", "quit"})
  void whatIsRightHasNoFlaw(String line) {
    assertThat(kinds(open, line)).isEmpty();
  }

  @Test
  void aPasswordMayFollowItsUserAndHoldBlanks() {
    assertThat(kinds(before.named("bob"), "PASS pass word")).isEmpty();
    assertThat(kinds(before, "USER anna")).isEmpty();
    assertThat(kinds(before, "STLS")).isEmpty();
  }

  @Test
  void whatCapaDoesNotListIsNotOffered() {
    Progress asked = before.offered(Capabilities.ofCapa(Reply.pop3("+OK", "UIDL", ".")));
    assertThat(kinds(asked, "STLS")).containsExactly(Kind.NOT_OFFERED);
  }

  @Test
  void whatIsStillBeingTypedIsNotWrongYet() {
    assertThat(LineFlaws.soFar(open, LineKind.COMMAND, "RE")).isEmpty();
    assertThat(LineFlaws.soFar(open, LineKind.COMMAND, "RETR ")).isEmpty();
  }

  @Test
  void lmtpAndSmtpGreetDifferently() {
    Progress lmtp = Progress.at(Protocol.LMTP, Phase.HELLO);
    assertThat(kinds(lmtp, "EHLO me")).containsExactly(Kind.HELLO_ELSEWHERE);
    assertThat(kinds(lmtp, "LHLO me")).isEmpty();
    assertThat(kinds(Progress.at(Phase.HELLO), "LHLO me")).containsExactly(Kind.HELLO_ELSEWHERE);
  }
}
