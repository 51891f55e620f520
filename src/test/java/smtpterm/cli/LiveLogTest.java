package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smtpterm.protocol.Secrecy;
import smtpterm.screen.Layout;
import smtpterm.screen.Look;
import smtpterm.server.Guest;
import smtpterm.server.Happening;
import smtpterm.server.Service;
import smtpterm.shell.Board;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Whoever talks to the server does not wait for whoever watches. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LiveLogTest {
  private static final int FLOOD = 20_000;

  /** A window that somebody holds still. */
  private static final class Held implements Board {
    private final CountDownLatch free = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final List<String> shown = new CopyOnWriteArrayList<>();

    @Override
    public int columns() {
      return 0;
    }

    @Override
    public boolean plain() {
      return true;
    }

    @Override
    public void show(List<String> lines) {
      shown.addAll(lines);
      if (lines.toString().contains("are missing")) {
        told.countDown();
      }
    }

    @Override
    public void showCut(String line) {
      try {
        free.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      shown.add(line);
    }

    @Override
    public void status(String text) {
      shown.add(text);
    }

    @Override
    public int key() {
      return -1;
    }

    @Override
    public void close() {
      free.countDown();
    }
  }

  @Test
  void aFloodIsCutAndCountedAndHoldsNobodyUp() throws InterruptedException {
    Held board = new Held();
    Layout layout = new Layout(Look.plain(true));
    try (LiveLog log = new LiveLog(board, layout, new Texts(Language.ENGLISH), Clock.systemUTC())) {
      Guest guest = new Guest(1, Service.SMTP, "127.0.0.1", "", false);
      for (int i = 0; i < FLOOD; i++) {
        log.happened(new Happening(guest, Happening.Kind.CLIENT, "NOOP", Secrecy.NOTHING, 1));
      }
      board.close();
      board.told.await();
    }
    long lines = board.shown.stream().filter(line -> line.endsWith("C: NOOP")).count();
    long missing =
        board.shown.stream()
            .filter(line -> line.contains("are missing"))
            .mapToLong(line -> Long.parseLong(line.split(" ", -1)[1]))
            .sum();
    assertThat(lines).isBetween(1_000L, 10_000L);
    assertThat(lines + missing).isEqualTo(FLOOD);
  }
}
