package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in a mailbox is what was sent, octet for octet, behind the server's own lines. */
final class DeliveryTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-02T11:00:00Z"), ZoneId.of("Europe/Berlin"));

  private final List<Delivery> heard = new CopyOnWriteArrayList<>();
  private PracticeServer server;

  @BeforeEach
  void start() throws IOException {
    server = PracticeServer.start(Settings.standard().withPort(0).withClock(NOON), heard::add);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private StoredMail only(String mailbox) {
    assertThat(server.mailboxes().list(mailbox).orElseThrow()).hasSize(1);
    return server.mailboxes().mail(mailbox, 1).orElseThrow();
  }

  private String latin1(String mailbox) {
    return new String(only(mailbox).octets(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aMailLiesInTheMailboxWithItsTraceAndItsEnvelope() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.say("AUTH PLAIN AGFubmEAZ2VoZWlt");
      assertThat(talk.mail("bob@kolleg.de", "Subject: Gartenparty\r\n\r\nKomm!"))
          .isEqualTo("250 2.0.0 Ok: queued as P0001");
    }
    assertThat(latin1("bob").split("\r\n", -1))
        .containsExactly(
            "Return-Path: <anna@kolleg.de>",
            "Received: from laptop ([127.0.0.1])",
            "\tby mail.kolleg.de with ESMTPA id P0001",
            "\tfor <bob@kolleg.de>;",
            "\tMon, 2 Nov 2026 12:00:00 +0100",
            "Subject: Gartenparty",
            "",
            "Komm!",
            "");
    StoredMail mail = only("bob");
    assertThat(mail.envelope())
        .isEqualTo(new Envelope("anna@kolleg.de", List.of("bob@kolleg.de"), "laptop", "anna"));
    assertThat(mail.subject()).isEqualTo("Gartenparty");
    assertThat(mail.id()).isEqualTo("P0001");
    assertThat(mail.received()).isEqualTo(NOON.instant().atZone(NOON.getZone()));
    assertThat(mail.lines(100)).hasSize(8).startsWith("Return-Path: <anna@kolleg.de>");
    assertThat(mail.lines(2)).hasSize(2);
    assertThat(heard).containsExactly(new Delivery(List.of("bob"), mail));
  }

  /** RFC 3848: ESMTPA after AUTH, ESMTP after EHLO, SMTP after HELO; RFC 6531: UTF8SMTP. */
  @Test
  void theTraceNamesTheProtocol() throws IOException {
    try (Talk talk = new Talk(server)) {
      talk.reply();
      talk.say("HELO old");
      talk.mail("bob@kolleg.de", "x");
      assertThat(latin1("bob")).contains("from old (", "with SMTP id");
    }
    try (Talk talk = Talk.greeted(server)) {
      talk.mail("carol@kolleg.de", "x");
      assertThat(latin1("carol")).contains("with ESMTP id");
      talk.say("MAIL FROM:<jörg@kolleg.de> SMTPUTF8");
      talk.say("RCPT TO:<anna@kolleg.de>");
      talk.say("DATA");
      talk.say(".");
      assertThat(only("anna").lines(3))
          .startsWith("Return-Path: <jörg@kolleg.de>")
          .contains("\tby mail.kolleg.de with UTF8SMTP id P0003");
    }
  }

  /** RFC 5321 section 4.5.2. */
  @Test
  void stuffedDotsAreTakenOutAndNothingElseIsChanged() throws IOException {
    String text =
        "Subject: x\r\n\r\n..\r\n..zwei\r\n...\r\n.eins\r\na.b\r\n\r\n \r\nQUIT\r\n\t.\r\n. ";
    try (Talk talk = Talk.greeted(server)) {
      talk.mail("bob@kolleg.de", text);
    }
    assertThat(latin1("bob"))
        .endsWith(
            "Subject: x\r\n\r\n.\r\n.zwei\r\n..\r\neins\r\na.b\r\n\r\n \r\nQUIT\r\n\t.\r\n \r\n");
  }

  @Test
  void everyOctetSurvives() throws IOException {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 256; c++) {
      all.append(c == '\n' ? "" : c).append(c == '\r' ? "-" : "");
    }
    String text = "Subject: x\r\n\r\n" + all + "\r\n" + "ü".repeat(30_000);
    try (Talk talk = Talk.greeted(server)) {
      talk.mail("bob@kolleg.de", text);
    }
    assertThat(latin1("bob")).endsWith(text + "\r\n");
  }

  /** What would let a mail be smuggled in through a server that takes other line endings. */
  @Test
  void onlyTheDotBetweenCrLfEndsTheText() throws IOException {
    String text = "a\n.\nb\r.\rc\n.\r\nd\r\n.\ne\r\n.\rf\r\r\n.\r\r\nMAIL FROM:<evil@x>\r\n";
    try (Talk talk = Talk.greeted(server)) {
      assertThat(talk.mail("bob@kolleg.de", text)).startsWith("250 2.0.0 ");
      assertThat(talk.say("NOOP")).startsWith("250 2.0.0 Ok");
    }
    // The stuffed dot in front of LF, CR f and CR CR LF is taken out, those behind a bare LF stay.
    assertThat(latin1("bob"))
        .endsWith("a\n.\nb\r.\rc\n.\r\nd\r\n\ne\r\n\rf\r\r\n\r\r\nMAIL FROM:<evil@x>\r\n\r\n");
  }

  @Test
  void anEmptyTextIsAMail() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.say("MAIL FROM:<>");
      talk.say("RCPT TO:<bob@kolleg.de>");
      talk.say("DATA");
      assertThat(talk.say(".")).startsWith("250 2.0.0 ");
    }
    assertThat(latin1("bob")).startsWith("Return-Path: <>\r\n").endsWith("+0100\r\n");
    assertThat(only("bob").subject()).isEmpty();
  }

  @Test
  void aMailToSeveralLiesInEachMailboxOnceAndTellsNobodyOfTheOthers() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.say("MAIL FROM:<anna@kolleg.de>");
      talk.say("RCPT TO:<bob@kolleg.de>");
      talk.say("RCPT TO:<BOB@example.com>");
      talk.say("RCPT TO:<carol@kolleg.de>");
      talk.say("RCPT TO:<nobody@kolleg.de>");
      talk.say("DATA");
      talk.say("Subject: x\r\n.");
    }
    assertThat(only("bob")).isSameAs(only("carol"));
    assertThat(server.mailboxes().list("anna").orElseThrow()).isEmpty();
    assertThat(latin1("bob")).doesNotContain("for <");
    assertThat(only("bob").envelope().recipients())
        .containsExactly("bob@kolleg.de", "BOB@example.com", "carol@kolleg.de");
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).mailboxes()).containsExactly("bob", "carol");
    assertThat(server.used()).isEqualTo(only("bob").cost());
  }

  @Test
  void theListReachesAllAndThePostmasterHasAMailboxOfHisOwn() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.mail("klasse@kolleg.de", "x");
      talk.mail("Postmaster", "y");
    }
    assertThat(server.mailboxes().names()).containsExactly("anna", "bob", "carol", "postmaster");
    for (String name : server.mailboxes().names()) {
      assertThat(only(name).size()).isPositive();
    }
    assertThat(server.mailboxes().list("nobody")).isEmpty();
    assertThat(server.mailboxes().mail("Bob", 1)).isPresent();
    assertThat(server.mailboxes().mail("bob", 0)).isEmpty();
    assertThat(server.mailboxes().mail("bob", 2)).isEmpty();
  }

  @Test
  void theSubjectIsUnfoldedAndComesFromTheHeaderOnly() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.mail(
          "anna@kolleg.de", "SUBJECT: =?UTF-8?Q?G=C3=BC?=\r\n =?UTF-8?Q?te?=\r\n\tx\r\nTo: b");
      talk.mail("bob@kolleg.de", "To: b\r\n\r\nSubject: body");
      talk.mail("carol@kolleg.de", "Subject: " + "x\r\n ".repeat(5_000));
    }
    assertThat(only("anna").subject()).isEqualTo("=?UTF-8?Q?G=C3=BC?= =?UTF-8?Q?te?=\tx");
    assertThat(only("bob").subject()).isEmpty();
    assertThat(only("carol").subject()).startsWith("x x x").hasSizeLessThanOrEqualTo(1_000);
  }

  /** RFC 3461 section 5.2.3 and RFC 3464. */
  @Test
  void whoAsksForAReportGetsOneIfThisIsTheirServer() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.say("MAIL FROM:<anna@kolleg.de> RET=HDRS ENVID=QQ+2B1+0A");
      talk.say("RCPT TO:<bob@kolleg.de> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;bobby@kolleg.de");
      talk.say("RCPT TO:<carol@kolleg.de> NOTIFY=FAILURE");
      talk.say("RCPT TO:<klasse@kolleg.de> NOTIFY=SUCCESS");
      talk.say("DATA");
      talk.send("Subject: Frage\r\n\r\nText\r\n.\r\n");
      talk.reply();
      talk.say("RSET");
      talk.say("MAIL FROM:<x@elsewhere.org>");
      talk.say("RCPT TO:<carol@kolleg.de> NOTIFY=SUCCESS");
      talk.say("DATA");
      talk.say(".");
    }
    List<StoredMail> annas = server.mailboxes().list("anna").orElseThrow();
    assertThat(annas).extracting(StoredMail::id).containsExactly("P0001", "P0002");
    StoredMail report = annas.get(1);
    assertThat(report.subject()).isEqualTo("Your mail was delivered");
    assertThat(report.envelope().reversePath()).isEmpty();
    assertThat(report.lines(100))
        .startsWith("Return-Path: <>")
        .contains("Content-Type: multipart/report; report-type=delivery-status;")
        .contains("Original-Envelope-Id: QQ+1+0A")
        .containsSequence(
            "Original-Recipient: rfc822;bobby@kolleg.de",
            "Final-Recipient: rfc822; bob@kolleg.de",
            "Action: delivered",
            "Status: 2.1.5",
            "",
            "Final-Recipient: rfc822; klasse@kolleg.de",
            "Action: expanded",
            "Status: 2.1.5")
        .endsWith("Subject: Frage", "--report-P0002--")
        .noneMatch(line -> line.contains("carol") || line.contains("Text"));
    assertThat(server.used()).isEqualTo(heard.stream().mapToLong(d -> d.mail().cost()).sum());
  }
}
