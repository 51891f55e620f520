package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a mail program relies on: sizes, dots, what QUIT deletes, and who sees what. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PopSessionTest {
  private static final Settings ANY_PORT = Settings.standard().withPort(0);

  private PracticeServer server;

  @BeforeEach
  void start() throws IOException {
    server = PracticeServer.start(ANY_PORT, d -> {});
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void send(String to, String... texts) throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      for (String text : texts) {
        assertThat(talk.mail(to, text)).startsWith("250 ");
      }
    }
  }

  private PopTalk bob() throws IOException {
    return PopTalk.in(server, "bob", "topSecret");
  }

  @Test
  void aMailSentBySmtpIsThereAtTheNextLogin() throws IOException {
    send("bob@kolleg.de", "Subject: one");
    try (PopTalk first = bob()) {
      send("bob@kolleg.de", "Subject: two");
      // RFC 1939 section 4: the session goes on with what it found.
      assertThat(first.say("STAT")).startsWith("+OK 1 ");
      assertThat(first.say("RETR 2")).startsWith("-ERR ");
      try (PopTalk second = bob()) {
        assertThat(second.say("STAT")).startsWith("+OK 2 ");
        assertThat(second.fetch(2)).endsWith("Subject: two\r\n");
      }
    }
  }

  /** RFC 1939 sections 3 and 11: what is counted is what is sent, but for the stuffed dots. */
  @Test
  void sizesAreThoseOfTheOctetsThatAreSentWithoutTheStuffing() throws IOException {
    send(
        "bob@kolleg.de",
        "Subject: dots\r\n\r\n...\r\n..\r\n..x.\r\nä\r\n",
        "Subject: bare\r\n\r\na\nb\n.\r\nc\rd",
        "\r\n" + "x".repeat(70_000 / 2) + "\r\n" + "y".repeat(40_000));
    try (PopTalk talk = bob()) {
      List<String> list = talk.rest("LIST");
      assertThat(list).hasSize(3);
      long sum = 0;
      for (int i = 1; i <= 3; i++) {
        String mail = talk.fetch(i);
        assertThat(list.get(i - 1)).isEqualTo(i + " " + mail.length());
        assertThat(talk.say("LIST " + i)).isEqualTo("+OK " + i + " " + mail.length());
        sum += mail.length();
      }
      assertThat(talk.say("STAT")).isEqualTo("+OK 3 " + sum);
      assertThat(talk.fetch(1)).endsWith("Subject: dots\r\n\r\n..\r\n.\r\n.x.\r\n\u00e4\r\n\r\n");
      assertThat(talk.rest("RETR 1")).endsWith("...", "..", "..x.", "\u00e4", "");
      // A client that takes a bare LF for the end of a line must not see the end of the mail here.
      assertThat(talk.rest("RETR 2")).endsWith("a", "b", "..", "c\rd");
    }
  }

  /** RFC 3030 section 2: a text by BDAT may end anywhere; RFC 1939 section 3: a line may not. */
  @Test
  void aMailByBdatWithoutALastLineEndingGetsOneBeforeTheDot() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.send("MAIL FROM:<anna@kolleg.de>\r\nRCPT TO:<bob@kolleg.de>\r\n");
      talk.reply();
      talk.reply();
      talk.send("BDAT 17 LAST\r\nSubject: x\r\n\r\n.y\r");
      assertThat(talk.reply().get(0)).startsWith("250 2.0.0 Ok");
    }
    try (PopTalk talk = bob()) {
      String mail = talk.fetch(1);
      assertThat(mail).endsWith("Subject: x\r\n\r\n.y\r\r\n");
      assertThat(talk.rest("TOP 1 9")).endsWith("Subject: x", "", "..y\r");
      assertThat(talk.say("LIST 1")).isEqualTo("+OK 1 " + mail.length());
      assertThat(server.mailboxes().mail("bob", 1).orElseThrow().size())
          .isEqualTo(mail.length() - 2);
    }
  }

  @Test
  void topSendsTheHeaderAndSoManyLines() throws IOException {
    send("bob@kolleg.de", "Subject: x\r\n\r\n..1\r\n2\r\n\r\n4", "Subject: no body");
    try (PopTalk talk = bob()) {
      List<String> whole = talk.rest("RETR 1");
      int header = whole.indexOf("") + 1;
      for (int lines = 0; lines < 6; lines++) {
        assertThat(talk.rest("TOP 1 " + lines))
            .isEqualTo(whole.subList(0, Math.min(whole.size(), header + lines)));
      }
      assertThat(talk.rest("TOP 1 999999999999999999")).isEqualTo(whole);
      assertThat(talk.rest("TOP 2 5")).isEqualTo(talk.rest("RETR 2")).endsWith("Subject: no body");
    }
  }

  @Test
  void onlyQuitDeletes() throws IOException {
    send("bob@kolleg.de", "1", "2", "3");
    try (PopTalk talk = bob()) {
      talk.say("DELE 1");
      talk.say("DELE 3");
    }
    try (PopTalk talk = bob()) {
      assertThat(talk.say("DELE 2")).startsWith("+OK");
      assertThat(talk.say("DELE 1")).startsWith("+OK");
      assertThat(talk.say("RSET")).startsWith("+OK maildrop has 3 messages");
      talk.say("DELE 2");
      assertThat(talk.rest("LIST")).extracting(line -> line.charAt(0)).containsExactly('1', '3');
      assertThat(talk.rest("UIDL")).extracting(line -> line.charAt(0)).containsExactly('1', '3');
      assertThat(talk.say("QUIT")).isEqualTo("+OK bye, 1 message deleted");
      assertThat(talk.ended()).isTrue();
    }
    try (PopTalk talk = bob()) {
      assertThat(talk.rest("UIDL"))
          .extracting(line -> line.substring(0, 8))
          .containsExactly("1 P0001.", "2 P0003.");
    }
  }

  @Test
  void aMailHasOneUniqueIdForEverAndAnotherServerGivesOthers() throws IOException {
    send("klasse@kolleg.de", "1", "2");
    List<String> ids;
    try (PopTalk talk = bob();
        PopTalk carol = PopTalk.in(server, "carol", "garten")) {
      ids = talk.rest("UIDL");
      assertThat(ids).hasSize(2).doesNotHaveDuplicates();
      assertThat(ids).allMatch(line -> line.matches("[12] [!-~]{1,70}"));
      assertThat(talk.say("UIDL 2")).isEqualTo("+OK " + ids.get(1));
      assertThat(carol.rest("UIDL")).isEqualTo(ids);
    }
    Settings later =
        ANY_PORT.withClock(java.time.Clock.offset(ANY_PORT.clock(), Duration.ofMinutes(1)));
    try (PracticeServer other = PracticeServer.start(later, d -> {});
        Talk talk = Talk.greeted(other)) {
      talk.mail("bob@kolleg.de", "1");
      try (PopTalk pop = PopTalk.in(other, "bob", "topSecret")) {
        assertThat(pop.rest("UIDL")).doesNotContainAnyElementsOf(ids);
      }
    }
  }

  @Test
  void severalReadOneMailboxAndDeleteTheSameMailWithoutHarm() throws IOException {
    String large = "Subject: large\r\n\r\n" + "x".repeat(60_000);
    send("bob@kolleg.de", "Subject: one", large);
    long used = server.used();
    try (PopTalk one = bob();
        PopTalk two = bob()) {
      assertThat(one.say("DELE 1")).startsWith("+OK");
      assertThat(one.say("DELE 2")).startsWith("+OK");
      assertThat(two.say("DELE 2")).startsWith("+OK");
      assertThat(one.say("QUIT")).isEqualTo("+OK bye, 2 messages deleted");
      assertThat(server.mailboxes().list("bob").orElseThrow()).isEmpty();
      // Still what it found at its login, and as long as it needs it, its room is taken.
      assertThat(two.fetch(1)).endsWith("Subject: one\r\n");
      two.say("RSET");
      assertThat(two.fetch(2)).endsWith("x\r\n").hasSizeGreaterThan(60_000);
      assertThat(server.used()).isEqualTo(used);
      assertThat(two.say("DELE 2")).startsWith("+OK");
      assertThat(two.say("QUIT")).isEqualTo("+OK bye, 1 message deleted");
    }
    assertThat(server.used()).isZero();
    assertThat(server.spooled()).isZero();
  }

  /** RFC 1939 section 4, RFC 2449 section 8.1.1. */
  @Test
  void strictLocksTheMailboxForOneSession() throws IOException {
    try (PracticeServer strict = PracticeServer.start(ANY_PORT.withStrict(true), d -> {})) {
      try (PopTalk one = PopTalk.in(strict, "bob", "topSecret");
          PopTalk two = new PopTalk(strict);
          PopTalk carol = new PopTalk(strict)) {
        assertThat(one.say("STAT")).isEqualTo("+OK 0 0");
        two.say("USER bob");
        assertThat(two.say("PASS topSecret")).startsWith("-ERR [IN-USE] ");
        assertThat(two.say("AUTH PLAIN AGJvYgB0b3BTZWNyZXQ=")).startsWith("-ERR [IN-USE] ");
        assertThat(two.say("STAT")).startsWith("-ERR ");
        carol.say("USER carol");
        assertThat(carol.say("PASS garten")).startsWith("+OK");
        one.say("QUIT");
        assertThat(two.say("AUTH PLAIN AGJvYgB0b3BTZWNyZXQ=")).startsWith("+OK");
      }
      // Whoever goes without QUIT gives it free as well, as soon as the server sees the end.
      String reply = "";
      while (!reply.startsWith("+OK")) {
        try (PopTalk three = new PopTalk(strict)) {
          three.say("USER bob");
          reply = three.say("PASS topSecret");
        }
      }
    }
  }

  /** RFC 6856 section 5. */
  @Test
  void strictKeepsUtf8HeadersFromClientsWhoDidNotSayUtf8() throws IOException {
    try (PracticeServer strict = PracticeServer.start(ANY_PORT.withStrict(true), d -> {})) {
      try (Talk talk = Talk.greeted(strict)) {
        talk.mail("bob@kolleg.de", "Subject: gr\u00fc\u00df\r\n\r\nx");
        talk.mail("bob@kolleg.de", "Subject: x\r\n\r\ngr\u00fc\u00df");
      }
      try (PopTalk talk = PopTalk.in(strict, "bob", "topSecret")) {
        assertThat(talk.say("RETR 1")).startsWith("-ERR [UTF8] ");
        assertThat(talk.say("TOP 1 0")).startsWith("-ERR [UTF8] ");
        assertThat(talk.fetch(2)).endsWith("gr\u00fc\u00df\r\n");
        talk.say("QUIT");
      }
      try (PopTalk talk = new PopTalk(strict)) {
        assertThat(talk.say("UTF8")).startsWith("+OK");
        talk.say("USER bob");
        talk.say("PASS topSecret");
        assertThat(talk.fetch(1)).contains("Subject: gr\u00fc\u00df\r\n");
      }
    }
  }

  /** RFC 1939 section 3: no word, and nothing is deleted. */
  @Test
  void whoSaysNothingForTooLongIsCutOffWithoutAWord() throws IOException {
    Settings impatient = ANY_PORT.withTimeout(Duration.ofMillis(150));
    try (PracticeServer quick = PracticeServer.start(impatient, d -> {});
        Talk smtp = Talk.greeted(quick)) {
      smtp.mail("bob@kolleg.de", "x");
      try (PopTalk talk = PopTalk.in(quick, "bob", "topSecret")) {
        talk.say("DELE 1");
        assertThat(talk.ended()).isTrue();
      }
      assertThat(quick.mailboxes().list("bob").orElseThrow()).hasSize(1);
    }
  }

  @Test
  void closingTheServerEndsASessionAndDeletesNothing() throws IOException {
    send("bob@kolleg.de", "x");
    try (PopTalk talk = bob()) {
      talk.say("DELE 1");
      server.close();
      assertThat(talk.ended()).isTrue();
      assertThatThrownBy(this::bob).isInstanceOf(IOException.class);
    }
    assertThat(server.mailboxes().list("bob").orElseThrow()).hasSize(1);
  }

  @Test
  void octetsBeyondAsciiArriveAsTheyWereSent() throws IOException {
    send("bob@kolleg.de", "Subject: \u00e4\u00ff\r\n\r\n\u0080\u0000\u00fe\t\u001b[0m");
    try (PopTalk talk = bob()) {
      assertThat(talk.fetch(1).getBytes(StandardCharsets.ISO_8859_1))
          .endsWith(
              "Subject: \u00e4\u00ff\r\n\r\n\u0080\u0000\u00fe\t\u001b[0m\r\n"
                  .getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
