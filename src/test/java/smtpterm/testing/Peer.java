package smtpterm.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * One client of a {@link RecordingServer}. What it sends is recorded as it comes, whether a
 * conversation reads it or not. All methods may be called by the conversation and by the test.
 */
public final class Peer {

  /** So often the recorder looks up from its work, so that TLS can begin. */
  private static final int LOOK_UP_MILLIS = 20;

  private final Socket socket;
  private volatile Socket speaking;
  private volatile boolean securing;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private int read;
  private int releases;
  private boolean inputEnded;
  private boolean recorderPaused;
  private Thread talker;
  private Throwable failure;

  Peer(Socket socket) throws IOException {
    this.socket = socket;
    speaking = socket;
    socket.setTcpNoDelay(true);
  }

  void start(RecordingServer.Conversation conversation) {
    Thread recorder = new Thread(this::record, "recorder");
    talker = new Thread(() -> talk(conversation), "conversation");
    recorder.setDaemon(true);
    talker.setDaemon(true);
    recorder.start();
    talker.start();
  }

  /** Sends the text as it is, in UTF-8. */
  public void send(String text) throws IOException {
    sendOctets(text.getBytes(StandardCharsets.UTF_8));
  }

  public void sendOctets(byte... octets) throws IOException {
    synchronized (socket) {
      speaking.getOutputStream().write(octets);
    }
  }

  /** As {@link #secure(SSLContext, Consumer)}, with nothing special. */
  public void secure(SSLContext context) throws IOException {
    secure(context, tls -> {});
  }

  /**
   * Begins TLS as a server. What the client sends from now on is recorded as it was before it was
   * encrypted.
   *
   * @param change what else to ask of the connection, such as a certificate of the client
   * @throws IOException when the client does not want to
   */
  public void secure(SSLContext context, Consumer<SSLSocket> change) throws IOException {
    securing = true;
    synchronized (this) {
      Deadline.await(this, "the recorder to pause", () -> recorderPaused || inputEnded);
    }
    byte[] early;
    synchronized (this) {
      byte[] all = received.toByteArray();
      early = Arrays.copyOfRange(all, read, all.length);
      received.reset();
      received.write(all, 0, read);
    }
    socket.setSoTimeout(0);
    try {
      SSLSocket tls =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(socket, new ByteArrayInputStream(early), true);
      change.accept(tls);
      tls.startHandshake();
      synchronized (socket) {
        speaking = tls;
      }
    } finally {
      synchronized (this) {
        securing = false;
        notifyAll();
      }
    }
  }

  /** Sends the text in as many segments as it has octets. */
  public void sendOneByOne(String text) throws IOException {
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      sendOctets(octet);
    }
  }

  /**
   * Waits for the next line, which may end in CRLF or LF; returns it without its end, or null when
   * the client ended.
   */
  public synchronized String line() {
    Deadline.await(this, "a line", () -> inputEnded || lineFeed() >= 0);
    int end = lineFeed();
    if (end < 0) {
      return null;
    }
    String line = new String(received.toByteArray(), read, end - read, StandardCharsets.UTF_8);
    read = end + 1;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** Where the next line ends, or -1. */
  private int lineFeed() {
    byte[] all = received.toByteArray();
    for (int i = read; i < all.length; i++) {
      if (all[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /**
   * Begins TLS as a server that asks its client for a certificate.
   *
   * @param version the only one to speak, such as {@code TLSv1.3}
   * @param insisting whether a client without one is sent away
   * @return whom the certificate of the client is made out to, or {@code nobody}
   */
  public String secureAsking(SSLContext context, String version, boolean insisting)
      throws IOException {
    secure(
        context,
        tls -> {
          tls.setEnabledProtocols(new String[] {version});
          if (insisting) {
            tls.setNeedClientAuth(true);
          } else {
            tls.setWantClientAuth(true);
          }
        });
    try {
      return ((SSLSocket) speaking).getSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      return "nobody";
    }
  }

  /** Waits for the next line and asserts that it is this one. */
  public void expect(String line) {
    String actual = line();
    if (!line.equals(actual)) {
      throw new AssertionError("expected the line " + line + " but got " + actual);
    }
  }

  /** Answers line by line until the client ends. */
  void greetAndAnswer(String greeting, Function<String, String> answers) throws IOException {
    greetAndAnswer(greeting, answers, answer -> false);
  }

  /** Answers line by line until the client ends or an answer is the last one. */
  void greetAndAnswer(String greeting, Function<String, String> answers, Predicate<String> last)
      throws IOException {
    send(greeting);
    for (String line = line(); line != null; line = line()) {
      String answer = answers.apply(line);
      send(answer);
      if (last.test(answer)) {
        return;
      }
    }
  }

  /** Waits until the test calls {@link #release} once more. */
  public synchronized void awaitRelease() {
    Deadline.await(this, "a release by the test", () -> releases > 0 || socket.isClosed());
    releases = Math.max(0, releases - 1);
  }

  public synchronized void release() {
    releases++;
    notifyAll();
  }

  /** Everything the client has sent until now, decoded from UTF-8. */
  public String received() {
    return new String(receivedOctets(), StandardCharsets.UTF_8);
  }

  public synchronized byte[] receivedOctets() {
    return received.toByteArray();
  }

  /** Waits until the client has sent the text somewhere in its octets. */
  public synchronized void awaitReceived(String text) {
    String event = "the client to send \"" + text + "\"";
    Deadline.await(this, event, () -> inputEnded || received().contains(text));
    if (!received().contains(text)) {
      throw new AssertionError("the client ended without \"" + text + "\": " + received());
    }
  }

  /** Waits until the client has closed its side, and says what it had sent. */
  public synchronized String awaitEnd() {
    Deadline.await(this, "the client to close", () -> inputEnded);
    return received();
  }

  /** Ends this side only; the client may still send. */
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** Closes the connection in the orderly way. */
  public void close() {
    closeQuietly(speaking);
    closeQuietly(socket);
    synchronized (this) {
      notifyAll();
    }
  }

  /** Breaks the connection: the client sees "connection reset". */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    // Before TLS, if there is any, can say good-bye.
    closeQuietly(socket);
    close();
  }

  /** Closes, and throws what went wrong in the conversation. */
  void end() {
    close();
    Deadline.join(talker);
    if (failure != null) {
      throw new AssertionError(
          "the server's conversation failed: " + failure.getMessage(), failure);
    }
  }

  private void talk(RecordingServer.Conversation conversation) {
    try {
      conversation.hold(this);
    } catch (IOException clientLeft) {
      // A client may leave at any time; what it received and sent is for the test to judge.
    } catch (RuntimeException | AssertionError e) {
      failure = e;
      close();
    }
  }

  private void record() {
    byte[] buffer = new byte[8192];
    try {
      socket.setSoTimeout(LOOK_UP_MILLIS);
      for (int length = next(buffer); length >= 0; length = next(buffer)) {
        synchronized (this) {
          received.write(buffer, 0, length);
          notifyAll();
        }
      }
    } catch (IOException closedOrReset) {
      // For the record this is an end like any other.
    }
    synchronized (this) {
      inputEnded = true;
      notifyAll();
    }
  }

  /** Reads what comes next, and pauses while TLS begins. */
  private int next(byte[] buffer) throws IOException {
    while (true) {
      synchronized (this) {
        recorderPaused = securing;
        notifyAll();
        Deadline.await(this, "TLS to begin", () -> !securing);
        recorderPaused = false;
      }
      try {
        // Not closed here: that would close the socket, and this side may talk on after the
        // client's end.
        return speaking.getInputStream().read(buffer);
      } catch (SocketTimeoutException nothingYet) {
        // A look at whether TLS is to begin, and on.
      }
    }
  }

  static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to close.
    }
  }
}
