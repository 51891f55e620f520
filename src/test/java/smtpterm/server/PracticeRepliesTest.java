package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command in each situation has one right reply; here they stand, each with its section. */
final class PracticeRepliesTest {
  private static PracticeServer server;
  private static PracticeServer strict;

  @BeforeAll
  static void start() throws IOException {
    Settings settings = Settings.standard().withPort(0);
    server = PracticeServer.start(settings, d -> {});
    strict = PracticeServer.start(settings.withStrict(true), d -> {});
  }

  @AfterAll
  static void stop() {
    server.close();
    strict.close();
  }

  /**
   * One row is a conversation: {@code command → reply} joined by {@code |}; only the reply's
   * beginning is written. {@code E} says EHLO, {@code M} begins a mail, {@code R} adds bob.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // RFC 5321 section 4.1.1.1
        "HELO → 501 5.5.4 |EHLO → 501 5.5.4 |HELO laptop → 250 mail.kolleg.de greets laptop",
        "EHLO two words → 501 5.5.4 |EHLO [127.0.0.1] → 250 HELP|ehlo x → 250 HELP",
        "EHLO [IPv6:::1] → 250 HELP|EHLO DESKTOP_1 → 250 HELP|EHLO müller → 501 5.5.4 ",
        // RFC 5321 section 4.1.4
        "MAIL FROM:<anna@kolleg.de> → 503 5.5.1 |DATA → 503 5.5.1 |RSET → 250 2.0.0 ",
        "E|RCPT TO:<bob@kolleg.de> → 503 5.5.1 |DATA → 503 5.5.1 ",
        "E|M|DATA → 503 5.5.1 |R|DATA → 354 |. → 250 2.0.0 ",
        "E|M|MAIL FROM:<anna@kolleg.de> → 503 5.5.1 |R",
        "E|M|R|RSET → 250 2.0.0 |RCPT TO:<bob@kolleg.de> → 503 5.5.1 |DATA → 503 5.5.1 ",
        "E|M|R|EHLO again → 250 HELP|RCPT TO:<bob@kolleg.de> → 503 5.5.1 |M",
        "E|M|R|EHLO → 501 5.5.4 |R",
        "E|M|RCPT TO:<nobody@kolleg.de> → 550 5.1.1 |DATA → 503 5.5.1 ",
        // RFC 5321 section 4.1.1.2
        "E|MAIL → 501 5.5.4 |MAIL FROM <anna@kolleg.de> → 501 5.5.4 |MAIL FROM: → 501 5.5.4 ",
        "E|MAIL TO:<anna@kolleg.de> → 501 5.5.4 |MAIL <anna@kolleg.de> → 501 5.5.4 ",
        "E|MAIL FROM:<anna> → 501 5.1.7 |MAIL FROM:<a@@b> → 501 5.1.7 |M",
        "E|MAIL FROM:<a b@c> → 501 5.1.7 |MAIL FROM:<a@b → 501 5.5.4 |MAIL FROM:a@b> → 501 5.1.7 ",
        "E|MAIL FROM:<@b> → 501 5.1.7 |MAIL FROM:<a@> → 501 5.1.7 |MAIL FROM:<a..b@c> → 501 5.1.7 ",
        "E|MAIL FROM:<a@b..c> → 501 5.1.7 |MAIL FROM:<a@-b> → 501 5.1.7 |MAIL FROM:<a@b c> → 501 5.1.7 ",
        "E|MAIL FROM:<a@b@c> → 501 5.1.7 |MAIL FROM:<.a@b> → 501 5.1.7 |MAIL FROM:<a.@b> → 501 5.1.7 ",
        "E|MAIL FROM:<\"a@b> → 501 5.5.4 |MAIL FROM:<\"a b\"@c> → 250 2.1.0 ",
        "E|MAIL FROM:Anna <anna@kolleg.de> → 501 5.5.4 |MAIL FROM:<a@b><c@d> → 501 5.5.4 ",
        "E|MAIL FROM:<> → 250 2.1.0 |R|DATA → 354 |. → 250 2.0.0 ",
        "E|mail from:<A@B> → 250 2.1.0 |rcpt to:<BOB@Kolleg.DE> → 250 2.1.5 ",
        "E|MAIL FROM:<a@[127.0.0.1]> → 250 2.1.0 |RSET → 250 |MAIL FROM:<a@[x]> → 501 5.1.7 ",
        // RFC 5321 appendix C
        "E|MAIL FROM:<@x,@y:a@b> → 250 2.1.0 |RCPT TO:<@x:bob@kolleg.de> → 250 2.1.5 ",
        // RFC 5321 section 4.1.1.11
        "E|MAIL FROM:<a@b> FOO=1 → 555 5.5.4 |MAIL FROM:<a@b> FOO → 555 5.5.4 |M",
        "E|MAIL FROM:<a@b>SIZE=1 → 501 5.5.4 |MAIL FROM:<a@b> =1 → 501 5.5.4 ",
        "E|MAIL FROM:<a@b> SIZE=1 SIZE=2 → 501 5.5.4 |MAIL FROM:<a@b> SIZE=1 BODY=7BIT → 250 ",
        "HELO x → 250 |MAIL FROM:<a@b> SIZE=1 → 555 5.5.4 |MAIL FROM:<a@b> → 250 2.1.0 ",
        // RFC 6152
        "E|MAIL FROM:<a@b> BODY=8BITMIME → 250 2.1.0 ",
        "E|MAIL FROM:<a@b> body=8bitmime → 250 2.1.0 |RSET → 250 |MAIL FROM:<a@b> BODY → 501 5.5.4 ",
        "E|MAIL FROM:<a@b> BODY=XXX → 501 5.5.4 |MAIL FROM:<a@b> BODY=BINARYMIME → 501 5.5.4 ",
        // RFC 1870 sections 4 and 6
        "E|MAIL FROM:<a@b> SIZE=abc → 501 5.5.4 |MAIL FROM:<a@b> SIZE= → 501 5.5.4 ",
        "E|MAIL FROM:<a@b> SIZE=-1 → 501 5.5.4 |MAIL FROM:<a@b> SIZE=10485761 → 552 5.3.4 ",
        "E|MAIL FROM:<a@b> SIZE=99999999999999999999 → 552 5.3.4 |M",
        "E|MAIL FROM:<a@b> SIZE=10485760 → 250 2.1.0 |RSET → 250 |MAIL FROM:<a@b> SIZE=0 → 250 ",
        // RFC 6531 sections 3.4 and 3.5
        "E|MAIL FROM:<jörg@kolleg.de> SMTPUTF8 → 250 2.1.0 |RCPT TO:<jörg@kolleg.de> → 550 5.1.1 ",
        "E|MAIL FROM:<jörg@kolleg.de> → 553 5.6.7 |MAIL FROM:<a@köln.de> → 553 5.6.7 |M",
        "E|MAIL FROM:<a@köln.de> BODY=8BITMIME SMTPUTF8 → 250 2.1.0 |R",
        "E|MAIL FROM:<a@b> SMTPUTF8=1 → 501 5.5.4 |M|RCPT TO:<jörg@kolleg.de> → 553 5.6.7 ",
        // RFC 3461 sections 4.1 to 4.4
        "E|MAIL FROM:<a@b> RET=FULL ENVID=QQ+2B1 → 250 2.1.0 |RCPT TO:<bob@kolleg.de> NOTIFY=NEVER → 250 ",
        "E|MAIL FROM:<a@b> RET=XXX → 501 5.5.4 |MAIL FROM:<a@b> ENVID=a+b → 501 5.5.4 ",
        "E|M|RCPT TO:<bob@kolleg.de> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;b@c → 250 2.1.5 ",
        "E|M|RCPT TO:<bob@kolleg.de> NOTIFY=NEVER,DELAY → 501 5.5.4 |RCPT TO:<bob@kolleg.de> NOTIFY → 501 ",
        "E|M|RCPT TO:<bob@kolleg.de> ORCPT=b@c → 501 5.5.4 |R",
        // RFC 4954 section 5
        "E|MAIL FROM:<a@b> AUTH=<> → 250 2.1.0 |RSET → 250 |MAIL FROM:<a@b> AUTH → 501 5.5.4 ",
        // RFC 5321 sections 4.1.1.3 and 3.6.2
        "E|M|RCPT → 501 5.5.4 |RCPT TO:<> → 501 5.1.3 |RCPT TO:<bob> → 501 5.1.3 |R",
        "E|M|RCPT TO:<bob@@kolleg.de> → 501 5.1.3 |RCPT FROM:<bob@kolleg.de> → 501 5.5.4 ",
        "E|M|RCPT TO:<nobody@kolleg.de> → 550 5.1.1 |RCPT TO:<bob@elsewhere.org> → 550 5.7.1 |R",
        "E|M|RCPT TO:<bob@example.com> → 250 2.1.5 |RCPT TO:<\"bob\"@kolleg.de> → 250 2.1.5 ",
        "E|M|RCPT TO:<bob%elsewhere.org@kolleg.de> → 550 5.1.1 |RCPT TO:<klasse@kolleg.de> → 250 2.1.5 ",
        "E|M|RCPT TO:<bob@kolleg.de> FOO=1 → 555 5.5.4 |RCPT TO:<bob@kolleg.de> SIZE=1 → 555 5.5.4 ",
        // RFC 5321 section 4.5.1
        "E|M|RCPT TO:<Postmaster> → 250 2.1.5 |RCPT TO:<postmaster@example.com> → 250 2.1.5 ",
        // RFC 5321 section 4.1.1.4
        "E|M|R|DATA now → 501 5.5.4 |DATA → 354 |. → 250 2.0.0 Ok: queued as P",
        // RFC 5321 sections 3.5 and 4.1.1.6 to 4.1.1.10
        "VRFY bob → 250 2.1.5 <bob@kolleg.de>|VRFY → 501 5.5.4 |VRFY nobody → 550 5.1.1 ",
        "VRFY <Bob@example.com> → 250 2.1.5 <bob@kolleg.de>|VRFY x@elsewhere.org → 550 5.7.1 ",
        "VRFY bob SMTPUTF8 → 250 2.1.5 |VRFY a@@b → 501 5.1.3 |VRFY klasse → 250 2.1.5 ",
        "EXPN klasse → 250 2.1.5 <carol@kolleg.de>|EXPN → 501 5.5.4 |EXPN bob → 550 5.2.4 ",
        "EXPN liste → 250 2.1.5 |EXPN nothing → 550 5.1.1 ",
        "HELP → 214 2.0.0 |HELP MAIL → 214 2.0.0 |help mail → 214 |HELP XYZ → 504 5.5.4 ",
        "NOOP → 250 2.0.0 |NOOP hello there → 250 2.0.0 |E|NOOP → 250 2.0.0 ",
        "RSET → 250 2.0.0 |RSET now → 501 5.5.4 |E|RSET → 250 2.0.0 ",
        "QUIT now → 501 5.5.4 |QUIT → 221 2.0.0 ",
        "E|M|R|QUIT  → 221 2.0.0 ",
        // RFC 5321 section 4.2.4
        "FOO → 500 5.5.2 |XYZZY abc → 500 5.5.2 |TURN → 500 5.5.2 | → 500 5.5.2 |   → 500 5.5.2 ",
        "EHLOX y → 500 5.5.2 |MAILFROM:<a@b> → 500 5.5.2 | EHLO x → 500 5.5.2 |ÄHLO x → 500 5.5.2 ",
        "NOOP\u0007 → 500 5.5.2 |NO\u0000OP → 500 5.5.2 |NOOP a\rRSET → 500 5.5.2 |E",
        "STARTTLS now → 501 5.5.4 |STARTTLS → 502 5.5.1 |E|STARTTLS → 502 5.5.1 ",
        "BDAT 3 LAST → 502 5.5.1 |ETRN x → 502 5.5.1 |SEND FROM:<a@b> → 502 5.5.1 ",
        // RFC 4954 section 4
        "E|AUTH LOGIN → 334 VXNlcm5hbWU6|YW5uYQ== → 334 UGFzc3dvcmQ6|Z2VoZWlt → 235 2.7.0 ",
        "E|AUTH login → 334 |YW5uYQ== → 334 |ZmFsc2No → 535 5.7.8 |AUTH LOGIN → 334 VXNlcm5hbWU6",
        "E|AUTH LOGIN bm9ib2R5 → 334 |Z2VoZWlt → 535 5.7.8 |M",
        "E|AUTH LOGIN YW5uYQ== → 334 UGFzc3dvcmQ6|Z2VoZWlt → 235 2.7.0 |M|R",
        "E|AUTH LOGIN YW5uYUBrb2xsZWcuZGU= → 334 UGFzc3dvcmQ6|Z2VoZWlt → 235 2.7.0 ",
        "E|AUTH LOGIN → 334 |* → 501 5.7.0 |AUTH LOGIN YW5uYQ== → 334 |* → 501 5.7.0 |M",
        "E|AUTH LOGIN → 334 |anna → 334 |geheim → 501 5.5.2 |M",
        "E|AUTH LOGIN → 334 |a!b → 501 5.5.2 |AUTH LOGIN a!b → 501 5.5.2 |AUTH LOGIN a b → 501 5.5.2 ",
        "E|AUTH PLAIN AGFubmEAZ2VoZWlt → 235 2.7.0 |E|AUTH LOGIN → 503 5.5.1 |M",
        "E|AUTH PLAIN → 334 |AGFubmEAZ2VoZWlt → 235 2.7.0 |AUTH PLAIN AGFubmEAZ2VoZWlt → 503 5.5.1 ",
        "E|AUTH PLAIN AGFubmEAZmFsc2No → 535 5.7.8 |AUTH PLAIN YW5uYQ== → 535 5.7.8 ",
        "E|AUTH PLAIN x → 501 5.5.2 |AUTH PLAIN → 334 |AGFubmEAZ2VoZWl → 501 5.5.2 |M",
        "E|AUTH PLAIN → 334 |* → 501 5.7.0 |AUTH PLAIN = → 334 |* → 501 5.7.0 ",
        "E|AUTH FOO → 504 5.5.4 |AUTH → 501 5.5.4 |AUTH GSSAPI → 504 5.5.4 |M",
        "E|AUTH CRAM-MD5 → 334 |* → 501 5.7.0 |AUTH CRAM-MD5 YQ== → 501 5.7.0 |M",
        "E|AUTH DIGEST-MD5 → 334 |YQ== → 535 5.7.8 |AUTH DIGEST-MD5 = → 501 5.7.0 |M",
        "E|AUTH SCRAM-SHA-256 → 334 |YQ== → 535 5.7.8 |AUTH SCRAM-SHA-1 YQ== → 535 5.7.8 |M",
        "E|AUTH ANONYMOUS c2lyaGM= → 235 2.7.0 |AUTH LOGIN → 503 5.5.1 |M|R",
        "E|AUTH ANONYMOUS → 334 |c2lyaGM= → 235 2.7.0 |AUTH EXTERNAL = → 503 5.5.1 ",
        "E|AUTH EXTERNAL = → 504 5.5.4 |AUTH XOAUTH2 → 504 5.5.4 ",
        "E|M|AUTH LOGIN → 503 5.5.1 |R|AUTH PLAIN AGFubmEAZ2VoZWlt → 503 5.5.1 |DATA → 354 |. → 250 ",
        "AUTH LOGIN → 503 5.5.1 |AUTH PLAIN AGFubmEAZ2VoZWlt → 503 5.5.1 |E",
        // Logged in or not, nothing is sent on; the sender may be anybody.
        "E|AUTH PLAIN AGFubmEAZ2VoZWlt → 235 |MAIL FROM:<boss@elsewhere.org> → 250 2.1.0 "
            + "|RCPT TO:<bob@elsewhere.org> → 550 5.7.1 |R",
        // Not RFC 5321, but what most servers take
        "E|MAIL FROM: <anna@kolleg.de> → 250 2.1.0 |RCPT TO:   <bob@kolleg.de>   → 250 2.1.5 ",
        "E|MAIL FROM:anna@kolleg.de → 250 2.1.0 |RCPT TO: bob@kolleg.de NOTIFY=NEVER → 250 2.1.5 ",
        "E|MAIL  FROM:<anna@kolleg.de>  SIZE=10 → 250 2.1.0 |RCPT\tTO:<bob@kolleg.de> → 250 2.1.5 ",
      })
  void everyCommandHasItsReply(String conversation) throws IOException {
    converse(server, conversation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E|MAIL FROM:anna@kolleg.de → 501 5.5.4 |MAIL FROM: <anna@kolleg.de> → 501 5.5.4 |M",
        "E|M|RCPT TO:bob@kolleg.de → 501 5.5.4 |RCPT TO: <bob@kolleg.de> → 501 5.5.4 |R",
        "EHLO DESKTOP_1 → 501 5.5.4 |EHLO -x → 501 5.5.4 |EHLO köln → 501 5.5.4 |EHLO a.b-c.example → 250 HELP",
        "E|MAIL FROM:<> → 250 2.1.0 |RCPT TO:<Postmaster> → 250 2.1.5 |DATA → 354 |. → 250 ",
        "NOOP\tx → 500 5.5.2 |NOOP  → 250 2.0.0 ",
      })
  void aStrictServerInsists(String conversation) throws IOException {
    converse(strict, conversation);
  }

  @Test
  void aStrictServerWantsCrLf() throws IOException {
    try (Talk talk = Talk.greeted(strict)) {
      talk.send("NOOP\n");
      assertThat(talk.reply()).first().asString().startsWith("500 5.5.2 ");
      assertThat(talk.mail("bob@kolleg.de", "a\nb")).startsWith("554 5.6.0 ");
    }
    try (Talk talk = Talk.greeted(server)) {
      talk.send("NOOP\n");
      assertThat(talk.reply()).first().asString().startsWith("250 2.0.0 ");
    }
  }

  /** RFC 5321 section 4.5.3.1.4, with CR LF. */
  @ParameterizedTest
  @ValueSource(ints = {513, 600, 1_100, 1_600, 20_000, 65_536, 65_540, 300_000})
  void aLineBeyond512OctetsIsRefusedOnceAndWhole(int octets) throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      assertThat(talk.say("NOOP " + "x".repeat(octets - 7))).startsWith("500 5.5.2 Line too long");
      assertThat(talk.say("x".repeat(octets - 2))).startsWith("500 5.5.2 Line too long");
      assertThat(talk.say("MAIL FROM:<" + "x".repeat(octets) + "@b>")).startsWith("500 5.5.2 Line");
      assertThat(talk.say("NOOP " + "ä".repeat((octets - 6) / 2))).startsWith("500 5.5.2 Line too");
      assertThat(talk.say("NOOP")).startsWith("250 ");
    }
  }

  @Test
  void aLineOf512OctetsIsTakenAndParametersMakeItLonger() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      assertThat(talk.say("NOOP " + "x".repeat(505))).startsWith("250 ");
      String mail = "MAIL FROM:<a@b> AUTH=" + "x".repeat(500) + " ENVID=" + "y".repeat(100);
      assertThat(talk.say(mail)).startsWith("250 2.1.0 ");
      assertThat(talk.say("RCPT TO:<bob@kolleg.de> ORCPT=rfc822;" + "x".repeat(500)))
          .startsWith("250 2.1.5 ");
      assertThat(talk.say("RCPT TO:<bob@kolleg.de> ORCPT=" + "x".repeat(2_000)))
          .startsWith("500 5.5.2 ");
    }
  }

  /** RFC 5321 sections 4.5.3.1.1 to 4.5.3.1.3. */
  @Test
  void anAddressHasItsLimits() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      String domain = ("x".repeat(60) + ".").repeat(3) + "de";
      assertThat(talk.say("MAIL FROM:<" + "a".repeat(65) + "@b>")).startsWith("501 5.1.7 ");
      assertThat(talk.say("MAIL FROM:<a@" + "b".repeat(64) + ">")).startsWith("501 5.1.7 ");
      assertThat(talk.say("MAIL FROM:<" + "a".repeat(64) + "@" + "x.".repeat(7) + domain + ">"))
          .startsWith("501 5.1.7 ");
      assertThat(talk.say("MAIL FROM:<" + "a".repeat(64) + "@" + domain + ">"))
          .startsWith("250 2.1.0 ");
    }
  }

  /** RFC 4954 section 4: 12288 octets. */
  @Test
  void anAnswerInAuthMayBeLongButNotEndless() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.say("AUTH LOGIN");
      assertThat(talk.say("A".repeat(12_284))).startsWith("334 ");
      assertThat(talk.say("A".repeat(12_288))).startsWith("500 5.5.6 ");
      assertThat(talk.say("AUTH PLAIN " + "A".repeat(12_272))).startsWith("535 5.7.8 ");
      assertThat(talk.say("AUTH PLAIN " + "A".repeat(12_276))).startsWith("500 5.5.6 ");
      assertThat(talk.say("NOOP")).startsWith("250 ");
    }
  }

  /** RFC 5321 section 4.5.3.1.8 and 4.5.3.1.10. */
  @Test
  void theHundredAndFirstRecipientHasToWait() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.say("MAIL FROM:<anna@kolleg.de>");
      for (int i = 0; i < 100; i++) {
        assertThat(talk.say("RCPT TO:<bob@kolleg.de>")).startsWith("250 2.1.5 ");
      }
      assertThat(talk.say("RCPT TO:<carol@kolleg.de>")).startsWith("452 4.5.3 ");
      assertThat(talk.say("RCPT TO:<nobody@kolleg.de>")).startsWith("550 5.1.1 ");
      assertThat(talk.say("DATA")).startsWith("354 ");
    }
  }

  /** RFC 5321 section 4.1.1.1 and RFC 2034 section 4. */
  @Test
  void ehloOffersWhatWorksAndHelpCarriesItsCodeOnEachLine() throws IOException {
    try (Talk talk = new Talk(server)) {
      assertThat(talk.reply()).containsExactly("220 mail.kolleg.de ESMTP smtpterm practice server");
      talk.send("EHLO laptop\r\n");
      assertThat(talk.reply())
          .containsExactly(
              "250-mail.kolleg.de greets laptop",
              "250-SIZE 10485760",
              "250-8BITMIME",
              "250-SMTPUTF8",
              "250-PIPELINING",
              "250-ENHANCEDSTATUSCODES",
              "250-DSN",
              "250-AUTH LOGIN PLAIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-512"
                  + " ANONYMOUS",
              "250-VRFY",
              "250-EXPN",
              "250 HELP");
      talk.send("EXPN klasse\r\n");
      assertThat(talk.reply())
          .containsExactly(
              "250-2.1.5 <anna@kolleg.de>",
              "250-2.1.5 <bob@kolleg.de>",
              "250 2.1.5 <carol@kolleg.de>");
      talk.send("HELP\r\n");
      assertThat(talk.reply())
          .hasSizeGreaterThan(2)
          .allMatch(l -> l.matches("214[- ]2\\.0\\.0 .*"));
    }
  }

  @Test
  void everyCommandThatHelpNamesHasHelpAndIsKnown() throws IOException {
    try (Talk talk = new Talk(server)) {
      talk.reply();
      for (String verb :
          List.of(
              "HELO", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "RSET", "NOOP", "VRFY", "EXPN",
              "HELP", "QUIT")) {
        assertThat(talk.say("HELP " + verb)).startsWith("214 2.0.0 ");
        assertThat(talk.say(verb)).as(verb).doesNotStartWith("500").doesNotStartWith("502");
      }
    }
  }

  private static void converse(PracticeServer with, String conversation) throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Talk talk = new Talk(with)) {
      talk.reply();
      for (String step : conversation.split("\\|", -1)) {
        String[] parts = expanded(step).split(" → ", -1);
        String reply = talk.say(parts[0]);
        if (!reply.startsWith(parts[1])) {
          wrong.add(parts[0] + " → " + reply + " instead of " + parts[1]);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String expanded(String step) {
    return switch (step) {
      case "E" -> "EHLO laptop → 250 HELP";
      case "M" -> "MAIL FROM:<anna@kolleg.de> → 250 2.1.0 ";
      case "R" -> "RCPT TO:<bob@kolleg.de> → 250 2.1.5 ";
      default -> step;
    };
  }
}
