package smtpterm.replay;

import java.io.Closeable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import smtpterm.session.Client;

/**
 * Cuts a connection whose server does not read what is sent: a write would wait for it without end,
 * and no wait for a reply can bound that.
 */
final class Guard implements Closeable {
  /** RFC 5321 section 4.5.3.2.5: three minutes for a block of the message. */
  private static final Duration USUAL = Duration.ofMinutes(3);

  private static final long LOOK_MILLIS = 100;

  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "smtpterm-guard");
            thread.setDaemon(true);
            return thread;
          });

  private volatile Optional<Client> writing = Optional.empty();
  private volatile long deadline;
  private volatile boolean struck;
  private Future<?> looking = CompletableFuture.completedFuture(null);

  /** Begins to look. */
  void start() {
    looking =
        watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    Optional<Client> client = writing;
    if (client.isPresent() && System.nanoTime() - deadline > 0) {
      struck = true;
      writing = Optional.empty();
      client.get().close();
    }
  }

  /** How long a write may take. */
  static Duration patience(Optional<Duration> limit) {
    return limit.orElse(USUAL);
  }

  /** A write begins, or has got on. */
  void writing(Client client, Duration longest) {
    deadline = System.nanoTime() + longest.toNanos();
    writing = Optional.of(client);
  }

  /** The write is done. */
  void written() {
    writing = Optional.empty();
  }

  /** Whether a connection was cut. */
  boolean struck() {
    return struck;
  }

  @Override
  public void close() {
    looking.cancel(false);
    watch.shutdown();
  }
}
