package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.pty.PtyProgram;
import smtpterm.testing.RecordingServer;

/** Recording on request: in a pipe, in the terminal, on a full disk, and up to a sudden end. */
@EnabledOnOs(OS.LINUX)
class RecordIT {
  @TempDir Path home;

  private String file(String name) {
    return home.resolve(name).toString();
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(home.resolve(name));
  }

  @Test
  void aPipeIsRecordedAndNotAgainIntoTheSameFile() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      String port = Integer.toString(server.port());
      Piped run = Piped.run(home, "NOOP\n", "--record", file("a.session"), "127.0.0.1", port);
      assertThat(run.exitCode()).isZero();
      assertThat(lines("a.session"))
          .containsExactly(
              "@connect 127.0.0.1:" + port,
              "S: 220 mx.test ESMTP",
              "C: NOOP",
              "S: 250 ok",
              "C: QUIT",
              "S: 221 bye",
              "@closed");
      run = Piped.run(home, "NOOP\n", "127.0.0.1", port, "--record", file("a.session"));
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("a.session exists already").contains("--force");
      assertThat(run.out()).isEmpty();
      assertThat(server.clients()).isEqualTo(1);
      run = Piped.run(home, "", "--record", file("b.session"), "convert", file("a.session"));
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(home.resolve("b.session")).doesNotExist();
      run = Piped.run(home, "", "--force", "127.0.0.1", port, "--record", "~/a.session");
      assertThat(run.exitCode()).isZero();
      assertThat(lines("a.session")).doesNotContain("C: NOOP").endsWith("S: 221 bye", "@closed");
    }
  }

  @Test
  void aSuddenEndCostsNoMoreThanTheLineUnderWay() throws Exception {
    try (RecordingServer server = RecordingServer.smtp()) {
      Process process =
          Piped.start(
              home, "--record", file("a.session"), "127.0.0.1", Integer.toString(server.port()));
      OutputStream in = process.getOutputStream();
      say(in, "EHLO me", "MAIL FROM:<a@b>", "RCPT TO:<c@d>", "DATA");
      for (int i = 0; i < 500; i++) {
        say(in, "line " + i);
      }
      server.awaitReceived("line 499\r\n");
      // KILL: nothing is tidied up.
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      List<String> lines = lines("a.session");
      assertThat(lines).contains("C: DATA", "C: line 0").endsWith("C: line 499");
      assertThat(Piped.run(home, "", "convert", file("a.session")).lines()).isEqualTo(lines);
    }
  }

  private static void say(OutputStream in, String... lines) throws IOException {
    in.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  @Test
  void aFullDiskIsToldOnceAndByTheExitCode() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Piped run =
          Piped.run(
              home,
              "EHLO me\nNOOP\n",
              "--record",
              "/dev/full",
              "--force",
              "127.0.0.1",
              Integer.toString(server.port()));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .contains("Not recorded any more: /dev/full cannot be written (No space left");
      assertThat(run.lines()).endsWith("C: NOOP", "S: 250 ok", "C: QUIT", "S: 221 bye");
    }
  }

  @Test
  void aFullDiskLeavesTheTerminalRunningAndMarksIt() throws IOException {
    try (RecordingServer server = RecordingServer.smtp();
        PtyProgram program = Program.greeted(server, home, "--record", "/dev/full", "--force")) {
      program.awaitScreen("# Not recorded any more: /dev/full cannot be written");
      program.enter("NOOP");
      Program.awaitPrompt(program, "S: 250 ok");
      program.awaitScreen("the mark", screen -> screen.line(-1).contains("not recorded"));
      program.enter("/record");
      program.awaitScreen("because the file could not be written");
      program.enter("/record " + file("other.session"));
      program.awaitScreen(
          "no mark any more",
          screen -> screen.contains("/record off") && !screen.line(-1).contains("not recorded"));
      program.enter("/quit");
      assertThat(program.exitCode()).isZero();
      assertThat(String.join("\n", program.screen().transcript()))
          .containsOnlyOnce("Not recorded any more");
      assertThat(lines("other.session")).endsWith("C: QUIT", "S: 221 bye", "@closed");
    }
  }

  @Test
  void fromNowOnUntilItIsSwitchedOff() throws IOException {
    try (PtyProgram program = Program.practice(home)) {
      program.enter("/record");
      program.awaitScreen("Nothing is being recorded. /record FILE begins.");
      program.enter("HELO me");
      Program.awaitPrompt(program, "C: HELO me");
      program.enter("/record ~/a.session");
      Program.awaitPrompt(program, "Everything from now on goes into ~/a.session.");
      program.enter("NOOP");
      Program.awaitPrompt(program, "C: NOOP");
      program.enter("/record");
      Program.awaitPrompt(program, "a.session. Lines so far: 3");
      program.enter("/record off");
      Program.awaitPrompt(program, "a.session is complete. Lines: 3");
      program.enter("RSET");
      Program.awaitPrompt(program, "C: RSET");
      assertThat(lines("a.session")).hasSize(3).contains("C: NOOP");
      program.enter("/save ~/a.session");
      Program.awaitPrompt(program, "~/a.session exists already");
      assertThat(lines("a.session")).hasSize(3);
      program.enter("/save --force ~/a.session");
      Program.awaitPrompt(program, "Saved as ~/a.session. Lines: 8");
      assertThat(lines("a.session"))
          .first()
          .asString()
          .matches("@connect \\$\\{smtp:127\\.0\\.0\\.1:[0-9]+}");
      assertThat(lines("a.session")).contains("C: HELO me", "C: RSET").doesNotContain("C: /record");
    }
  }

  @Test
  void namesOfFilesAreCompleted() throws IOException {
    Files.writeString(home.resolve("lesson-one.session"), "");
    try (PtyProgram program = Program.practice(home)) {
      program.type("/save " + home + "/less\t");
      program.awaitScreen("lesson-one.session");
      program.enter("");
      Program.awaitPrompt(program, "exists already");
      program.type("/record --force " + home + "/less\t");
      program.enter("");
      Program.awaitPrompt(program, "lesson-one.session. /record off ends it.");
    }
  }

  @Test
  void passwordsAreMissingThoughTheScreenShowsThem() throws IOException {
    try (PtyProgram program = Program.practice(home, "--record", file("a.session"))) {
      program.enter("EHLO me");
      Program.awaitPrompt(program, "S: 250 HELP");
      program.enter("AUTH PLAIN AGFubmEAZ2VoZWlt");
      Program.awaitPrompt(program, "S: 235");
      assertThat(program.screen().text()).contains("AGFubmEAZ2VoZWlt");
      program.enter("/login --SCRAM-SHA-256 bob");
      program.awaitScreen("Password for bob");
      program.enter("topSecret");
      Program.awaitPrompt(program, "S: 503");
      program.enter("/save " + file("b.session"));
      Program.awaitPrompt(program, "Saved as");
    }
    for (String name : new String[] {"a.session", "b.session"}) {
      assertThat(lines(name)).contains("@set user anna", "C: AUTH PLAIN ${answer}");
      assertThat(Files.readString(home.resolve(name)))
          .doesNotContain("AGFubmEAZ2VoZWlt", "topSecret", "geheim");
    }
  }
}
