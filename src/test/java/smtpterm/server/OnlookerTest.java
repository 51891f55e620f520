package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody who watches a server sees: everything, but no secret and no flood. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OnlookerTest {
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch left = new CountDownLatch(1);
  private PracticeServer server;

  /** Notes each happening in one line, with a bar where the secret starts. */
  private final class Noting implements Onlooker {
    @Override
    public void delivered(Delivery delivery) {
      seen.add("mail for " + delivery.mailboxes());
    }

    @Override
    public void happened(Happening h) {
      String text =
          h.secretFrom() < 0
              ? h.text()
              : h.text().substring(0, h.secretFrom()) + "|" + h.text().substring(h.secretFrom());
      seen.add((h.guest().user() + " " + h.kind() + " " + h.lines() + " " + text).strip());
      if (h.kind() == Happening.Kind.LEFT) {
        left.countDown();
      }
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = PracticeServer.start(Settings.standard().withPort(0), new Noting());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> seen() throws InterruptedException {
    assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
    return seen;
  }

  @Test
  void aWholeConversationIsSeenInItsOrder() throws Exception {
    int offers;
    try (Talk talk = new Talk(server)) {
      talk.reply();
      talk.send("EHLO laptop\r\n");
      offers = talk.reply().size();
      talk.say("AUTH PLAIN AGFubmEAZ2VoZWlt");
      talk.mail("bob@kolleg.de", "Subject: x\r\n\r\nAUTH PLAIN abc");
      talk.say("QUIT");
    }
    assertThat(seen())
        .containsExactly(
            "CAME 0",
            "SERVER 1 220 mail.kolleg.de ESMTP smtpterm practice server",
            "CLIENT 1 EHLO laptop",
            "SERVER " + offers + " 250-mail.kolleg.de greets laptop",
            "CLIENT 1 AUTH PLAIN |AGFubmEAZ2VoZWlt",
            "SERVER 1 235 2.7.0 Authentication successful",
            "anna CLIENT 1 MAIL FROM:<anna@kolleg.de>",
            "anna SERVER 1 250 2.1.0 Ok",
            "anna CLIENT 1 RCPT TO:<bob@kolleg.de>",
            "anna SERVER 1 250 2.1.5 Ok",
            "anna CLIENT 1 DATA",
            "anna SERVER 1 354 End data with <CR><LF>.<CR><LF>",
            "anna TEXT 3 .",
            "mail for [bob]",
            "anna SERVER 1 250 2.0.0 Ok: queued as P0001",
            "anna CLIENT 1 QUIT",
            "anna SERVER 1 221 2.0.0 Bye",
            "anna LEFT 0");
  }

  @Test
  void passwordsAreSecretWhereverTheyStand() throws Exception {
    try (Talk talk = Talk.greeted(server)) {
      talk.say("AUTH LOGIN");
      talk.say("YW5uYQ==");
      talk.say("ZmFsc2No");
      talk.say("AUTH LOGIN YW5uYQ==");
      talk.say("Z2VoZWlt");
      talk.say("AUTH PLAIN");
      talk.say("PASS geheim");
      talk.say("QUIT");
    }
    assertThat(seen().stream().filter(s -> s.contains("CLIENT")))
        .containsExactly(
            "CLIENT 1 EHLO laptop",
            "CLIENT 1 AUTH LOGIN",
            "CLIENT 1 YW5uYQ==",
            "CLIENT 1 |ZmFsc2No",
            "CLIENT 1 AUTH LOGIN YW5uYQ==",
            "CLIENT 1 |Z2VoZWlt",
            "anna CLIENT 1 AUTH PLAIN",
            "anna CLIENT 1 PASS |geheim",
            "anna CLIENT 1 QUIT");
  }

  @Test
  void whatIsNoEndOfTheTextForTheServerIsNoneForTheOnlooker() throws Exception {
    try (Talk talk = Talk.greeted(server)) {
      talk.mail("bob@kolleg.de", "a\n.\nQUIT\n.\r\nb");
      talk.say("QUIT");
    }
    assertThat(seen().stream().filter(s -> s.contains("CLIENT") || s.contains("TEXT")))
        .containsExactly(
            "CLIENT 1 EHLO laptop",
            "CLIENT 1 MAIL FROM:<anna@kolleg.de>",
            "CLIENT 1 RCPT TO:<bob@kolleg.de>",
            "CLIENT 1 DATA",
            "TEXT 5 .",
            "CLIENT 1 QUIT");
  }

  @Test
  void anEndlessLineIsCut() throws Exception {
    try (Talk talk = Talk.greeted(server)) {
      talk.say("NOOP " + "x".repeat(100_000));
      talk.say("QUIT");
    }
    assertThat(seen()).allMatch(line -> line.length() < 450).anyMatch(l -> l.contains("NOOP xxx"));
  }
}
