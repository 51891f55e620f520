package smtpterm.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A mail server to practise with: {@code PracticeServer.start(Settings.standard(), d -> {})}
 * listens on 127.0.0.1 port 2525 until it is closed.
 *
 * <p>No other computer can reach it: it binds the loopback address and nothing else.
 */
public final class PracticeServer implements AutoCloseable {
  /** Ports that are tried in turn when the wanted one is taken. */
  private static final int PORTS_TRIED = 20;

  /** How long telling one client that the server is closing may take, and telling all of them. */
  private static final Duration FAREWELL = Duration.ofMillis(300);

  private static final Duration FAREWELLS = Duration.ofSeconds(1);

  /** How long the end of listening may take, in milliseconds. */
  private static final long END_AT_MOST = 2_000;

  private final Settings settings;
  private final PostOffice office;
  private final ServerSocket listening;
  private final Thread accepting;
  private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ScheduledThreadPoolExecutor watch;

  private PracticeServer(Settings settings, Consumer<Delivery> listener) throws IOException {
    this.settings = settings;
    this.office = new PostOffice(settings, listener);
    this.listening = new ServerSocket(settings.port(), 50, loopback());
    this.watch = new ScheduledThreadPoolExecutor(1, r -> daemon("practice-watch", r));
    // Else each answer would leave its cancelled time-out behind for five minutes.
    this.watch.setRemoveOnCancelPolicy(true);
    this.accepting = daemon("practice-smtp", this::accept);
    this.accepting.start();
  }

  /**
   * Starts a server.
   *
   * @param listener hears of each mail, on the thread of its client and before the client has its
   *     250; must be quick and throw nothing
   * @throws BindException when the port is taken
   * @throws IOException when there is no listening for another reason
   */
  public static PracticeServer start(Settings settings, Consumer<Delivery> listener)
      throws IOException {
    return new PracticeServer(
        Objects.requireNonNull(settings, "settings"), Objects.requireNonNull(listener, "listener"));
  }

  /** Like {@link #start}, but takes the next free port where the wanted one is taken. */
  public static PracticeServer startNear(Settings settings, Consumer<Delivery> listener)
      throws IOException {
    int last = settings.port() == 0 ? 0 : Math.min(65_535, settings.port() + PORTS_TRIED - 1);
    for (int port = settings.port(); port < last; port++) {
      try {
        return start(settings.withPort(port), listener);
      } catch (BindException e) {
        // Taken, so the next one.
      }
    }
    return start(settings.withPort(last), listener);
  }

  /** The port on which it listens for SMTP, 1 to 65535. */
  public int port() {
    return listening.getLocalPort();
  }

  /** What it was started with; see {@link #port} for the port that it got. */
  public Settings settings() {
    return settings;
  }

  /** The mails that came in. */
  public Mailboxes mailboxes() {
    return office.mailboxes();
  }

  /** Octets of the budget that are in use now. */
  long used() {
    return office.budget().used();
  }

  /** Ends all connections and stops listening; a second call does nothing. */
  @Override
  public void close() {
    drop(listening);
    // A client that is accepted at this very moment is closed by the accepting thread.
    long end = System.nanoTime() + FAREWELLS.toNanos();
    visits.forEach(visit -> visit.close(shorter(FAREWELL, end - System.nanoTime())));
    closed.countDown();
    watch.shutdownNow();
    awaitEnd();
  }

  /** While the thread is still inside accept, the system takes connections for it. */
  private void awaitEnd() {
    try {
      accepting.join(END_AT_MOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        // The visit closes it.
        @SuppressWarnings("resource")
        Socket client = listening.accept();
        admit(client);
      } catch (IOException e) {
        // This server was closed, or one client was gone at once, or there are no descriptors left.
        rest();
      }
    }
  }

  /** Waits a moment, so that a lasting error does not keep a processor busy. */
  private void rest() {
    try {
      closed.await(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(Socket client) throws IOException {
    if (visits.size() >= settings.clients()) {
      // Short enough for the buffer of a fresh connection, so this cannot block.
      Replies.TOO_MANY_CLIENTS.writeTo(client.getOutputStream());
      client.close();
      return;
    }
    Channel channel =
        new Channel(Channel.Role.SMTP, false, false, client.getInetAddress().getHostAddress());
    Visit visit = new Visit(client, new SmtpDialogue(office, channel), watch, settings.timeout());
    visits.add(visit);
    daemon(
            "practice-client",
            () -> {
              try {
                visit.run();
              } finally {
                visits.remove(visit);
              }
            })
        .start();
    if (listening.isClosed()) {
      visit.close(FAREWELL);
    }
  }

  private static Duration shorter(Duration time, long nanos) {
    return Duration.ofNanos(Math.max(0, Math.min(time.toNanos(), nanos)));
  }

  private static InetAddress loopback() throws IOException {
    // By number: what "localhost" means is for a file on this computer to say.
    return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private static void drop(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      // Closed is closed.
    }
  }
}
