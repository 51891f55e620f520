package smtpterm.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.Settings;

/**
 * How many mails the practice server takes by SMTP and gives by POP3 in a second. No test: run it
 * with
 *
 * <pre>mvn -q -Dquick -DskipTests package
 * java -Xmx64m -cp target/test-classes:target/smtpterm.jar smtpterm.bench.ServerBenchmark</pre>
 */
public final class ServerBenchmark {
  private static final int ROUNDS = 5;

  private final PracticeServer server;
  private final ExecutorService pool;
  private final int clients;

  private ServerBenchmark(PracticeServer server, ExecutorService pool, int clients) {
    this.server = server;
    this.pool = pool;
    this.clients = clients;
  }

  /** Prints mails and mebibytes a second for small and large mails, one client and ten of them. */
  public static void main(String[] arguments) throws Exception {
    for (int clients : new int[] {1, 10}) {
      ExecutorService pool = Executors.newFixedThreadPool(clients);
      try (PracticeServer server = PracticeServer.start(Settings.standard().withPort(0), d -> {})) {
        ServerBenchmark benchmark = new ServerBenchmark(server, pool, clients);
        benchmark.measure(1_000, 1_000);
        benchmark.measure(50, 1_048_576);
      } finally {
        pool.shutdownNow();
      }
    }
  }

  /** What one client does, so many times. */
  @FunctionalInterface
  private interface Part {
    void play(int mails) throws IOException;
  }

  private void measure(int mails, int size) throws Exception {
    String text = ("x".repeat(76) + "\r\n").repeat(Math.max(1, size / 78)) + ".\r\n";
    for (int round = 1; round <= ROUNDS; round++) {
      double sent = seconds(mails, count -> send(text, count));
      double fetched = seconds(1, once -> fetchAll());
      System.out.printf(
          Locale.ROOT,
          "%2d clients, %4d mails of %7d octets: SMTP %7.0f/s %6.1f MiB/s   POP3 %7.0f/s %6.1f MiB/s%n",
          clients,
          mails,
          text.length(),
          mails / sent,
          mails * (double) text.length() / sent / 1_048_576,
          mails / fetched,
          mails * (double) text.length() / fetched / 1_048_576);
    }
  }

  /** How long all clients together take, if each plays its share. */
  private double seconds(int mails, Part part) throws Exception {
    List<Callable<Void>> parts = new ArrayList<>();
    for (int i = 0; i < Math.min(clients, mails); i++) {
      parts.add(
          () -> {
            part.play(mails / Math.min(clients, mails));
            return null;
          });
    }
    long start = System.nanoTime();
    for (Future<Void> played : pool.invokeAll(parts)) {
      played.get();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void send(String text, int mails) throws IOException {
    try (Wire wire = new Wire(server.port(Service.SMTP))) {
      wire.line();
      wire.say("HELO laptop");
      for (int i = 0; i < mails; i++) {
        wire.say("MAIL FROM:<anna@kolleg.de>");
        wire.say("RCPT TO:<bob@kolleg.de>");
        wire.say("DATA");
        expect("250", wire.say(text.substring(0, text.length() - 2)));
      }
      wire.say("QUIT");
    }
  }

  /** Empties bob's mailbox. */
  private void fetchAll() throws IOException {
    try (Wire wire = new Wire(server.port(Service.POP3))) {
      wire.line();
      wire.say("USER bob");
      wire.say("PASS topSecret");
      int mails = Integer.parseInt(wire.say("STAT").split(" ", -1)[1]);
      for (int number = 1; number <= mails; number++) {
        expect("+OK", wire.say("RETR " + number));
        String line = wire.line();
        while (!line.equals(".")) {
          line = wire.line();
        }
        wire.say("DELE " + number);
      }
      expect("+OK", wire.say("QUIT"));
    }
  }

  private static void expect(String beginning, String reply) {
    if (!reply.startsWith(beginning)) {
      throw new IllegalStateException(reply);
    }
  }

  /** Lines out and in. */
  private static final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 65_536);
      out = new BufferedOutputStream(socket.getOutputStream(), 65_536);
    }

    String say(String words) throws IOException {
      out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return line();
    }

    String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int octet = in.read(); octet != '\n'; octet = in.read()) {
        if (octet < 0) {
          throw new IOException("ended behind: " + line);
        }
        line.append((char) octet);
      }
      return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
