package smtpterm.server;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;

/** All clients that are here now: lets them in, up to a limit, and sees them off at the end. */
final class Lobby implements AutoCloseable {
  /** How long telling one client that the server is closing may take, and telling all of them. */
  private static final Duration FAREWELL = Duration.ofMillis(300);

  private static final Duration FAREWELLS = Duration.ofSeconds(1);

  private final PostOffice office;
  private final Cast cast;
  private final Optional<Encryption> encryption;
  private final Onlooker onlooker;
  private final Limits limits;
  private final Callers callers;
  private final AtomicLong count = new AtomicLong();
  private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor watch;
  private volatile boolean closed;

  /**
   * @param cast who speaks with the clients
   * @param encryption for a server that has TLS
   */
  Lobby(PostOffice office, Cast cast, Optional<Encryption> encryption, Onlooker onlooker) {
    this.office = office;
    this.cast = cast;
    this.onlooker = onlooker;
    this.encryption = encryption;
    this.limits = office.settings().limits();
    this.callers = new Callers(limits, System::nanoTime);
    this.watch = new ScheduledThreadPoolExecutor(1, r -> daemon("practice-watch", r));
    // Else each answer would leave its cancelled time-out behind for minutes.
    this.watch.setRemoveOnCancelPolicy(true);
  }

  /** Takes this client in, or tells it why not. */
  void admit(Socket client, Service service) throws IOException {
    String address = client.getInetAddress().getHostAddress();
    Channel channel = service.channel(encryption.isPresent(), address);
    Guest guest = new Guest(count.incrementAndGet(), service, address, "", channel.encrypted());
    Ear ear = new Ear(guest, service.dialect(), onlooker);
    if (visits.size() >= limits.clients()) {
      turnAway(client, channel, ear, Courtesy.TOO_MANY);
      return;
    }
    Optional<Caller> caller = callers.enter(address);
    if (caller.isEmpty()) {
      turnAway(client, channel, ear, Courtesy.TOO_MANY_FROM_HERE);
      return;
    }
    Dialogue dialogue =
        new Attended(cast.dialogue(service, office, channel), service.role(), caller.get(), ear);
    Duration patience = limits.patience(channel.role());
    ClientSocket socket = new ClientSocket(client, watch, patience);
    Visit visit = new Visit(socket, dialogue, channel, encryption, patience);
    visits.add(visit);
    daemon("practice-client", () -> hold(visit, caller.get(), ear)).start();
    // Closing may have looked at the visits just before.
    if (closed) {
      visit.close(FAREWELL);
    }
  }

  private void hold(Visit visit, Caller caller, Ear ear) {
    try {
      ear.note(Happening.Kind.CAME, "");
      visit.run();
      visit.trouble().ifPresent(why -> ear.note(Happening.Kind.NO_HANDSHAKE, why));
    } finally {
      visits.remove(visit);
      caller.leave();
      ear.note(Happening.Kind.LEFT, "");
    }
  }

  private static void turnAway(Socket client, Channel channel, Ear ear, Courtesy why)
      throws IOException {
    try (client) {
      ear.note(Happening.Kind.TURNED_AWAY, why.text());
      if (!channel.encrypted()) {
        // Short enough for the buffer of a fresh connection, so this cannot block.
        why.to(channel.role()).writeTo(client.getOutputStream());
      }
    }
  }

  /** How many clients are here now. */
  int clients() {
    return visits.size();
  }

  /** Tells every client that the server is closing, as far as they listen, and ends. */
  @Override
  public void close() {
    closed = true;
    long end = System.nanoTime() + FAREWELLS.toNanos();
    visits.forEach(visit -> visit.close(shorter(FAREWELL, end - System.nanoTime())));
    watch.shutdownNow();
  }

  private static Duration shorter(Duration time, long nanos) {
    return Duration.ofNanos(Math.max(0, Math.min(time.toNanos(), nanos)));
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
