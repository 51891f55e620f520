package smtpterm.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Begins TLS on a connection that stands: {@code ClientHello} to {@code Finished}, in time. */
final class Handshake {
  private final Endpoint endpoint;
  private final TlsSettings settings;
  private final Verifier verifier;
  private final ClientKeys keys;

  /**
   * @param endpoint as the user typed it; the certificate is checked for its host
   */
  Handshake(Endpoint endpoint, TlsSettings settings) {
    this.endpoint = endpoint;
    this.settings = settings;
    this.verifier = new Verifier(settings.trust(), endpoint);
    this.keys = new ClientKeys(settings.certificate());
  }

  /** The encrypted connection, and what is known about it. */
  record Secured(SSLSocket socket, TlsInfo info) {}

  /**
   * Shakes hands. The plain socket must not be used any more, whatever comes of it.
   *
   * @throws TlsFailure when it fails; the connection is closed then
   */
  Secured over(Socket plain) throws TlsFailure {
    long start = System.nanoTime();
    Limit limit = new Limit(plain, settings.deadline());
    try (limit) {
      SSLSocket socket = layered(plain);
      limit.start();
      socket.startHandshake();
      return new Secured(socket, info(socket.getSession(), start));
    } catch (IOException e) {
      // Its own alert is on the way already, if there is one to send.
      close(plain);
      throw new TlsFailure(trouble(e, limit.passed(), start), e);
    }
  }

  private SSLSocket layered(Socket plain) throws IOException {
    SSLContext context;
    try {
      // A context of its own for each connection: a resumed session would skip the check.
      context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, new TrustManager[] {verifier}, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    // The rules for names are those of HTTPS (RFC 7817 refers to RFC 6125, as HTTPS does).
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    settings
        .version()
        .ifPresent(version -> parameters.setProtocols(new String[] {version.library()}));
    settings.sni().ifPresent(name -> parameters.setServerNames(List.of(new SNIHostName(name))));
    socket.setSSLParameters(parameters);
    return socket;
  }

  private TlsTrouble trouble(IOException e, boolean late, long start) {
    if (late) {
      return TlsTrouble.of(
          TlsTrouble.Kind.TIMED_OUT, Long.toString(settings.deadline().toSeconds()));
    }
    Optional<TlsCheck> refused =
        verifier.check().filter(check -> check.basis() == TlsCheck.Basis.REFUSED);
    return refused.isPresent()
        ? new TlsTrouble(
            TlsTrouble.Kind.CERTIFICATE,
            refused.get().detail(),
            Optional.of(info("", "", refused.get(), start)))
        : TlsTrouble.of(e);
  }

  private TlsInfo info(SSLSession session, long start) {
    // Every suite that is left in the library has a certificate.
    TlsCheck check = verifier.check().orElseThrow();
    return info(session.getProtocol(), session.getCipherSuite(), check, start);
  }

  private TlsInfo info(String protocol, String cipher, TlsCheck check, long start) {
    return new TlsInfo(
        protocol,
        cipher,
        endpoint.host(),
        verifier.chain(),
        check,
        keys.use(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is given up anyway.
    }
  }

  /**
   * Closes a socket when the time is up: a time-out of the socket would begin anew with each octet
   * of a server that dribbles.
   */
  private static final class Limit implements Closeable {
    private final Socket socket;
    private final Duration time;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean passed;

    Limit(Socket socket, Duration time) {
      this.socket = socket;
      this.time = time;
    }

    void start() {
      Thread thread = new Thread(this::watch, "smtpterm-handshake-limit");
      thread.setDaemon(true);
      thread.start();
    }

    private void watch() {
      try {
        if (!done.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
          passed = true;
          Handshake.close(socket);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    boolean passed() {
      return passed;
    }

    @Override
    public void close() {
      done.countDown();
    }
  }
}
