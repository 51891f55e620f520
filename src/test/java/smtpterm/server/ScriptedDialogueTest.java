package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private static String decoded(String challenge) {
    byte[] octets = Base64.getDecoder().decode(challenge.substring(4));
    return new String(octets, StandardCharsets.US_ASCII);
  }

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
      talk.send("other text\r\n..\r\nQUIT\r\n");
      assertThat(talk.say(".")).isEqualTo("250 queued as 12345");
      assertThat(talk.say("NOOP")).isEqualTo("250 it is still 12345");
      assertThat(talk.say("QUIT")).isEqualTo("221 2.0.0 Bye");
      assertThat(talk.rest()).isEmpty();
    }
  }

  @Test
  void eachClientBeginsAtTheStart() throws IOException {
    try (PracticeServer server =
            Parts.play("C: HELO a", "S: 250 first", "C: HELO a", "S: 250 second");
        Talk one = new Talk(server);
        Talk two = new Talk(server)) {
      assertThat(one.reply()).hasSize(1);
      assertThat(one.say("HELO me")).isEqualTo("250 first");
      assertThat(one.say("HELO me")).isEqualTo("250 second");
      assertThat(two.reply()).hasSize(1);
      assertThat(two.say("HELO me")).isEqualTo("250 first");
    }
  }

  @Test
  void whateverElseIsSaidTheScriptWaitsForWhatItExpects() throws IOException {
    try (PracticeServer server = Parts.play(PARTY);
        Talk talk = new Talk(server)) {
      talk.reply();
      assertThat(talk.say("HELO pc7"))
          .isEqualTo("503 5.5.1 Not now: the script goes on with EHLO laptop.example");
      assertThat(talk.say("NOOP")).startsWith("250 ");
      assertThat(talk.say("help me"))
          .isEqualTo("214 2.0.0 The script goes on with EHLO laptop.example");
      assertThat(talk.say("RSET")).startsWith("250 ");
      talk.say("EHLO pc7");
      assertThat(talk.say("AUTH PLAIN AGEAYg=="))
          .isEqualTo("503 5.5.1 Not now: the script goes on with AUTH LOGIN");
      assertThat(talk.say("AUTH LOGIN emFjaw==")).isEqualTo("334 UGFzc3dvcmQ6");
      assertThat(talk.say("*")).startsWith("501 5.7.0 ");
      assertThat(talk.say("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6");
      assertThat(talk.say("zack!")).startsWith("501 5.5.2 ");
      assertThat(talk.say("QUIT")).startsWith("221 ");
      assertThat(talk.rest()).isEmpty();
    }
  }

  @Test
  void rsetGoesBackToTheLastMail() throws IOException {
    try (PracticeServer server =
            Parts.play(
                "C: EHLO a",
                "C: MAIL FROM:<a@b.example>",
                "S: 250 one",
                "C: RCPT TO:<c@b.example>",
                "S: 250 two",
                "C: DATA",
                "C: x",
                "C: .",
                "S: 250 three");
        Talk talk = new Talk(server)) {
      talk.reply();
      talk.say("EHLO a");
      talk.say("MAIL FROM:<a@b.example>");
      assertThat(talk.say("RCPT TO:<d@b.example>")).endsWith(" RCPT TO:<c@b.example>");
      assertThat(talk.say("RSET")).startsWith("250 ");
      assertThat(talk.say("RCPT TO:<c@b.example>")).endsWith(" MAIL FROM:<a@b.example>");
      assertThat(talk.say("mail from:a@B.example")).isEqualTo("250 one");
      assertThat(talk.say("RCPT TO: <c@b.example> NOTIFY=NEVER")).isEqualTo("250 two");
      assertThat(talk.say("DATA")).startsWith("354 ");
      assertThat(talk.say(".")).isEqualTo("250 three");
      assertThat(talk.say("EHLO a")).isEqualTo("503 5.5.1 Not now: the script is over, say QUIT");
      assertThat(talk.say("RSET")).startsWith("250 ");
      assertThat(talk.say("MAIL FROM:<a@b.example>")).isEqualTo("250 one");
    }
  }

  @Test
  void silenceAStarAndClassesAreAnsweredAsThePracticeServerWould() throws IOException {
    try (PracticeServer server =
            Parts.play(
                "C: EHLO a",
                "C: VRFY anna",
                "S: 2xx",
                "C: MAIL FROM:<a@b.example>",
                "C: RCPT TO:<x@kolleg.de>",
                "S: 4xx|5xx",
                "C: RCPT TO:<y@kolleg.de>",
                "S: 4xx",
                "C: RCPT TO:<z@kolleg.de>",
                "C: FOO",
                "S: *",
                "C: BAR",
                "S: * 299 as you like",
                "C: BAR",
                "S: 551|550",
                "C: DATA",
                "S: 5xx|354",
                "C: .",
                "S: 2xx");
        Talk talk = new Talk(server)) {
      assertThat(talk.reply().get(0)).startsWith("220 mail.kolleg.de ESMTP");
      talk.send("EHLO a\r\n");
      assertThat(talk.reply()).contains("250-8BITMIME", "250 HELP");
      assertThat(talk.say("VRFY anna")).startsWith("250 2.1.5 ").contains("anna@kolleg.de");
      talk.say("MAIL FROM:<a@b.example>");
      assertThat(talk.say("RCPT TO:<x@kolleg.de>"))
          .isEqualTo("550 5.1.1 <x@kolleg.de>: no such mailbox here");
      assertThat(talk.say("RCPT TO:<y@kolleg.de>"))
          .isEqualTo("450 4.2.0 Mailbox busy, try again later");
      assertThat(talk.say("RCPT TO:<z@kolleg.de>")).isEqualTo("250 2.1.5 Ok");
      assertThat(talk.say("FOO")).isEqualTo("500 5.5.2 Unknown command");
      assertThat(talk.say("BAR")).isEqualTo("299 as you like");
      assertThat(talk.say("BAR")).startsWith("551 5.1.6 ");
      assertThat(talk.say("DATA")).startsWith("354 ");
      assertThat(talk.say(".")).startsWith("250 2.0.0 Ok: queued as ");
    }
  }

  @Test
  void cramMd5GetsAnotherChallengeEachTimeAndPlainAnEmptyOne() throws IOException {
    Set<String> challenges = new HashSet<>();
    try (PracticeServer server =
        Parts.play(
            "C: AUTH CRAM-MD5",
            "S: 334",
            "C: ${answer}",
            "S: 535 5.7.8",
            "C: AUTH PLAIN",
            "S: 334",
            "C: ${answer}",
            "S: 235 in",
            "C: AUTH PLAIN ${answer}",
            "S: 503 in")) {
      for (int i = 0; i < 3; i++) {
        try (Talk talk = new Talk(server)) {
          talk.reply();
          String challenge = talk.say("AUTH cram-md5");
          assertThat(decoded(challenge)).matches("<[0-9]+\\.[0-9]+@mail\\.kolleg\\.de>");
          challenges.add(challenge);
          assertThat(talk.say("eA==")).isEqualTo("535 5.7.8 User name or password wrong");
          assertThat(talk.say("AUTH PLAIN")).isEqualTo("334 ");
          assertThat(talk.say("AGEAYg==")).isEqualTo("235 in");
          assertThat(talk.say("AUTH PLAIN")).isEqualTo("503 in");
        }
      }
    }
    assertThat(challenges).hasSize(3);
  }

  @Test
  void theFirstAnswerMayComeOnTheLineOfAuthOrLater() throws IOException {
    try (PracticeServer server =
            Parts.play(
                "C: AUTH PLAIN ${answer}",
                "S: 235 one",
                "C: NOOP",
                "C: AUTH PLAIN",
                "S: 334",
                "C: ${answer}",
                "S: 235 two");
        Talk talk = new Talk(server)) {
      talk.reply();
      assertThat(talk.say("AUTH PLAIN")).isEqualTo("334 ");
      assertThat(talk.say("AGEAYg==")).isEqualTo("235 one");
      talk.say("NOOP");
      assertThat(talk.say("AUTH PLAIN AGEAYg==")).isEqualTo("235 two");
    }
  }

  @Test
  void whatNobodyAskedForComesInItsTimeAndTheServerCloses() throws IOException {
    try (PracticeServer server =
            Parts.play("S: 220 hello", "C: NOOP", "S: 250 fine", "@wait 300ms", "S: 421 tired");
        Talk talk = new Talk(server)) {
      talk.reply();
      long start = System.nanoTime();
      assertThat(talk.say("NOOP")).isEqualTo("250 fine");
      assertThat(talk.reply()).containsExactly("421 tired");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
      assertThat(talk.rest()).isEmpty();
    }
    try (PracticeServer server = Parts.play("S: 554 no", "@closed");
        Talk talk = new Talk(server)) {
      assertThat(talk.rest()).containsExactly("554 no");
    }
    try (PracticeServer server = Parts.play("C: DATA", "S: 354 go", "C: one", "@closed");
        Talk talk = new Talk(server)) {
      talk.reply();
      talk.send("DATA\r\none\r\n");
      assertThat(talk.rest()).containsExactly("354 go");
    }
  }

  @Test
  void pipelinedCommandsGetTheirRepliesInOrder() throws IOException {
    try (PracticeServer server =
            Parts.play(
                "C: HELO a",
                "S: 250 hi",
                "C: MAIL FROM:<a@b.example>",
                "C: RCPT TO:<c@b.example>",
                "C: RCPT TO:<d@b.example>",
                "C: DATA",
                "S: 250 c",
                "S: 550 d",
                "S: 354 go",
                "C: text",
                "C: .",
                "C: QUIT",
                "S: 250 sent",
                "S: 221 bye");
        Talk talk = new Talk(server)) {
      talk.send(
          """
          HELO a
          MAIL FROM:<a@b.example>
          RCPT TO:<c@b.example>
          RCPT TO:<d@b.example>
          DATA
          other
          text
          .
          QUIT
          """
              .replace("\n", "\r\n"));
      List<String> rest = talk.rest();
      assertThat(rest.subList(1, rest.size()))
          .containsExactly(
              "250 hi", "250 2.1.0 Ok", "250 c", "550 d", "354 go", "250 sent", "221 bye");
    }
  }

  @Test
  void lmtpHasOneReplyForEachRecipientThatWasTaken() throws IOException {
    try (PracticeServer server =
            Parts.play(
                "C: LHLO a",
                "S: 250 hi",
                "C: MAIL FROM:<>",
                "C: RCPT TO:<a@b.example>",
                "C: RCPT TO:<b@b.example>",
                "S: 550 no",
                "C: RCPT TO:<c@b.example>",
                "C: RCPT TO:<d@b.example>",
                "C: DATA",
                "S: 354 go",
                "C: .",
                "S: 250 second",
                "S: 452 4.2.2");
        Talk talk = new Talk(server, Service.LMTP)) {
      assertThat(talk.reply().get(0)).contains("LMTP");
      talk.say("LHLO a");
      talk.say("MAIL FROM:<>");
      for (String name : List.of("a", "b", "c", "d")) {
        talk.say("RCPT TO:<" + name + "@b.example>");
      }
      talk.say("DATA");
      assertThat(talk.say(".")).isEqualTo("250 2.0.0 Ok: queued as S0001");
      assertThat(talk.reply()).containsExactly("250 second");
      assertThat(talk.reply()).containsExactly("452 4.2.2 The mailbox is full");
    }
  }

  @Test
  void chunksOfAnySizeAreTakenAndNoneOfTheirOctetsIsACommand() throws IOException {
    try (PracticeServer server =
            Parts.play(
                "C: EHLO a",
                "C: MAIL FROM:<a@b.example>",
                "C: RCPT TO:<c@b.example>",
                "C: BDAT 6",
                "C: four",
                "S: 250 first",
                "C: BDAT 6 LAST",
                "C: more",
                "S: 250 last");
        Talk talk = new Talk(server)) {
      talk.reply();
      talk.say("EHLO a");
      talk.send("BDAT 8\r\nQUIT\r\n\r\n");
      assertThat(talk.reply().get(0)).startsWith("503 ").endsWith(" MAIL FROM:<a@b.example>");
      talk.say("MAIL FROM:<a@b.example>");
      talk.say("RCPT TO:<c@b.example>");
      talk.send("BDAT 12\r\nQUIT\r\nQUIT\r\n");
      assertThat(talk.reply()).containsExactly("250 first");
      assertThat(talk.say("BDAT 0 LAST")).isEqualTo("250 last");
      assertThat(talk.say("QUIT")).startsWith("221 ");
    }
  }

  @Test
  void exactlyMeansTheWholeLineButForNamesAndPasswords() throws IOException {
    ServerPart part =
        Parts.part(
            true,
            "C: EHLO a.example",
            "S: 250 hi",
            "C: AUTH PLAIN AGEAYg==",
            "S: 235 in",
            "C: MAIL FROM:<a@b.example> SIZE=${size}",
            "S: 250 ok");
    try (PracticeServer server = Parts.play(part);
        Talk talk = new Talk(server)) {
      talk.reply();
      assertThat(talk.say("EHLO b.example")).startsWith("503 ");
      assertThat(talk.say("ehlo a.example")).startsWith("503 ");
      assertThat(talk.say("EHLO a.example")).isEqualTo("250 hi");
      assertThat(talk.say("AUTH PLAIN AHgAeQ==")).isEqualTo("235 in");
      assertThat(talk.say("MAIL FROM:<a@b.example>")).endsWith(" MAIL FROM:<a@b.example> SIZE=...");
      assertThat(talk.say("MAIL FROM:<a@b.example> SIZE=77")).isEqualTo("250 ok");
    }
  }
}
