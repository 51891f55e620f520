package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of ten thousand commands. */
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
final class LongRunTest {
  private static final int COMMANDS = 10_000;

  private static String[] commands(String first) {
    String[] lines = new String[2 * COMMANDS + 1];
    lines[0] = first;
    for (int i = 0; i < COMMANDS; i++) {
      lines[2 * i + 1] = "C: MAIL FROM:<a@b>";
      lines[2 * i + 2] = "S: 250 /queued as (?<id>\\d+)/";
    }
    return lines;
  }

  /** Answers each line at once and keeps nothing. */
  private static Thread answering(ServerSocket socket) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket client = socket.accept();
                  BufferedReader in =
                      new BufferedReader(
                          new InputStreamReader(
                              client.getInputStream(), StandardCharsets.US_ASCII));
                  OutputStream out = client.getOutputStream()) {
                client.setTcpNoDelay(true);
                byte[] answer = "250 queued as 1\r\n".getBytes(StandardCharsets.US_ASCII);
                out.write("220 hi\r\n".getBytes(StandardCharsets.US_ASCII));
                while (in.readLine() != null) {
                  out.write(answer);
                }
              } catch (IOException e) {
                // The test is over.
              }
            },
            "answering");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static Outcome played(String first) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      answering(socket);
      Audience nobody = new Audience() {};
      Manner manner = Manner.usual().within(Duration.ofSeconds(20));
      String connect = "@connect 127.0.0.1:" + socket.getLocalPort();
      String[] lines = commands(connect + "\n" + first);
      return new Player(Run.plan(lines), new Run().stage(), nobody, manner).play();
    }
  }

  @Test
  void tenThousandCommandsLeaveNothingBehind() throws IOException {
    int before = Thread.activeCount();
    for (String first : new String[] {"# one by one", "@pipelining on"}) {
      Outcome outcome = played(first);
      assertThat(Run.failures(outcome)).isEmpty();
      assertThat(outcome.sent()).isEqualTo(COMMANDS);
    }
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(before + 4);
  }
}
