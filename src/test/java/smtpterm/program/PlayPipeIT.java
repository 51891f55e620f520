package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.testing.RecordingServer;

/** Session files played where no terminal is. */
class PlayPipeIT {
  @TempDir Path home;

  private String file(String... lines) throws IOException {
    return Files.write(home.resolve("a.session"), List.of(lines), StandardCharsets.UTF_8)
        .toString();
  }

  private static String at(RecordingServer server) {
    return "127.0.0.1:" + server.port();
  }

  @Test
  void onlyTheConversationIsPrinted() throws IOException {
    String file = file("# A note.", "C: NOOP", "S: 250", "C: QUIT", "S: 221", "@closed");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of())) {
      Piped run = Piped.run(home, "", "play", file, at(server));
      assertThat(run.err()).isEmpty();
      assertThat(run.lines())
          .containsExactly("S: 220 mx.test ESMTP", "C: NOOP", "S: 250 ok", "C: QUIT", "S: 221 bye");
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void whatWasPrintedIsASessionFileThatPlays() throws IOException {
    String file = file("# A note.", "C: NOOP", "S: 250", "C: QUIT", "S: 221");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of())) {
      Piped first = Piped.run(home, "", "play", "--explain", "short", file, at(server));
      assertThat(first.lines()).contains("# A note.", "   ✔ 220 ready: the server greets you.");
      Piped second = Piped.run(home, first.out(), "play", "-", at(server));
      assertThat(second.exitCode()).isZero();
      assertThat(second.lines()).contains("C: NOOP", "S: 221 bye");
    }
  }

  @Test
  void aReplyThatDiffersEndsItWithOne() throws IOException {
    String file = file("C: NOOP", "S: 250", "C: HELP", "S: *", "C: QUIT", "S: 221");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of("NOOP", "451 no\r\n"))) {
      Piped run = Piped.run(home, "", "play", file, at(server));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("a.session:2:4: ", "451 came instead of 250.");
      assertThat(run.lines()).doesNotContain("C: HELP");
    }
  }

  @Test
  void withKeepGoingItIsPlayedToItsEndAndStillEndsWithOne() throws IOException {
    String file = file("C: NOOP", "S: 250", "C: QUIT", "S: 221");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of("NOOP", "451 no\r\n"))) {
      Piped run = Piped.run(home, "", "play", "--keep-going", file, at(server));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.lines()).endsWith("C: QUIT", "S: 221 bye");
    }
  }

  @Test
  void withExactTheTextsCountToo() throws IOException {
    String file = file("C: NOOP", "S: 250 okay", "C: QUIT", "S: 221");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of())) {
      assertThat(Piped.run(home, "", "play", file, at(server)).exitCode()).isZero();
      assertThat(Piped.run(home, "", "play", "--exact", file, at(server)).exitCode()).isEqualTo(1);
    }
  }

  @Test
  void variablesComeFromTheCommandLine() throws IOException {
    String file = file("C: HELO ${name:nobody}", "S: 250", "C: QUIT", "S: 221");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of())) {
      Piped run = Piped.run(home, "", "play", "--var", "name=laptop", file, at(server));
      assertThat(run.lines()).contains("C: HELO laptop");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--step", "--typing", "--stay", "--delay=1s"})
  void whatNeedsAPersonNeedsATerminal(String option) throws IOException {
    Piped run = Piped.run(home, "", "play", option, file("C: NOOP"), "127.0.0.1:1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("need a terminal");
  }

  @Test
  void aMalformedFileEndsWithThreeAndAllItsErrors() throws IOException {
    Piped run =
        Piped.run(home, "", "play", file("C: NOOP", "S: 2xx", "what?", "@jump"), "127.0.0.1:1");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("a.session:3:1", "a.session:4:1");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aSecretThatNobodyGivesIsNotAskedForInAPipe() throws IOException {
    String file = file("C: PASS ${secret:password}", "S: *");
    try (RecordingServer server = RecordingServer.smtp()) {
      Piped run = Piped.run(home, "", "play", file, at(server));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("password");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aSecretFromTheCommandLineIsMaskedInTheOutput() throws IOException {
    String file = file("C: PASS ${secret:password}", "S: *", "C: QUIT");
    try (RecordingServer server = RecordingServer.smtpThatHangsUp(Map.of())) {
      Piped run = Piped.run(home, "", "play", "--var", "password=geheim", file, at(server));
      assertThat(server.received()).startsWith("PASS geheim\r\n");
      assertThat(run.out()).doesNotContain("geheim").contains("C: PASS ••••••••");
    }
  }

  @Test
  void aSecretIsMaskedOnThePracticeServerToo() throws IOException {
    String file =
        file("@connect ${pop3}", "C: USER anna", "C: PASS ${secret:password}", "C: QUIT", "S: +OK");
    Piped run =
        Piped.run(home, "", "play", "--practice", "--pop3", "0", "--var", "password=geheim", file);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("geheim").contains("C: PASS ••••••••");
    String lesson = file("@connect ${pop3}", "C: USER anna", "C: PASS geheim", "C: QUIT", "S: +OK");
    assertThat(Piped.run(home, "", "play", "--practice", "--pop3", "0", lesson).out())
        .contains("C: PASS geheim");
  }

  @Test
  void nobodyListeningEndsWithFour() throws IOException {
    int port;
    try (RecordingServer server = RecordingServer.silent()) {
      port = server.port();
    }
    Piped run = Piped.run(home, "", "play", file("C: NOOP", "S: 250"), "127.0.0.1:" + port);
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains(Integer.toString(port));
  }

  @Test
  void withoutATargetItSaysWhatIsMissing() throws IOException {
    Piped run = Piped.run(home, "", "play", file("C: NOOP", "S: 250"));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("@connect");
  }

  @Test
  void thePracticeServerIsMeantWhateverTheFileSays() throws IOException {
    String file =
        file("@connect pop3://mail.example", "C: USER bob", "S: +OK", "C: QUIT", "S: +OK");
    Piped run = Piped.run(home, "", "play", "--practice", "--smtp", "0", "--pop3", "0", file);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).contains("C: USER bob");
  }

  @Test
  void theTargetsOfThePracticeServerHaveNames() throws IOException {
    String file =
        file("@connect ${pop3}", "C: QUIT", "S: +OK", "@connect ${smtp}", "C: QUIT", "S: 221");
    Piped run = Piped.run(home, "", "play", "--practice", "--smtp", "0", "--pop3", "0", file);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).anyMatch(line -> line.startsWith("S: +OK"));
  }

  @Test
  void thePracticeServerIsTrustedWhenItEncrypts() throws IOException {
    String file =
        file("C: EHLO me", "S: 250", "C: STARTTLS", "S: 220", "C: EHLO me", "S: 250", "C: QUIT");
    Piped run = Piped.run(home, "", "play", "--practice", "--smtp", "0", file);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }
}
