package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command of POP3 in each situation has one right reply; here they stand. */
final class PopRepliesTest {
  private static final String IN = "USER bob → +OK|PASS topSecret → +OK bob has 4 messages (";

  private static PracticeServer server;
  private static PracticeServer strict;

  @BeforeAll
  static void start() throws IOException {
    Settings settings = Settings.standard().withPort(0);
    server = PracticeServer.start(settings, d -> {});
    strict = PracticeServer.start(settings.withStrict(true), d -> {});
    for (PracticeServer each : List.of(server, strict)) {
      try (Talk talk = Talk.greeted(each)) {
        for (int i = 1; i <= 4; i++) {
          talk.mail("bob@kolleg.de", "Subject: " + i + "\r\n\r\nfirst\r\nsecond");
        }
      }
    }
  }

  @AfterAll
  static void stop() {
    server.close();
    strict.close();
  }

  /**
   * One row is a conversation: {@code command → reply} joined by {@code |}; only the reply's
   * beginning is written. {@code I} logs bob in, who has four mails. No row says QUIT after DELE,
   * so all find the same.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // RFC 1939 section 4: what is not possible before the login
        "STAT → -ERR STAT: log in|LIST → -ERR LIST: |RETR 1 → -ERR RETR: |DELE 1 → -ERR DELE: ",
        "NOOP → -ERR NOOP: log in|RSET → -ERR RSET: log in|UIDL → -ERR UIDL: |TOP 1 0 → -ERR TOP: ",
        // RFC 1939 section 7, USER and PASS
        "PASS topSecret → -ERR PASS: say USER first",
        "USER → -ERR syntax: USER name|USER a b → -ERR syntax: USER|PASS x → -ERR PASS: say USER",
        "USER bob → +OK|PASS wrong → -ERR [AUTH] |PASS topSecret → -ERR PASS: say USER first|I",
        "USER nobody → +OK|PASS x → -ERR [AUTH] |USER postmaster → +OK|PASS → -ERR syntax: PASS",
        "USER bob → +OK|PASS topSecret  → -ERR [AUTH] |USER bob → +OK|PASS  topSecret → -ERR [AUTH]",
        "USER bob@kolleg.de → +OK|PASS topSecret → +OK bob has 4 messages (",
        "USER Bob@Example.COM → +OK|PASS topSecret → +OK bob |QUIT → +OK bye, 0 messages deleted",
        "USER bob@elsewhere.de → +OK|PASS topSecret → -ERR [AUTH] ",
        "user anna → +OK|USER carol → +OK|pass garten → +OK carol has 0 messages (0 octets)",
        "I|USER anna → -ERR USER: you are logged in|PASS geheim → -ERR PASS: you |STAT → +OK 4 ",
        "I|APOP bob x → -ERR APOP: you are|AUTH PLAIN → -ERR AUTH: you are|STLS → -ERR STLS: you",
        // RFC 1939 section 3: what is no command
        "FOO → -ERR unknown command FOO|XYZZY 1 → -ERR unknown command XYZZY| → -ERR a command was",
        "   → -ERR a command was|LAST → -ERR unknown|\u001b[2J → -ERR the line holds|I",
        "I|HELP → -ERR unknown command HELP|STATUS → -ERR unknown|ÄÖ → -ERR unknown command",
        // RFC 1939 section 5
        "I|STAT → +OK 4 |STAT 1 → -ERR syntax: STAT|stat → +OK 4 |NOOP → +OK|NOOP x → -ERR syntax",
        "I|LIST 1 → +OK 1 |LIST 4 → +OK 4 |LIST 5 → -ERR no message 5 here, there are 4",
        "I|LIST 99 → -ERR no message 99 |LIST 0 → -ERR no message 0 |LIST abc → -ERR syntax: LIST",
        "I|LIST -1 → -ERR syntax|LIST 1 2 → -ERR syntax|LIST 01 → +OK 1 |LIST +1 → -ERR syntax",
        "I|LIST 4294967297 → -ERR no message |LIST 99999999999999999999 → -ERR syntax: LIST",
        "I|RETR → -ERR syntax: RETR number|RETR abc → -ERR syntax|RETR 0 → -ERR no message 0",
        "I|DELE → -ERR syntax: DELE|DELE x → -ERR syntax|DELE 5 → -ERR no message 5",
        "I|DELE 1 → +OK message 1 deleted|DELE 1 → -ERR message 1 is deleted|STAT → +OK 3 ",
        "I|DELE 2 → +OK|RETR 2 → -ERR message 2 is deleted|TOP 2 1 → -ERR message 2 is deleted",
        "I|DELE 3 → +OK|LIST 3 → -ERR message 3 is deleted|UIDL 3 → -ERR message 3 is deleted",
        "I|DELE 1 → +OK|DELE 4 → +OK|RSET → +OK maildrop has 4 messages (|LIST 1 → +OK 1 ",
        "I|RSET → +OK maildrop has 4|RSET 1 → -ERR syntax: RSET|QUIT now → -ERR syntax: QUIT",
        // RFC 1939 section 7, the optional ones
        "I|UIDL 1 → +OK 1 P0001.|UIDL 4 → +OK 4 P0004.|UIDL 5 → -ERR no message|UIDL a → -ERR syntax",
        "I|TOP 1 → -ERR syntax: TOP number lines|TOP → -ERR syntax|TOP 1 -1 → -ERR syntax: TOP",
        "I|TOP 1 x → -ERR syntax|TOP 9 1 → -ERR no message 9|TOP 0 0 → -ERR no message 0",
        "APOP → -ERR syntax: APOP|APOP bob → -ERR syntax|APOP bob 00 → -ERR [AUTH] |I",
        // RFC 5034
        "AUTH → -ERR syntax: AUTH|AUTH FOO → -ERR unknown mechanism|AUTH PLAIN x y → -ERR syntax",
        "AUTH PLAIN AGJvYgB0b3BTZWNyZXQ= → +OK bob has 4 messages (|STAT → +OK 4 ",
        "AUTH PLAIN → + |AGJvYgB0b3BTZWNyZXQ= → +OK bob has 4|auth plain → -ERR AUTH: you are",
        "AUTH LOGIN → + VXNlcm5hbWU6|Ym9i → + UGFzc3dvcmQ6|dG9wU2VjcmV0 → +OK bob has 4",
        "AUTH LOGIN → + VXNlcm5hbWU6|* → -ERR login cancelled|STAT → -ERR STAT: log in first|I",
        "AUTH PLAIN → + |QUIT! → -ERR that is not Base64|AUTH PLAIN AGJvYgB4 → -ERR [AUTH] |I",
        "USER bob → +OK|AUTH PLAIN → + |* → -ERR login|PASS topSecret → -ERR PASS: say USER first",
        // RFC 2595 section 4, RFC 6856 sections 2 and 3
        "STLS now → -ERR syntax: STLS|UTF8 → +OK|UTF8 x → -ERR syntax: UTF8|STLS → -ERR ",
        "LANG en → +OK en |LANG * → +OK en |LANG i-default → +OK i-default |LANG fr → -ERR LANG",
        "I|LANG EN → +OK en |UTF8 → -ERR UTF8: you are logged in|CAPA 1 → -ERR syntax: CAPA",
        "QUIT → +OK bye",
      })
  void theReplyIsRight(String conversation) throws IOException {
    assertThat(wrong(server, conversation)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I|STAT  → -ERR syntax: STAT|LIST  1 → -ERR syntax: LIST|LIST 1 → +OK 1 ",
        "USER ä → -ERR letters beyond ASCII|UTF8 → +OK|USER ä → +OK|PASS ß → -ERR [AUTH] ",
        "LANG\ten → -ERR the line holds|LANG en → +OK en ",
      })
  void strictInsistsOnTheSyntax(String conversation) throws IOException {
    assertThat(wrong(strict, conversation)).isEmpty();
  }

  @Test
  void blanksBetweenAndBehindTheWordsAreNoMatterOtherwise() throws IOException {
    assertThat(wrong(server, "I|STAT   → +OK 4 |LIST   1 → +OK 1 |DELE\t1  → +OK message 1"))
        .isEmpty();
  }

  /** RFC 2449 section 4: 255 octets with CR LF. RFC 5034 section 4: an answer may be longer. */
  @Test
  void aLineThatIsTooLongIsRefusedAndTheNextOneRead() throws IOException {
    try (PopTalk talk = new PopTalk(server)) {
      assertThat(talk.say("USER " + "x".repeat(248))).startsWith("+OK");
      assertThat(talk.say("USER " + "x".repeat(249))).startsWith("-ERR line too long");
      assertThat(talk.say("USER " + "x".repeat(100_000))).startsWith("-ERR line too long");
      assertThat(talk.say("AUTH PLAIN")).isEqualTo("+ ");
      assertThat(talk.say("A".repeat(12_284))).startsWith("-ERR [AUTH] ");
      assertThat(talk.say("AUTH PLAIN")).isEqualTo("+ ");
      assertThat(talk.say("A".repeat(12_288))).startsWith("-ERR line too long");
      assertThat(talk.say("QUIT")).startsWith("+OK");
      assertThat(talk.ended()).isTrue();
    }
  }

  @Test
  void aBareLfEndsACommandUnlessTheServerIsStrict() throws IOException {
    try (PopTalk lenient = new PopTalk(server);
        PopTalk talk = new PopTalk(strict)) {
      lenient.send("USER bob\nPASS topSecret\n");
      assertThat(lenient.line()).startsWith("+OK");
      assertThat(lenient.line()).startsWith("+OK bob");
      talk.send("USER bob\n");
      assertThat(talk.line()).startsWith("-ERR a line ends with <CR><LF>");
    }
  }

  /** RFC 1939 section 7. */
  @Test
  void apopTakesTheDigestOfStampAndPassword() throws Exception {
    try (PopTalk talk = new PopTalk(server)) {
      assertThat(talk.greeting()).matches("\\+OK .* <[0-9]+\\.[0-9]+@mail\\.kolleg\\.de>");
      String right = md5(stamp(talk) + "topSecret");
      assertThat(talk.say("APOP bob " + md5(stamp(talk) + "topsecret"))).startsWith("-ERR [AUTH] ");
      assertThat(talk.say("APOP nobody " + right)).startsWith("-ERR [AUTH] ");
      assertThat(talk.say("APOP bob@kolleg.de " + right)).startsWith("+OK bob has 4 messages");
    }
  }

  @Test
  void noTwoGreetingsHaveTheSameStamp() throws Exception {
    try (PopTalk one = new PopTalk(server);
        PopTalk other = new PopTalk(server)) {
      assertThat(stamp(one)).isNotEqualTo(stamp(other));
      assertThat(other.say("APOP bob " + md5(stamp(one) + "topSecret"))).startsWith("-ERR [AUTH] ");
    }
  }

  @Test
  void allCommandsInOnePacketAreAnsweredInOrder() throws IOException {
    try (PopTalk talk = new PopTalk(server)) {
      talk.send("USER bob\r\nPASS topSecret\r\nSTAT\r\nNOOP\r\nLIST 2\r\nQUIT\r\nSTAT\r\n");
      List<String> replies = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        replies.add(talk.line().replaceFirst("^(\\S+ ?\\S*).*", "$1"));
      }
      assertThat(replies)
          .containsExactly("+OK now", "+OK bob", "+OK 4", "+OK nothing", "+OK 2", "+OK bye,");
      assertThat(talk.ended()).isTrue();
    }
  }

  private static List<String> wrong(PracticeServer at, String conversation) throws IOException {
    List<String> wrong = new ArrayList<>();
    try (PopTalk talk = new PopTalk(at)) {
      for (String step : conversation.replaceFirst("^I|(?<=\\|)I$", IN).split("\\|", -1)) {
        String[] parts = step.split(" → ", 2);
        String reply = talk.say(parts[0]);
        if (!reply.startsWith(parts[1])) {
          wrong.add(parts[0] + " → " + reply);
        }
      }
    }
    return wrong;
  }

  private static String stamp(PopTalk talk) {
    return talk.greeting().substring(talk.greeting().indexOf('<'));
  }

  private static String md5(String text) throws Exception {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(octets));
  }
}
