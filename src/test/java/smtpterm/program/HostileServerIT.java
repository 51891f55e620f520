package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.Peer;
import smtpterm.testing.RecordingServer;

/** Nothing a server says reaches the terminal as more than text. */
@EnabledOnOs(OS.LINUX)
class HostileServerIT {
  /** What would act on a terminal, and how it is shown. */
  private static final Map<String, String> ATTACKS =
      Map.of(
          "\u001b]0;evil\u0007", "\\x1b]0;evil\\x07",
          "\u001b[2J", "\\x1b[2J",
          "\u009b31m", "\\u009b31m",
          "\u202egnp.", "\\u202egnp.",
          "\u0000\u007f\u0008", "\\x00\\x7f\\x08",
          "\u2028", "\\u2028",
          "\r", "\\x0d");

  private static final String ALL = String.join("|", ATTACKS.keySet());

  @TempDir Path home;

  private static byte[] badOctets() {
    byte[] reply = "250 bad _ and _ octets\r\n".getBytes(StandardCharsets.UTF_8);
    reply[8] = (byte) 0x9b;
    reply[14] = (byte) 0xff;
    return reply;
  }

  private static void attack(Peer peer) throws IOException {
    peer.send("220 hi " + ALL + " end\r\n");
    peer.expect("EHLO me");
    peer.send("250-mx\r\n250-AUTH LOGIN\r\n250-X" + ALL + "\r\n250 SIZE " + ALL + "\r\n");
    peer.expect("AUTH LOGIN");
    String challenge = Base64.getEncoder().encodeToString(ALL.getBytes(StandardCharsets.UTF_8));
    peer.send("334 " + challenge + "\r\n");
    peer.expect("*");
    peer.send("501 5.7.0 " + ALL + "\r\n");
    peer.expect("NOOP");
    peer.sendOctets(badOctets());
  }

  /** What smtpterm itself asks the terminal when it starts: its background, and what it is. */
  private static final String ASKED = "\u001b]11;?\u0007\u001b[c";

  private static void assertHarmless(String output) {
    assertThat(output.replace(ASKED, ""))
        .contains(ATTACKS.values())
        .contains("S: 250 bad \\x9b and \\xff octets")
        .doesNotContain("\u001b]", "\u001b[2J", "\u009b", "\u202e", "\u0000", "\u0007", "\u2028");
  }

  @Test
  void onATerminalItIsShownAsEscapes() throws IOException {
    try (RecordingServer server = RecordingServer.playing(HostileServerIT::attack);
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "S: 250 SIZE");
      program.enter("AUTH LOGIN");
      Program.awaitPrompt(program, "S: 334");
      program.enter("*");
      Program.awaitPrompt(program, "S: 501");
      program.enter("NOOP");
      Program.awaitPrompt(program, "S: 250 bad");
      assertHarmless(
          new String(program.rawOutput(), StandardCharsets.UTF_8)
              .replaceAll("\u001b\\[[0-9;]*m", ""));
      assertThat(new String(program.rawOutput(), StandardCharsets.ISO_8859_1))
          .doesNotContain("\u00ff");
      assertThat(program.unknownSequences()).isEmpty();
    }
  }

  @Test
  void inAPipeItIsShownAsEscapesToo() throws IOException {
    try (RecordingServer server = RecordingServer.playing(HostileServerIT::attack)) {
      Piped run =
          Piped.run(
              home,
              "EHLO me\nAUTH LOGIN\n*\nNOOP\n",
              "--timeout",
              "1s",
              "--explain",
              "short",
              "127.0.0.1",
              Integer.toString(server.port()));
      assertHarmless(run.out());
      assertThat(run.out()).doesNotContain("\u001b").doesNotContain("\r");
    }
  }

  @Test
  void aHugeLineAndAnEndlessReplyTakeLittleMemory() throws IOException {
    try (RecordingServer server =
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("HUGE");
              peer.send("250 " + "x".repeat(200_000) + "\r\n");
              peer.expect("ENDLESS");
              String lines = ("250-" + "y".repeat(996) + "\r\n").repeat(1_000);
              for (int megabytes = 0; megabytes < 100; megabytes++) {
                peer.send(lines);
              }
              peer.send("250 end\r\n");
              peer.expect("QUIT");
              peer.send("221 bye\r\n");
            })) {
      Piped run =
          Piped.run(home, "HUGE\nENDLESS\nQUIT\n", "127.0.0.1", Integer.toString(server.port()));
      assertThat(run.exitCode()).isZero();
      assertThat(run.out().length()).isBetween(100_000, 3_000_000);
      assertThat(run.out()).endsWith("S: 250 end\nC: QUIT\nS: 221 bye\n");
    }
  }

  @Test
  void aHugeLineLeavesTheTerminalUsable() throws IOException {
    try (RecordingServer server =
            RecordingServer.smtp(Map.of("HUGE", "250 " + "x".repeat(100_000) + "\r\n"));
        PtyProgram program = Program.greeted(server, home)) {
      program.enter("HUGE");
      program.enter("NOOP");
      Program.awaitPrompt(program, "C: NOOP");
      server.awaitReceived("NOOP\r\n");
    }
  }
}
