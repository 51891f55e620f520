package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server from a file, as a class meets it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeScriptIT {
  private static final Pattern PORT = Pattern.compile("(?:SMTP|POP3) ([0-9]+)$");

  @TempDir Path home;

  /** Somebody who types into a bare connection, as with telnet. */
  private static final class Typist implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Typist(int port) throws IOException {
      socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    String hears() throws IOException {
      return in.readLine();
    }

    String says(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
      return in.readLine();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private String file(String... lines) throws IOException {
    return Files.writeString(home.resolve("party.session"), String.join("\n", lines)).toString();
  }

  private static String until(BufferedReader out, List<String> log, Pattern pattern)
      throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      log.add(line);
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.group(matcher.groupCount());
      }
    }
    throw new AssertionError("no " + pattern + " in " + log);
  }

  @Test
  void twoClientsEachHearTheFileFromTheStart() throws Exception {
    String file =
        file(
            "# Carol writes to Bob.",
            "S: 220 mx.garden.example at your service",
            "C: HELO laptop.example",
            "S: 250 hello",
            "C: MAIL FROM:<carol@garden.example>",
            "S: 250",
            "C: AUTH PLAIN ${answer}",
            "S: 235",
            "C: QUIT",
            "S: 221 Grüße",
            "@closed");
    Process process = Piped.start(home, "--lang=en", "serve", "--script", file, "--smtp=0");
    List<String> log = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      int port = Integer.parseInt(until(out, log, PORT));
      try (Typist carol = new Typist(port);
          Typist anna = new Typist(port)) {
        assertThat(carol.hears()).isEqualTo("220 mx.garden.example at your service");
        assertThat(anna.hears()).isEqualTo("220 mx.garden.example at your service");
        assertThat(carol.says("helo pc7")).isEqualTo("250 hello");
        assertThat(carol.says("DATA"))
            .isEqualTo(
                "503 5.5.1 Not now: the script goes on with MAIL FROM:<carol@garden.example>");
        assertThat(carol.says("MAIL FROM:<carol@garden.example>")).isEqualTo("250 2.1.0 Ok");
        assertThat(anna.says("HELP"))
            .isEqualTo("214 2.0.0 The script goes on with HELO laptop.example");
        assertThat(carol.says("AUTH PLAIN AGFubmEAZ2VoZWlt")).startsWith("235 ");
        assertThat(carol.says("QUIT")).isEqualTo("221 Grüße");
        assertThat(carol.hears()).isNull();
        assertThat(anna.says("QUIT")).startsWith("221 ");
      }
      until(out, log, Pattern.compile("is gone()"));
      process.toHandle().destroy();
      out.lines().forEach(log::add);
    }
    assertThat(Piped.exitCode(process)).isEqualTo(143);
    assertThat(log)
        .contains("   Plays the server of " + file + ", to each client from the start.")
        .contains("   Carol writes to Bob.")
        .noneMatch(line -> line.contains("POP3"))
        .noneMatch(line -> line.contains("AGFubmEAZ2VoZWlt"))
        .anyMatch(line -> line.endsWith("C: AUTH PLAIN ••••••••"))
        .anyMatch(line -> line.contains("S: 503 5.5.1 Not now: "));
  }

  @Test
  void whatCannotBePlayedIsToldWithItsPlaceAndNobodyIsServed() throws IOException {
    String file =
        file("C: EHLO a", "S: 250 /AUTH/", "C: AUTH SCRAM-SHA-1", "S: 334", "C: ${answer}");
    Piped run = Piped.run(home, "", "--lang=de", "serve", "--smtp=0", "--script", file);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(file + ":2:1: Einen regulären Ausdruck kann der Server nicht sagen")
        .contains(file + ":3:1: Bei SCRAM-SHA-1 muss der Server beweisen");
  }

  @Test
  void aFileThatIsNotThereIsAWrongUsage() throws IOException {
    Piped run = Piped.run(home, "", "--lang=en", "serve", "--script", home + "/none");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("none");
  }

  @Test
  void exactNeedsAFileWhoseLinesItCouldMean() throws IOException {
    Piped run = Piped.run(home, "", "--lang=en", "serve", "--smtp=0", "--exact");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--exact needs --script FILE");
  }
}
