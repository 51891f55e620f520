package smtpterm.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import smtpterm.protocol.Patience;
import smtpterm.session.Client;
import smtpterm.session.Ending;
import smtpterm.session.Notice;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.wire.ConnectFailure;
import smtpterm.wire.Connection;
import smtpterm.wire.TlsFailure;
import smtpterm.wire.TlsInfo;
import smtpterm.wire.TlsSettings;
import smtpterm.wire.TlsTrouble;

/** The connection that the terminal has or had, and the way to the next one. */
final class Conversation {
  private final Terms usual;
  private final Settings settings;
  private final Recording recording;
  private final Consumer<Notice> listener;
  private volatile Optional<Client> client = Optional.empty();
  private volatile Optional<Place> place = Optional.empty();
  private volatile Optional<TlsTrouble> trouble = Optional.empty();
  private volatile boolean leaving;
  private final AtomicInteger presses = new AtomicInteger();

  /** How many presses of Ctrl-C have had their effect. */
  private volatile int heeded;

  private volatile boolean loopback = true;
  private volatile boolean distrusted;
  private volatile Runnable breakOff = () -> {};

  /**
   * @param usual how to connect to a server of which nothing else is known
   * @param recording hears everything first, so that it is written before it is seen
   * @param listener is told what happens, as {@link Client} tells it
   */
  Conversation(Terms usual, Settings settings, Recording recording, Consumer<Notice> listener) {
    this.usual = usual;
    this.settings = settings;
    this.recording = recording;
    this.listener =
        notice -> {
          recording.hear(notice);
          if (!leaving) {
            listener.accept(notice);
          }
        };
  }

  /** What connecting tells on its way. */
  interface Progress {
    void trying(String address, int number);

    void connected(Connection connection);
  }

  /** The attempt was broken off by the user. */
  static final class BrokenOff extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Connects; blocks until it is done, fails, or {@link #stopWaiting} is called. */
  void connect(Place to, Progress progress) throws ConnectFailure, TlsFailure, BrokenOff {
    connect(to, to.terms().tls(), progress);
  }

  /** A server of which nothing is known but where it is. */
  Place at(Target target) {
    return new Place(target, usual, "");
  }

  /**
   * Connects once more to where the last connection went, with an exception for the certificate
   * that was refused there.
   *
   * @param fingerprint of that certificate
   */
  void connectExcepting(String fingerprint, Progress progress)
      throws ConnectFailure, TlsFailure, BrokenOff {
    Place last = place.orElseThrow();
    TlsSettings tls = last.terms().tls();
    connect(last, tls.with(tls.trust().excepting(fingerprint)), progress);
  }

  private void connect(Place to, TlsSettings how, Progress progress)
      throws ConnectFailure, TlsFailure, BrokenOff {
    prepare(to, how, listener, progress).start();
  }

  /**
   * Connects as {@link #connect(Place, Progress)} does, for somebody who starts the client.
   *
   * @param told is told what happens, in place of the terminal; {@link #tell} passes it on
   */
  Client prepare(Target to, Consumer<Notice> told, Progress progress)
      throws ConnectFailure, TlsFailure, BrokenOff {
    return prepare(at(to), usual.tls(), told, progress);
  }

  private Client prepare(Place to, TlsSettings how, Consumer<Notice> told, Progress progress)
      throws ConnectFailure, TlsFailure, BrokenOff {
    disconnect();
    place = Optional.of(to);
    settings.hold(to.terms());
    trouble = Optional.empty();
    client = Optional.empty();
    distrusted = false;
    CompletableFuture<Connection> opening = new CompletableFuture<>();
    ConnectAttempt attempt = new ConnectAttempt(progress);
    breakOff =
        () -> {
          opening.cancel(false);
          attempt.close();
        };
    // The look-up of a name cannot be interrupted, so it gets a thread that may be left behind.
    Thread thread = new Thread(() -> open(to, how, attempt, opening), "smtpterm-connect");
    thread.setDaemon(true);
    thread.start();
    Connection connection = result(opening);
    loopback = connection.loopback();
    progress.connected(connection);
    Client fresh = new Client(connection, to.target().dialect(), told, System::nanoTime, how);
    client = Optional.of(fresh);
    recording.connected(to.target());
    return fresh;
  }

  /** Tells the terminal what happened. */
  void tell(Notice notice) {
    listener.accept(notice);
  }

  private void open(
      Place to, TlsSettings how, ConnectAttempt attempt, CompletableFuture<Connection> opening) {
    try {
      Connection connection = to.terms().connector().open(to.target().endpoint(), attempt);
      attempt.opening(connection);
      if (to.target().tls()) {
        connection.secure(how);
      }
      if (!opening.complete(connection)) {
        connection.close();
      }
    } catch (ConnectFailure | TlsFailure e) {
      opening.completeExceptionally(e);
    }
  }

  private Connection result(CompletableFuture<Connection> opening)
      throws ConnectFailure, TlsFailure, BrokenOff {
    try {
      return opening.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TlsFailure failure) {
        trouble = Optional.of(failure.trouble());
        throw failure;
      }
      if (e.getCause() instanceof ConnectFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      breakOff.run();
      throw new BrokenOff();
    } catch (CancellationException e) {
      throw new BrokenOff();
    } finally {
      onBreak(null);
    }
  }

  /** Cuts the connection, if there is one, without a word. */
  void disconnect() {
    client.ifPresent(Client::close);
  }

  /** Cuts the connection because the program ends: nobody needs to hear of it. */
  void leave() {
    leaving = true;
    disconnect();
  }

  /** What Ctrl-C does besides, from now on; null for nothing. */
  void onBreak(Runnable action) {
    breakOff = action == null ? () -> {} : action;
    if (action == null) {
      heeded = presses.get();
    }
  }

  /** Makes whoever waits for the server come back; for Ctrl-C. */
  void stopWaiting() {
    presses.incrementAndGet();
    breakOff.run();
    client.ifPresent(Client::stopWaiting);
  }

  /** The client of a connection that still stands. */
  Optional<Client> client() {
    return client.filter(c -> c.view().ending().isEmpty());
  }

  /** How the conversation stands or ended; empty before the first. */
  Optional<SessionView> view() {
    return client.map(Client::view);
  }

  /** Whether lines can be sent. */
  boolean open() {
    return client().isPresent();
  }

  /** Where the last connection went or was to go. */
  Optional<Target> target() {
    return place.map(Place::target);
  }

  /** The server to which the last connection went or was to go. */
  Optional<Place> place() {
    return place;
  }

  /** What was wrong with TLS when the last connection ended, or never came about. */
  Optional<TlsTrouble> trouble() {
    return trouble.or(() -> view().flatMap(SessionView::ending).flatMap(Ending::trouble));
  }

  /** How the connection is encrypted; empty while it is not. */
  Optional<TlsInfo> tls() {
    return view().flatMap(SessionView::tls);
  }

  /** Whether the user wants no login and no mail here, because nothing encrypts them. */
  boolean tlsMissing() {
    return settings.tlsRequired() && tls().isEmpty();
  }

  /** Whether others could listen in: not encrypted, and the server is not on this computer. */
  boolean overheard() {
    return !loopback && tls().isEmpty();
  }

  /** The server has claimed a login that it did not prove: nothing it says can be believed. */
  void distrust() {
    distrusted = true;
  }

  /** Whether {@link #distrust} was called since the connection began. */
  boolean distrusted() {
    return distrusted;
  }

  /** What was said so far. */
  Recording recording() {
    return recording;
  }

  /** Waits until all is answered, the end, Ctrl-C, or for so long. */
  Client.Waited await(Duration longest) {
    Client.Waited waited = client.map(c -> c.await(longest)).orElse(Client.Waited.ENDED);
    if (waited == Client.Waited.STOPPED) {
      heeded = presses.get();
    }
    return waited;
  }

  /** Whether Ctrl-C came while nobody waited for anything; told once. */
  boolean missedInterrupt() {
    int now = presses.get();
    boolean missed = now != heeded;
    heeded = now;
    return missed;
  }

  /** Waits as long as the server may take. */
  Client.Waited await() {
    return await(patience());
  }

  /** How long the server may take for what is asked now. */
  Duration patience() {
    return settings.timeout().or(() -> view().map(SessionView::patience)).orElse(Patience.USUAL);
  }
}
