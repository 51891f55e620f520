package smtpterm.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;

/** A whole mail against real servers, typed in a terminal and piped. */
@Tag("real")
class RealSessionIT {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({"real.postfix, alice@example.com", "real.exim, alice"})
  void aMailTypedByHandWithLoginArrives(String server, String user) throws Exception {
    String subject = "Gartenparty " + UUID.randomUUID();
    PtyCommand command =
        PtyCommand.smtpterm(home, System.getProperty(server), "--lang", "en").size(110, 50);
    try (PtyProgram terminal = command.start()) {
      terminal.awaitScreen("220 ready");
      say(terminal, "EHLO laptop", "250 done");
      say(terminal, "AUTH LOGIN", "asks in Base64 for \"Username:\"");
      terminal.type(user);
      terminal.key(Key.F6);
      terminal.awaitScreen("now Base64");
      say(terminal, "", "asks in Base64 for \"Password:\"");
      terminal.type("secret");
      terminal.key(Key.F6);
      terminal.awaitScreen("now Base64, 8 characters");
      say(terminal, "", "235 logged in");
      assertThat(terminal.screen().contains("••••••••")).isTrue();
      say(terminal, "MAIL FROM:<alice@example.com>", "→ RCPT TO");
      say(terminal, "RCPT TO:<nobody@example.com>", "✖ 550");
      say(terminal, "RCPT TO:<bob@example.com>", "→ DATA");
      say(terminal, "DATA", "… 354");
      terminal.enter("Subject: " + subject);
      terminal.enter("");
      terminal.enter("Es gibt Würstchen.");
      say(terminal, ".", "the server has the mail");
      terminal.key(Key.CTRL_D);
      assertThat(terminal.exitCode()).isZero();
      assertThat(new String(terminal.rawOutput(), UTF_8)).doesNotContain("c2VjcmV0", "secret");
    }
    assertThat(arrived(server, subject)).contains("Es gibt Würstchen.");
  }

  @ParameterizedTest
  @CsvSource({
    "real.postfix, YWxpY2VAZXhhbXBsZS5jb20=",
    "real.exim, YWxpY2U=",
  })
  void theSameMailPipedArrives(String server, String user) throws Exception {
    String subject = "Piped " + UUID.randomUUID();
    List<String> lines =
        List.of(
            "EHLO laptop",
            "AUTH LOGIN",
            user,
            "c2VjcmV0",
            "MAIL FROM:<alice@example.com>",
            "RCPT TO:<bob@example.com>",
            "DATA",
            "Subject: " + subject,
            "",
            "..ein Punkt",
            ".",
            "QUIT");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("smtpterm.jar"),
                System.getProperty(server))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().write(String.join("\n", lines).getBytes(UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output).contains("C: ••••••••\nS: 235 ").doesNotContain("c2VjcmV0");
    assertThat(arrived(server, subject)).contains("\n.ein Punkt");
  }

  private static void say(PtyProgram terminal, String line, String answer) {
    terminal.enter(line);
    terminal.awaitScreen(answer);
  }

  /** The mail with this subject, as soon as the server has put it into bob's mailbox. */
  private static String arrived(String server, String subject) throws Exception {
    Path mailbox = Path.of(System.getProperty(server + ".maildir"), "bob", "new");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end) {
      for (Path file : files(mailbox)) {
        String mail = Files.readString(file, UTF_8);
        if (mail.contains(subject)) {
          return mail;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no mail with the subject " + subject + " in " + mailbox);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
