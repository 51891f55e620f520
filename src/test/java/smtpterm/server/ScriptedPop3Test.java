package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that plays a script of POP3. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ScriptedPop3Test {
  @Test
  void bodiesAreSaidAsWrittenAndMadeUpWhereTheyAreNot() throws IOException {
    try (PracticeServer server =
            Parts.play(
                "S: +OK hello",
                "C: USER mrose",
                "C: PASS x",
                "S: +OK",
                "C: LIST",
                "S: +OK 2",
                "S: 1 120",
                "S: ...",
                "S: .",
                "C: RETR 1",
                "S: +OK",
                "S: Subject: x",
                "S: ",
                "S: /^[.]/ .. a dot",
                "S: .",
                "C: STAT",
                "C: UIDL",
                "S: +OK",
                "C: TOP 2 0",
                "S: +OK",
                "S: ...",
                "S: .",
                "C: DELE 9",
                "S: -ERR",
                "C: QUIT");
        PopTalk talk = new PopTalk(server)) {
      assertThat(talk.greeting()).isEqualTo("+OK hello");
      assertThat(talk.say("USER zack")).isEqualTo("+OK now PASS");
      assertThat(talk.say("PASS zack")).startsWith("+OK anna has 2 messages");
      assertThat(talk.rest("LIST")).containsExactly("1 120", "2 320");
      assertThat(talk.rest("RETR 1")).containsExactly("Subject: x", "", ".. a dot");
      assertThat(talk.say("STAT")).startsWith("+OK 2 ");
      assertThat(talk.rest("UIDL")).hasSize(2).first().asString().startsWith("1 S0001.");
      assertThat(talk.rest("TOP 2 0")).contains("Subject: Gartenparty", "");
      assertThat(talk.say("DELE 9")).startsWith("-ERR ");
      assertThat(talk.say("QUIT")).isEqualTo("+OK bye");
      assertThat(talk.ended()).isTrue();
    }
  }

  @Test
  void anUnexpectedCommandIsAnErrorAndTellsWhatIsExpected() throws IOException {
    try (PracticeServer server =
            Parts.play(
                "S: +OK",
                "C: AUTH LOGIN",
                "S: +",
                "C: ${answer}",
                "S: + UGFzc3dvcmQ6",
                "C: ${answer}",
                "S: +OK in",
                "C: LIST",
                "S: +OK",
                "S: .",
                "C: RETR 1",
                "S: +OK",
                "S: .",
                "C: PASS ${secret:password}",
                "S: -ERR");
        PopTalk talk = new PopTalk(server)) {
      assertThat(talk.greeting()).startsWith("+OK smtpterm practice server for POP3 <");
      assertThat(talk.say("STAT")).isEqualTo("-ERR not now: the script goes on with AUTH LOGIN");
      assertThat(talk.say("AUTH LOGIN")).isEqualTo("+ VXNlcm5hbWU6");
      assertThat(talk.say("*")).isEqualTo("-ERR login cancelled");
      assertThat(talk.say("AUTH LOGIN")).isEqualTo("+ VXNlcm5hbWU6");
      assertThat(talk.say("eA==")).isEqualTo("+ UGFzc3dvcmQ6");
      assertThat(talk.say("eA==")).isEqualTo("+OK in");
      assertThat(talk.say("LIST 1")).isEqualTo("-ERR not now: the script goes on with LIST");
      assertThat(talk.say("NOOP")).startsWith("+OK");
      assertThat(talk.say("RSET")).startsWith("+OK");
      assertThat(talk.rest("list")).isEmpty();
      assertThat(talk.say("RETR 2")).isEqualTo("-ERR not now: the script goes on with RETR 1");
      assertThat(talk.rest("RETR 1")).isEmpty();
      assertThat(talk.say("HELP")).isEqualTo("+OK The script goes on with PASS and the password");
      assertThat(talk.say("PASS any thing")).isEqualTo("-ERR [AUTH] user name or password wrong");
      assertThat(talk.say("STAT")).isEqualTo("-ERR not now: the script is over, say QUIT");
      assertThat(talk.say("QUIT")).isEqualTo("+OK bye");
      assertThat(talk.ended()).isTrue();
    }
  }

  @Test
  void manyReadTheSameMailsAndNobodyTakesThemAway() throws IOException {
    try (PracticeServer server =
        Parts.play("S: +OK", "C: USER a", "C: PASS b", "C: DELE 1", "C: STAT", "C: QUIT")) {
      for (int i = 0; i < 3; i++) {
        try (PopTalk talk = PopTalk.in(server, "a", "b")) {
          assertThat(talk.say("DELE 1")).isEqualTo("+OK message 1 deleted");
          assertThat(talk.say("STAT")).startsWith("+OK 1 ");
          assertThat(talk.say("QUIT")).startsWith("+OK");
        }
      }
    }
  }
}
