package smtpterm.cli;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import smtpterm.screen.Layout;
import smtpterm.server.CertificateAuthority;
import smtpterm.server.Delivery;
import smtpterm.server.Happening;
import smtpterm.server.NoCertificate;
import smtpterm.server.Onlooker;
import smtpterm.shell.Board;
import smtpterm.text.Texts;

/**
 * Shows on a board what happens at a server. The clients never wait for the board: where it stands
 * still, lines are left out, and their number is told.
 */
final class LiveLog implements Onlooker, AutoCloseable {
  /** Lines that may wait for the board. */
  private static final int MOST_WAITING = 5_000;

  private static final long TICK_MILLIS = 500;
  private static final long LAST_LINES_MILLIS = 700;

  private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong leftOut = new AtomicLong();
  private final Board board;
  private final Layout layout;
  private final LogLines lines;
  private final Texts texts;
  private final Clock clock;
  private final Thread writer = new Thread(this::write, "smtpterm-log");
  private volatile Runnable tick = () -> {};
  private volatile boolean ending;

  /** Lines for the board; those of the log itself are cut where the window ends. */
  private record Entry(List<String> lines, boolean cut) {}

  LiveLog(Board board, Layout layout, Texts texts, Clock clock) {
    this.board = board;
    this.layout = layout;
    this.lines = new LogLines(layout.look(), texts);
    this.texts = texts;
    this.clock = clock;
    writer.setDaemon(true);
    writer.start();
  }

  /** What to do now and then besides, such as bringing the status up to date. */
  void onTick(Runnable action) {
    tick = action;
  }

  /** Says something in the name of smtpterm, in its turn. */
  void note(String sentence) {
    put(new Entry(layout.note(sentence), false));
  }

  /** Shows lines in their turn, all of them. */
  void show(List<String> all) {
    put(new Entry(all, false));
  }

  @Override
  public void happened(Happening happening) {
    put(new Entry(List.of(lines.line(happening, LocalTime.now(clock))), true));
  }

  @Override
  public void delivered(Delivery delivery) {
    put(new Entry(List.of(lines.line(delivery, LocalTime.now(clock))), true));
  }

  @Override
  public void certified(CertificateAuthority authority) {
    note(texts.say("cli.serve.tls.ready", authority.file()));
    note(texts.say("cli.serve.tls.fingerprint", authority.fingerprint()));
  }

  @Override
  public void withoutTls(NoCertificate why) {
    note(
        switch (why.reason()) {
          case NO_KEYTOOL -> texts.say("cli.serve.tls.no-keytool");
          case KEYTOOL_FAILED -> texts.say("cli.serve.tls.keytool-failed", why.getMessage());
          case FOLDER -> texts.say("cli.serve.tls.folder", why.getMessage());
          case BUSY -> texts.say("cli.serve.tls.busy");
        });
  }

  private void put(Entry entry) {
    if (!waiting.offer(entry)) {
      leftOut.incrementAndGet();
    }
  }

  private void write() {
    try {
      while (!ending || !waiting.isEmpty()) {
        Entry entry = waiting.poll(ending ? 0 : TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (entry != null) {
          show(entry);
        }
        long missing = leftOut.getAndSet(0);
        if (missing > 0) {
          board.show(layout.note(texts.say("cli.log.left-out", missing)));
        }
        if (waiting.isEmpty()) {
          tick.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(Entry entry) {
    if (entry.cut()) {
      entry.lines().forEach(board::showCut);
    } else {
      board.show(entry.lines());
    }
  }

  /** Shows what still waits, if the board takes it soon. */
  @Override
  public void close() {
    ending = true;
    try {
      writer.join(LAST_LINES_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
