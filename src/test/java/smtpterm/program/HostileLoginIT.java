package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.Peer;
import smtpterm.testing.RecordingServer;

/** Servers that cheat during a login are given up, and called out when they say yes. */
@EnabledOnOs(OS.LINUX)
class HostileLoginIT {
  @TempDir Path home;

  /** Greets, offers the mechanism, and returns the nonce on the AUTH line. */
  private static String begun(Peer peer) throws IOException {
    peer.send("220 hi\r\n");
    peer.expect("EHLO me");
    peer.send("250-mx\r\n250 AUTH SCRAM-SHA-256 CRAM-MD5 LOGIN\r\n");
    String word = peer.line().split(" ", -1)[2];
    String text = new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    return text.substring(text.indexOf("r=") + 2);
  }

  private static void ask(Peer peer, String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    peer.send("334 " + Base64.getEncoder().encodeToString(octets) + "\r\n");
  }

  private PtyProgram login(RecordingServer server, String line) throws IOException {
    PtyProgram program = Program.greeted(server, home);
    program.enter("EHLO me");
    Program.awaitPrompt(program, "S: 250 AUTH");
    program.enter(line);
    program.awaitScreen("Password for anna");
    program.enter("geheim");
    return program;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r=NONCEx,s=c2FsdA==,i=1          | wants only 1 iterations",
        "r=NONCEx,s=c2FsdA==,i=2147483647 | wants 2147483647 iterations",
        "r=foreign,s=c2FsdA==,i=4096      | has not taken up our nonce",
        "hello                            | does not have the form"
      })
  void aChallengeThatIsNotAcceptableGetsAStar(String challenge, String said) throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  ask(peer, challenge.replace("NONCE", begun(peer)));
                  peer.expect("*");
                  peer.send("501 5.7.0 given up\r\n");
                });
        PtyProgram program = login(server, "/login anna")) {
      Program.awaitPrompt(program, "S: 501");
      assertThat(program.screen().text()).contains(said);
      assertThat(program.screen().line(-1)).doesNotContain("NOT TO BE TRUSTED");
    }
  }

  @Test
  void aWrongSignatureIsAFailureEvenWhenTheServerSaysYes() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  ask(peer, "r=" + begun(peer) + "x,s=c2FsdA==,i=4096");
                  peer.line();
                  ask(peer, "v=" + "A".repeat(43) + "=");
                  peer.expect("*");
                  peer.send("235 2.7.0 come in\r\n");
                });
        PtyProgram program = login(server, "/login anna")) {
      Program.awaitPrompt(program, "S: 235");
      assertThat(program.screen().text())
          .contains("The signature of the server is wrong", "Do not trust this server");
      program.enter("/status");
      Program.awaitPrompt(program, "NOT TO BE TRUSTED");
    }
  }

  @Test
  void aYesWithoutAnySignatureIsAFailureInGermanToo() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              ask(peer, "r=" + begun(peer) + "x,s=c2FsdA==,i=4096");
              peer.line();
              peer.send("235 2.7.0 come in\r\n");
            })) {
      try (PtyProgram program = login(server, "/login --SCRAM-SHA-256 anna")) {
        Program.awaitPrompt(program, "S: 235");
        program.awaitScreen("Do not trust this server");
        program.enter("/lang de");
        Program.awaitPrompt(program, "NICHT VERTRAUENSWÜRDIG");
        assertThat(program.screen().line(-1)).contains("NICHT VERTRAUENSWÜRDIG");
      }
    }
  }

  @Test
  void aServerThatNeverStopsAskingIsNotAnsweredForEver() throws IOException {
    try (RecordingServer server =
            RecordingServer.answering(
                "220 hi\r\n",
                line ->
                    line.startsWith("EHLO") ? "250-mx\r\n250 AUTH LOGIN\r\n" : "334 bW9yZQ==\r\n");
        PtyProgram program = login(server, "/login anna")) {
      Program.awaitPrompt(program, "The server goes on asking");
      assertThat(server.received())
          .isEqualTo("EHLO me\r\nAUTH LOGIN\r\nYW5uYQ==\r\nZ2VoZWlt\r\n*\r\n");
    }
  }

  @Test
  void aHugeChallengeGetsAStar() throws IOException {
    try (RecordingServer server =
            RecordingServer.playing(
                peer -> {
                  peer.send("220 hi\r\n");
                  peer.expect("EHLO me");
                  peer.send("250-mx\r\n250 AUTH CRAM-MD5\r\n");
                  peer.expect("AUTH CRAM-MD5");
                  peer.send("334 " + "A".repeat(300_000) + "\r\n");
                  peer.expect("*");
                  peer.send("501 given up\r\n");
                });
        PtyProgram program = login(server, "/login --explain anna")) {
      Program.awaitPrompt(program, "S: 501");
      assertThat(server.received()).endsWith("AUTH CRAM-MD5\r\n*\r\n");
    }
  }
}
