package smtpterm.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A server for one test, such as {@code RecordingServer.answering("220 hi\r\n", line -> "250
 * ok\r\n")}.
 *
 * <p>It listens on a free loopback port and takes any number of clients, each a {@link Peer}. Texts
 * are octets in UTF-8 and say their line ends themselves.
 */
public final class RecordingServer implements AutoCloseable {

  /** What the server does with one client; it runs on a thread of its own. */
  @FunctionalInterface
  public interface Conversation {
    /**
     * Talks until this returns; the connection stays open then. An IOException means that the
     * client left.
     */
    void hold(Peer peer) throws IOException;
  }

  private final ServerSocket socket;
  private final Conversation conversation;
  private final List<Peer> peers = new ArrayList<>();
  private boolean closed;

  private RecordingServer(Conversation conversation) throws IOException {
    this.conversation = conversation;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(this::accept, "recording server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** A server that does what the test writes down, step by step. */
  public static RecordingServer playing(Conversation conversation) throws IOException {
    return new RecordingServer(conversation);
  }

  /** A server that takes connections and says nothing but what the test sends. */
  public static RecordingServer silent() throws IOException {
    return playing(peer -> {});
  }

  /**
   * A server that greets and answers each line.
   *
   * @param answers from a line without its end to the answer; an empty one sends nothing
   */
  public static RecordingServer answering(String greeting, Function<String, String> answers)
      throws IOException {
    return playing(peer -> peer.greetAndAnswer(greeting, answers));
  }

  /** A server that says yes to every SMTP command and takes message text after DATA. */
  public static RecordingServer smtp() throws IOException {
    return smtp(Map.of());
  }

  /**
   * As {@link #smtp()}, with other answers to some commands.
   *
   * @param changed from a verb, such as {@code AUTH}, or {@code .} for the end of the text, to its
   *     answer; the empty one keeps the client waiting
   */
  public static RecordingServer smtp(Map<String, String> changed) throws IOException {
    return playing(peer -> peer.greetAndAnswer("220 mx.test ESMTP\r\n", new SmtpAnswers(changed)));
  }

  /** As {@link #smtp(Map)}, but it hangs up after its 221, as servers do. */
  public static RecordingServer smtpThatHangsUp(Map<String, String> changed) throws IOException {
    return playing(
        peer -> {
          peer.greetAndAnswer(
              "220 mx.test ESMTP\r\n",
              new SmtpAnswers(changed),
              answer -> answer.startsWith("221"));
          peer.close();
        });
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** The client that came first; waits for it. */
  public Peer peer() {
    return peer(0);
  }

  /** The client that came as number {@code index}, counted from 0; waits for it. */
  public synchronized Peer peer(int index) {
    Deadline.await(this, "client " + index, () -> peers.size() > index);
    return peers.get(index);
  }

  /** How many clients have come until now. */
  public synchronized int clients() {
    return peers.size();
  }

  /** Sends to the first client at once, whether it asked or not. */
  public void send(String text) throws IOException {
    peer().send(text);
  }

  /** Lets the first client's conversation go on behind its next {@link Peer#awaitRelease}. */
  public void release() {
    peer().release();
  }

  /** Every octet the first client has sent until now, as text. */
  public String received() {
    return peer().received();
  }

  /** Waits until the first client has sent the text somewhere in its octets. */
  public void awaitReceived(String text) {
    peer().awaitReceived(text);
  }

  /** Closes all; an assertion that failed in a conversation fails the test here. */
  @Override
  public void close() {
    List<Peer> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(peers);
    }
    Peer.closeQuietly(socket);
    all.forEach(Peer::end);
  }

  private void accept() {
    try {
      while (true) {
        add(socket.accept());
      }
    } catch (IOException serverClosed) {
      // The test is over.
    }
  }

  private synchronized void add(Socket client) throws IOException {
    if (closed) {
      client.close();
      return;
    }
    Peer peer = new Peer(client);
    peers.add(peer);
    peer.start(conversation);
    notifyAll();
  }
}
