package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;
import smtpterm.pty.Screen;
import smtpterm.testing.DnsServer;
import smtpterm.testing.DnsZone;
import smtpterm.testing.RecordingServer;

/** What the DNS says, in a terminal and in a pipe. */
@EnabledOnOs(OS.LINUX)
class LookAroundIT {
  @TempDir Path home;

  private static DnsZone zone() {
    return new DnsZone()
        .mx("kolleg.de", 20, "backup.kolleg.de")
        .mx("kolleg.de", 10, "mail.kolleg.de")
        .address("mail.kolleg.de", "127.0.0.1")
        .txt("kolleg.de", "v=spf1 include:\u001b[2J.example -all")
        .txt("_dmarc.kolleg.de", "v=DMARC1; p=reject")
        .fault("silent.de", DnsZone.Fault.SILENT)
        .fault("servfail.de", DnsZone.Fault.SERVFAIL);
  }

  private static Predicate<Screen> unconnected() {
    return screen -> screen.cursorLine().startsWith(">") && screen.column() == 2;
  }

  private PtyProgram start(DnsServer dns, String... options) throws IOException {
    String[] all = new String[options.length + 2];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "--dns";
    all[options.length + 1] = dns.address();
    PtyProgram program = PtyCommand.smtpterm(home, all).size(100, 40).start();
    program.awaitScreen("a prompt", unconnected());
    return program;
  }

  @Test
  void theTerminalShowsWhatTheDnsSays() throws IOException {
    try (DnsServer dns = DnsServer.start(zone());
        PtyProgram program = start(dns)) {
      program.enter("/mx kolleg.de");
      program.awaitScreen(
          "the way to connect, and a prompt",
          unconnected().and(s -> s.contains("→ /connect mail.kolleg.de:25")));
      assertThat(program.screen().transcript())
          .containsSubsequence(
              "# /mx kolleg.de",
              "   kolleg.de (where mail goes: MX)",
              "   10 mail.kolleg.de    127.0.0.1",
              "   20 backup.kolleg.de  no such name: mail cannot get there",
              "   kolleg.de (who may send: SPF)",
              "   _dmarc.kolleg.de (forged mail: DMARC)",
              "   p=reject  it is refused");
      assertThat(program.screen().contains("include:\\x1b[2J.example")).isTrue();
      program.enter("/mx nosuch.de");
      program.awaitScreen("(NXDOMAIN)");
      program.enter("/mx servfail.de");
      program.awaitScreen("(SERVFAIL)");
      program.enter("/mx");
      program.awaitScreen("Which domain? For example /mx kolleg.de");
      program.enter("/mx a b");
      program.awaitScreen("\"a b\" is no domain.");
      program.enter("/help mx");
      program.awaitScreen("/mx DOMAIN");
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
    }
  }

  @Test
  void ctrlCStopsAsking() throws IOException {
    try (DnsServer dns = DnsServer.start(zone());
        PtyProgram program = start(dns, "--lang", "de")) {
      program.enter("/mx silent.de");
      program.awaitScreen("asking", s -> s.line(-1).contains("frage nach silent.de"));
      program.key(Key.CTRL_C);
      program.awaitScreen("a prompt", unconnected().and(s -> s.contains("Nicht weiter gefragt.")));
      program.enter("/mx kolleg.de");
      program.awaitScreen("(wohin die Mail geht: MX)");
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
    }
  }

  @Test
  void whileConnectedNothingOfItReachesTheServer() throws IOException {
    try (DnsServer dns = DnsServer.start(zone());
        RecordingServer server = RecordingServer.smtp();
        PtyProgram program =
            Program.command(server, home, "--dns", dns.address()).size(100, 40).start()) {
      Program.awaitPrompt(program, "S: 220");
      program.enter("/mx kolleg.de");
      Program.awaitPrompt(program, "→ /connect mail.kolleg.de:25");
      program.enter("NOOP");
      Program.awaitPrompt(program, "S: 250 ok");
      assertThat(server.received()).isEqualTo("NOOP\r\n");
    }
  }

  @Test
  void thePackagedProgramExplainsADomainWithoutNoise() throws IOException {
    try (DnsServer dns = DnsServer.start(zone())) {
      Piped run = Piped.run(home, "", "explain", "--mx", "kolleg.de", "--dns", dns.address());
      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isZero();
      assertThat(run.lines())
          .containsSubsequence(
              "   kolleg.de (where mail goes: MX)",
              "   10 mail.kolleg.de    127.0.0.1",
              "   kolleg.de (who may send: SPF)",
              "   _dmarc.kolleg.de (forged mail: DMARC)");
      Piped none = Piped.run(home, "", "explain", "--mx", "nosuch.de", "--dns", dns.address());
      assertThat(none.exitCode()).isEqualTo(1);
      assertThat(none.err()).startsWith("smtpterm: ").contains("NXDOMAIN");
    }
  }
}
