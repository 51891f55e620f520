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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.pty.Key;
import smtpterm.pty.PtyCommand;
import smtpterm.pty.PtyProgram;

/** The server for a class: the address at the top, the log, the keys, and its end. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeIT {
  private static final String[] SERVE = {
    "serve", "--smtp=0", "--submission=0", "--smtps=0", "--lmtp=0", "--pop3=0", "--pop3s=0"
  };
  private static final Pattern SMTP = Pattern.compile("SMTP ([0-9]+) ");

  @TempDir Path home;

  /** Somebody in the class, who says a line and reads one. */
  private static final class Pupil implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Pupil(int port) throws IOException {
      socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      assertThat(in.readLine()).startsWith("220 ");
    }

    String say(String line) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return in.readLine();
    }

    void mail() throws IOException {
      say("HELO pc7");
      say("MAIL FROM:<anna@kolleg.de>");
      say("RCPT TO:<bob@kolleg.de>");
      say("DATA");
      say("Subject: Gartenparty\r\n\r\nhi\r\n.");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static String[] serve(String... more) {
    List<String> all = new ArrayList<>(List.of(SERVE));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  private static int port(String line) {
    Matcher matcher = SMTP.matcher(line + " ");
    assertThat(matcher.find()).as(line).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|is gone|bob has mail: \"Gartenparty\"|(lines of text: 3) .|TLS is ready.",
        "de|ist weg|bob hat Post: „Gartenparty“|(Textzeilen: 3) .|TLS ist bereit.",
      })
  void inAPipeTheLogIsPlainAndSigtermSaysGoodBye(
      String language, String gone, String mail, String text, String tls) throws Exception {
    Process process = Piped.start(home, serve("--lang", language, "--data", home + "/mails"));
    List<String> log = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      int port = port(until(out, log, "   SMTP "));
      until(out, log, tls);
      try (Pupil leaving = new Pupil(port);
          Pupil staying = new Pupil(port)) {
        leaving.mail();
        assertThat(leaving.say("AUTH PLAIN AGFubmEAZ2VoZWlt")).startsWith("235 ");
        leaving.say("QUIT");
        until(out, log, gone);
        // Unlike the process itself, its handle leaves the streams open.
        process.toHandle().destroy();
        assertThat(staying.in.readLine()).startsWith("421 4.3.2 ");
        assertThat(staying.in.readLine()).isNull();
      }
      out.lines().forEach(log::add);
    }
    assertThat(Piped.exitCode(process)).isEqualTo(143);
    assertThat(log)
        .noneMatch(line -> line.contains("\033") || line.contains("AGFubmEAZ2VoZWlt"))
        .anyMatch(line -> line.endsWith("C: AUTH PLAIN ••••••••"))
        .anyMatch(line -> line.endsWith(mail))
        .anyMatch(line -> line.endsWith("C: " + text));
    assertThat(home.resolve("mails")).isDirectory();
  }

  /** Reads on to a line with this text. */
  private static String until(BufferedReader out, List<String> log, String text)
      throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      log.add(line);
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError("no " + text + " in " + log);
  }

  @Test
  void inATerminalTheAddressIsLargeAndKeysEmptyTheMailboxes() throws IOException {
    PtyCommand command = PtyCommand.smtpterm(home, serve("--lang=en", "--pupils=30")).size(100, 50);
    try (PtyProgram program = command.start()) {
      program.awaitScreen("TLS is ready.");
      program.awaitScreen("pupil30 ");
      List<String> head = program.screen().transcript();
      assertThat(head)
          .contains("     ██  ██████  ██████      ██████      ██████        ██")
          .anyMatch(line -> line.matches(" +pupil01  \\S+ +pupil[0-9]{2}  .*"));
      int port =
          port(head.stream().filter(l -> l.startsWith("   SMTP ")).findFirst().orElseThrow());
      try (Pupil pupil = new Pupil(port)) {
        pupil.mail();
        program.awaitScreen("clients: 1, mails: 1");
        program.type("r");
        program.awaitScreen("Throw all 1 mails away, for everybody?");
        program.type("x");
        program.awaitScreen("All mails are still there.");
        program.type("r");
        program.type("r");
        program.awaitScreen("All mailboxes are empty now.");
        program.awaitScreen("clients: 1, mails: 0");
        program.key(Key.CTRL_C);
        assertThat(pupil.in.readLine()).startsWith("421 4.3.2 ");
        assertThat(program.exitCode()).isEqualTo(130);
      }
      assertThat(program.unknownSequences()).isEmpty();
      assertThat(program.screen().transcript()).anyMatch(line -> line.endsWith("C: HELO pc7"));
    }
  }

  @Test
  void aDumbTerminalGetsPlainLines() throws IOException {
    PtyCommand command =
        PtyCommand.smtpterm(home, serve("--lang=en", "--color=always")).env("TERM", "dumb");
    try (PtyProgram program = command.start()) {
      program.awaitScreen("   127.0.0.1");
      program.awaitScreen("TLS is ready.");
      assertThat(new String(program.rawOutput(), StandardCharsets.UTF_8)).doesNotContain("\033");
    }
  }

  @Test
  void aDirectoryOfSomebodyElseIsLeftAlone() throws IOException {
    Path folder = Files.createDirectory(home.resolve("own"));
    Files.writeString(folder.resolve("thesis.txt"), "x");
    Piped run = Piped.run(home, "", serve("--lang=de", "--data", folder.toString()));
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo(
            "smtpterm: In "
                + folder
                + " liegen andere Dateien. Nimm für --data ein leeres Verzeichnis oder eines, das"
                + " smtpterm angelegt hat.\n");
    assertThat(folder).isDirectoryContaining("glob:**/thesis.txt");
  }
}
