package smtpterm.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command in each situation has one right reply; here they stand, each with its section. */
final class PracticeRepliesTest {
  private static PracticeServer server;
  private static PracticeServer strict;
  private static PracticeServer closed;
  private static PracticeServer secret;

  @TempDir static Path certificates;

  @BeforeAll
  static void start() throws IOException {
    Settings settings = Settings.standard().withPort(0);
    server = PracticeServer.start(settings, d -> {});
    strict = PracticeServer.start(settings.withStrict(true), d -> {});
    Manners login = new Manners(false, true, false, Optional.empty());
    closed = PracticeServer.start(settings.withManners(login), d -> {});
    Manners tls = new Manners(false, false, true, Optional.empty());
    Folders folders = Folders.none().withCertificates(certificates);
    secret = PracticeServer.start(settings.withManners(tls).withFolders(folders), d -> {});
  }

  @AfterAll
  static void stop() {
    server.close();
    strict.close();
    closed.close();
    secret.close();
  }

  static List<ReplyTable.Row> rows() throws IOException {
    return ReplyTable.read("smtp-replies.table");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyCommandHasItsReply(ReplyTable.Row row) throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Talk talk = to(row.server())) {
      for (ReplyTable.Step step : ReplyTable.steps(row.conversation())) {
        talk.send(new String((step.command() + "\r\n").getBytes(UTF_8), ISO_8859_1));
        for (String expected : step.replies()) {
          String last = lastLine(talk);
          if (!(last + " ").startsWith(expected + " ")) {
            wrong.add(step.command() + " → " + last + " instead of " + expected);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
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

  /** RFC 5321 section 2.4: commands are ASCII, and what is no UTF-8 either harms nobody. */
  @Test
  void aVerbInLatin1IsUnknown() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.send("M\u00c4IL FROM:<anna@kolleg.de>\r\n\u00ff\u00fe\r\n");
      assertThat(talk.reply()).first().asString().startsWith("500 5.5.2 ");
      assertThat(talk.reply()).first().asString().startsWith("500 5.5.2 ");
      assertThat(talk.say("NOOP")).startsWith("250 ");
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
              "250-CHUNKING",
              "250-ENHANCEDSTATUSCODES",
              "250-DSN",
              "250-AUTH LOGIN PLAIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-512"
                  + " ANONYMOUS",
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
              "HELO",
              "EHLO",
              "STARTTLS",
              "AUTH",
              "MAIL",
              "RCPT",
              "DATA",
              "BDAT",
              "RSET",
              "NOOP",
              "VRFY",
              "EXPN",
              "ETRN",
              "HELP",
              "QUIT")) {
        assertThat(talk.say("HELP " + verb)).startsWith("214 2.0.0 ");
        assertThat(talk.say(verb + " ?")).as(verb).doesNotStartWith("500").doesNotStartWith("502");
      }
    }
  }

  private static String lastLine(Talk talk) throws IOException {
    try {
      List<String> reply = talk.reply();
      return reply.isEmpty() ? "the end" : reply.get(reply.size() - 1);
    } catch (SocketException e) {
      return "a reset";
    }
  }

  /** A connection on which the greeting has been read. */
  private static Talk to(String name) throws Exception {
    Talk talk = connected(name);
    talk.reply();
    if (name.equals("encrypted")) {
      talk.say("STARTTLS");
      talk.through(TlsClient.secured(talk.socket(), "localhost", TlsClient.trusting(secret)));
    }
    return talk;
  }

  private static Talk connected(String name) throws IOException {
    return switch (name) {
      case "lenient" -> new Talk(server);
      case "strict" -> new Talk(strict);
      case "login" -> new Talk(closed);
      case "submission" -> new Talk(server, Service.SUBMISSION);
      case "tls", "encrypted" -> new Talk(secret);
      case "lmtp" -> new Talk(server, Service.LMTP);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
