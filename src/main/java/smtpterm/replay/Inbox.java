package smtpterm.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import smtpterm.session.Notice;
import smtpterm.session.Turn;

/** The replies of one connection until the player looks at them. Safe for several threads. */
final class Inbox implements Consumer<Notice> {
  private final Audience audience;
  private final Masks masks;
  private final Deque<Turn> answers = new ArrayDeque<>();
  private final Deque<Turn> unasked = new ArrayDeque<>();
  private long answered;
  private boolean ended;

  Inbox(Audience audience, Masks masks) {
    this.audience = audience;
    this.masks = masks;
  }

  @Override
  public void accept(Notice notice) {
    audience.heard(masks.masked(notice));
    synchronized (this) {
      if (notice instanceof Notice.Replied replied) {
        boolean asked = replied.turn().asked().isPresent();
        (asked ? answers : unasked).add(replied.turn());
        answered += asked ? 1 : 0;
      }
      ended |= notice instanceof Notice.Ended;
      notifyAll();
    }
  }

  /** How many answers have come on this connection. */
  synchronized long answered() {
    return answered;
  }

  /** The answers that came since this was asked last, in their order. */
  synchronized List<Turn> takeAnswers() {
    List<Turn> taken = new ArrayList<>(answers);
    answers.clear();
    return taken;
  }

  /** A reply that nobody asked for, if one came. */
  synchronized Optional<Turn> takeUnasked() {
    return Optional.ofNullable(unasked.poll());
  }

  /** Waits for a reply that nobody asked for, until the end of the connection or of the time. */
  synchronized Optional<Turn> awaitUnasked(Duration longest, BooleanSupplier stopped) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      while (unasked.isEmpty() && !ended && !stopped.getAsBoolean()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          break;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return takeUnasked();
  }

  /** Makes {@link #awaitUnasked} look again. */
  synchronized void wake() {
    notifyAll();
  }
}
