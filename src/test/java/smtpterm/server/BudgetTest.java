package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The memory for mails is bounded, whatever comes in. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BudgetTest {
  private static final String LINE = "x".repeat(98) + "\r\n";

  private static final int MAXIMUM = 67_232;

  private PracticeServer server;

  @BeforeEach
  void start() throws IOException {
    Limits small = Limits.standard().withBudget(100_000).withLargestMail(MAXIMUM);
    server = PracticeServer.start(Settings.standard().withPort(0).withLimits(small), d -> {});
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String text(int octets) {
    // The end of the last line comes on top.
    return LINE.repeat((octets - 2) / 100) + "y".repeat((octets - 2) % 100);
  }

  @Test
  void aMailAsBigAsAnnouncedIsTakenAndOneOctetMoreIsNot() throws IOException {
    try (Talk talk = new Talk(server)) {
      talk.reply();
      talk.send("EHLO laptop\r\n");
      assertThat(talk.reply()).contains("250-SIZE " + MAXIMUM);
      assertThat(talk.say("MAIL FROM:<a@b> SIZE=" + (MAXIMUM + 1))).startsWith("552 5.3.4 ");
      assertThat(talk.mail("bob@kolleg.de", text(MAXIMUM + 1))).startsWith("552 5.3.4 ");
      assertThat(server.used()).isZero();
      assertThat(talk.mail("klasse@kolleg.de", text(MAXIMUM))).startsWith("250 2.0.0 ");
    }
    StoredMail mail = server.mailboxes().mail("bob", 1).orElseThrow();
    assertThat(mail.size()).isGreaterThan(MAXIMUM);
    // Of a large mail only the envelope and the trace are in memory.
    assertThat(server.used()).isEqualTo(mail.cost()).isBetween(500L, 2_000L);
  }

  @Test
  void aRefusedTextIsReadToItsDotAndNeverAsCommands() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      String commands = "MAIL FROM:<a@b>\r\nRCPT TO:<bob@kolleg.de>\r\nDATA\r\n..\r\nQUIT\r\n";
      assertThat(talk.mail("bob@kolleg.de", commands.repeat(3_000))).startsWith("552 5.3.4 ");
      assertThat(talk.say("RCPT TO:<bob@kolleg.de>")).startsWith("503 5.5.1 ");
      assertThat(talk.mail("bob@kolleg.de", commands + "x".repeat(70_000) + "\r\n" + commands))
          .startsWith("554 5.6.0 ");
      assertThat(talk.say("NOOP")).startsWith("250 ");
      assertThat(server.used()).isZero();
      assertThat(talk.mail("bob@kolleg.de", commands)).startsWith("250 ");
    }
    assertThat(server.mailboxes().list("bob").orElseThrow()).hasSize(1);
  }

  @Test
  void whenTheMailboxesAreFullMailAndTextSaySo() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      for (int i = 0; i < 3; i++) {
        assertThat(talk.mail("bob@kolleg.de", text(30_000))).startsWith("250 ");
      }
      assertThat(talk.say("MAIL FROM:<a@b> SIZE=30000")).startsWith("452 4.3.1 ");
      assertThat(talk.mail("bob@kolleg.de", text(30_000))).startsWith("452 4.3.1 ");
      assertThat(talk.mail("bob@kolleg.de", text(5_000))).startsWith("250 ");
    }
  }

  @Test
  void whenTheDiskIsFullLargeMailsAreNotTakenAndSmallOnesAre() throws IOException {
    int taken = 0;
    try (Talk talk = Talk.greeted(server)) {
      while (talk.mail("bob@kolleg.de", text(60_000)).startsWith("250 ")) {
        taken++;
      }
      assertThat(talk.say("MAIL FROM:<a@b> SIZE=60000")).startsWith("452 4.3.1 ");
      assertThat(talk.mail("bob@kolleg.de", text(100))).startsWith("250 ");
    }
    // Each takes two blocks of 32 KiB, and there are 16 times 100 000 octets on the disk.
    assertThat(taken).isEqualTo(24);
    assertThat(server.mailboxes().list("bob").orElseThrow().stream().map(StoredMail::size))
        .filteredOn(size -> size > 60_000)
        .hasSize(24);
  }

  @Test
  void envelopesCountToo() throws IOException {
    int taken = 0;
    try (Talk talk = Talk.greeted(server)) {
      talk.say("MAIL FROM:<>");
      for (int i = 0; i < 100; i++) {
        talk.say("RCPT TO:<@" + "x".repeat(60) + ":bob@kolleg.de>");
      }
      talk.say("DATA");
      assertThat(talk.say(".")).startsWith("250 ");
      while (talk.mail("bob@kolleg.de", "").startsWith("250 ")) {
        taken++;
      }
    }
    assertThat(taken).isBetween(20, 150);
  }

  @Test
  void aClientThatLeavesInTheMiddleGivesItsShareBack() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      talk.say("MAIL FROM:<a@b>");
      talk.say("RCPT TO:<bob@kolleg.de>");
      talk.say("DATA");
      talk.send(LINE.repeat(600));
      talk.halfClose();
      assertThat(talk.rest()).isEmpty();
    }
    assertThat(server.used()).isZero();
    assertThat(server.mailboxes().list("bob").orElseThrow()).isEmpty();
  }

  @Test
  void manyAtOnceNeverTakeMoreThanThereIs() throws Exception {
    int clients = 12;
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<Future<Integer>> accepted = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        accepted.add(pool.submit(this::sendTen));
      }
      int sum = 0;
      for (Future<Integer> one : accepted) {
        sum += one.get();
      }
      List<StoredMail> mails = server.mailboxes().list("bob").orElseThrow();
      assertThat(mails).hasSize(sum).hasSizeBetween(1, 19);
      assertThat(server.used())
          .isEqualTo(mails.stream().mapToLong(StoredMail::cost).sum())
          .isLessThanOrEqualTo(100_000);
    } finally {
      pool.shutdownNow();
    }
  }

  private int sendTen() throws IOException {
    int accepted = 0;
    try (Talk talk = Talk.greeted(server)) {
      for (int i = 0; i < 10; i++) {
        String reply = talk.mail("bob@kolleg.de", text(5_000));
        assertThat(reply).containsPattern("^(250 2\\.0\\.0|452 4\\.3\\.1) ");
        accepted += reply.startsWith("250") ? 1 : 0;
        assertThat(server.used()).isLessThanOrEqualTo(100_000);
      }
    }
    return accepted;
  }

  @Test
  void aBudgetIsNeverOverdrawn() {
    ByteBudget budget = new ByteBudget(10);
    assertThat(budget.take(10)).isTrue();
    assertThat(budget.take(1)).isFalse();
    assertThat(budget.take(0)).isTrue();
    budget.give(4);
    assertThat(budget.free()).isEqualTo(4);
    assertThat(budget.take(5)).isFalse();
    assertThat(budget.used()).isEqualTo(6);
  }

  @Test
  void aBudgetTooSmallForAMailIsRefused() {
    assertThatThrownBy(() -> Settings.standard().withBudget(65_535))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
