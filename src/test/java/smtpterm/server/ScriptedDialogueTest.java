package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client hears from a server that plays its part of a script. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ScriptedDialogueTest {
  private static final String[] PARTY = {
    "S: 220 mx.garden.example ESMTP",
    "C: EHLO laptop.example",
    "S: 250-mx.garden.example",
    "S: 250 /^AUTH .*LOGIN/ AUTH LOGIN PLAIN",
    "C: AUTH LOGIN",
    "S: 334 VXNlcm5hbWU6",
    "C: ${answer}",
    "S: 334",
    "C: ${answer}",
    "S: 235",
    "C: MAIL FROM:<carol@garden.example>",
    "S: 250",
    "C: RCPT TO:<bob@garden.example>",
    "S: 250|251",
    "C: RCPT TO:<nobody@garden.example>",
    "S: 550 5.1.1",
    "C: DATA",
    "S: 354",
    "C: Subject: Gartenparty",
    "C:",
    "C: Bis bald!",
    "C: .",
    "S: 250 /queued as (?<id>\\S+)/ queued as 12345",
    "C: NOOP",
    "S: 250 it is still ${id}",
    "C: QUIT",
    "S: 221",
    "@closed"
  };

  @Test
  void literalTextSamplesAndThePracticeServersWordsAreSaid() throws IOException {
    try (PracticeServer server = Parts.play(PARTY);
        Talk talk = new Talk(server)) {
      assertThat(talk.reply()).containsExactly("220 mx.garden.example ESMTP");
      talk.send("ehlo pc7\r\n");
      assertThat(talk.reply()).containsExactly("250-mx.garden.example", "250 AUTH LOGIN PLAIN");
      assertThat(talk.say("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6");
      assertThat(talk.say("emFjaw==")).isEqualTo("334 UGFzc3dvcmQ6");
      assertThat(talk.say("eA==")).isEqualTo("235 2.7.0 Authentication successful");
      assertThat(talk.say("MAIL FROM:<CAROL@garden.example> SIZE=12")).isEqualTo("250 2.1.0 Ok");
      assertThat(talk.say("RCPT TO:<bob@garden.example>")).isEqualTo("250 2.1.5 Ok");
      assertThat(talk.say("RCPT TO:<nobody@garden.example>"))
          .isEqualTo("550 5.1.1 No such mailbox here");
      assertThat(talk.say("DATA")).isEqualTo("354 End data with <CR><LF>.<CR><LF>");
      talk.send("other text\r\n..\r\n");
      assertThat(talk.say(".")).isEqualTo("250 queued as 12345");
      assertThat(talk.say("NOOP")).isEqualTo("250 it is still 12345");
      assertThat(talk.say("QUIT")).isEqualTo("221 2.0.0 Bye");
      assertThat(talk.rest()).isEmpty();
    }
  }
}
