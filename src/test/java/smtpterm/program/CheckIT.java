package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.testing.RecordingServer;

/** {@code smtpterm check}, as a process. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CheckIT {
  private static final String GOOD =
      """
      # Carol writes to Bob.
      S: 220
      C: EHLO laptop.example
      S: 250-
      S: 250 /^SIZE/ SIZE 1000
      C: MAIL FROM:<carol@example.com>
      S: 250
      C: RCPT TO:<bob@example.com>
      S: 250
      C: DATA
      S: 354
      C: Subject: Gartenparty
      C:
      C: Bis bald!
      C: .
      S: 250
      C: QUIT
      S: 221
      @closed
      """;

  private static final String WRONG =
      """
      S: 220
      C: HELO laptop.example
      S: 250
      C: MAIL FROM:<carol@example.com>
      S: 250
      C: RCPT TO:<550@example.com>
      S: 250
      C: QUIT
      S: 221
      """;

  private static final Pattern TIME = Pattern.compile(" +[0-9.]+ m?s\\b| \\([0-9.]+ m?s\\)");

  @TempDir Path home;

  private String file(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  /** What was said of these arguments, the folder of the test left out, and all times. */
  private static String timeless(Path home, String out) {
    return TIME.matcher(out.replace(home + "/", "")).replaceAll("");
  }

  @Test
  void aFileThatPassesIsOneLine() throws IOException {
    Piped run = Piped.run(home, "", "check", "--practice", file("good.session", GOOD));
    assertThat(run.err()).isEmpty();
    assertThat(timeless(home, run.out()))
        .isEqualTo("✔ good.session     9 steps\n1 file: 1 passed\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void whatComesOtherwiseIsShownWithItsPlaceAndItsMeaning() throws IOException {
    Piped run =
        Piped.run(home, "", "check", "--practice", file("wrong.session", WRONG), "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "✖ ",
            "wrong.session:7:4: ",
            "    S: 250\n       ^\n",
            "    S: 550 ",
            "    ✖ 550 refused");
    assertThat(run.out()).doesNotContain("QUIT");
  }

  @Test
  void ofSeveralTroublesTheGravestDecidesTheExitCode() throws IOException {
    String wrong = file("wrong.session", "@connect 127.0.0.1:1\nC: NOOP\nS: 250\n");
    String bad = file("bad.session", "@wait now\n");
    String good = file("good.session", GOOD);
    assertThat(Piped.run(home, "", "check", wrong).exitCode()).isEqualTo(4);
    Piped all = Piped.run(home, "", "check", "--lang", "de", wrong, bad);
    assertThat(all.exitCode()).isEqualTo(3);
    assertThat(all.out()).contains("bad.session:1:7: ", "500ms", "keine Verbindung", "fehlerhaft");
    Piped mixed =
        Piped.run(
            home, "", "check", "--practice", file("w.session", WRONG), bad, good, "--lang=en");
    assertThat(mixed.exitCode()).isEqualTo(3);
    assertThat(mixed.lines().get(mixed.lines().size() - 1))
        .startsWith("3 files: 1 passed, 1 failed, 1 malformed (");
  }

  @Test
  void wrongUsageIsSaidBeforeAnythingIsPlayed() throws IOException {
    String good = file("good.session", GOOD);
    for (List<String> wrong :
        List.of(
            List.of("check"),
            List.of("check", home.resolve("none").toString()),
            List.of("check", good, "--jobs", "0"),
            List.of("check", good, "--explain", "off"),
            List.of("check", good, "--dns", "127.0.0.1"),
            List.of("check", good, "--strict"),
            List.of("check", good, "--server", "x:y"),
            List.of("check", good, "--practice", "--server", "127.0.0.1:25"),
            List.of("check", good, "--practice", "--junit", home.resolve("no/x.xml").toString()),
            List.of("check", good, "--practice", "--json", "-", "--html", "-"))) {
      Piped run = Piped.run(home, "", wrong.toArray(new String[0]));
      assertThat(run.exitCode()).as(wrong.toString()).isEqualTo(2);
      assertThat(run.out()).as(wrong.toString()).isEmpty();
      assertThat(run.err()).as(wrong.toString()).startsWith("smtpterm: ");
    }
  }

  @Test
  void reportsHoldWhatWasSaidAndNoSecret() throws IOException {
    String login =
        """
        C: EHLO me
        S: 250
        C: AUTH LOGIN
        S: 334
        C: ${answer:anna:${secret:password:geheim}}
        S: 334
        C: ${answer:anna:${secret:password:geheim}}
        S: 235
        C: NOOP
        S: 550
        """;
    Path junit = home.resolve("report.xml");
    Path html = home.resolve("report.html");
    Piped run =
        Piped.run(
            home,
            "",
            "check",
            "--practice",
            file("login.session", login),
            "--junit",
            junit.toString(),
            "--html",
            html.toString(),
            "--json",
            "-");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("login.session:10:4");
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(json.get("failed").getAsInt()).isEqualTo(1);
    for (String report : List.of(run.out(), Files.readString(junit), Files.readString(html))) {
      assertThat(report)
          .contains("AUTH LOGIN", "2.7.0 Authentication", "••••••••", "login.session")
          .doesNotContain("geheim", "Z2VoZWlt");
    }
  }

  @Test
  void manyFilesAtOnceComeToTheSameAsOneByOne() throws IOException {
    Files.createDirectories(home.resolve("many"));
    for (int i = 0; i < 200; i++) {
      String name = String.format("many/%03d.session", i);
      file(name, i % 50 == 7 ? WRONG : i % 50 == 9 ? "S: x\n" : GOOD);
    }
    String many = home.resolve("many").toString();
    Piped parallel = Piped.run(home, "", "check", "--practice", "--jobs", "8", many);
    Piped alone = Piped.run(home, "", "check", "--practice", "--jobs", "1", many);
    assertThat(parallel.exitCode()).isEqualTo(3);
    assertThat(timeless(home, parallel.out())).isEqualTo(timeless(home, alone.out()));
    assertThat(parallel.out().lines().filter(line -> line.startsWith("✔"))).hasSize(192);
    assertThat(parallel.err()).isEmpty();
  }

  @Test
  void aServerIsReachedByItsNameOnTheCommandLineAndTriedAgain() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      String greeting = file("greeting.session", "@connect mail.example:25\nS: 421\n");
      Piped run =
          Piped.run(
              home,
              "",
              "check",
              greeting,
              "--server",
              "127.0.0.1:" + server.port(),
              "--retry",
              "2",
              "--lang=en");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("try 3", "220 mx.test");
    }
  }

  @Test
  void transcriptsOfOtherNotationsAreCheckedAsWell() throws IOException {
    String talk = file("talk.txt", ">>> EHLO pc\n<<< 250 hi\n>>> QUIT\n<<< 221 Bye\n");
    Piped run = Piped.run(home, "", "check", "--practice", talk);
    assertThat(run.out()).startsWith("✔");
    assertThat(run.exitCode()).isZero();
    String other = file("other.txt", ">>> EHLO pc\n<<< 550 hi\n>>> QUIT\n<<< 221 Bye\n");
    Piped failed = Piped.run(home, "", "check", "--practice", other);
    assertThat(failed.out()).contains("other.txt:2:", "    <<< 550 hi\n");
    assertThat(failed.exitCode()).isEqualTo(1);
    Piped input = Piped.run(home, "C: QUIT\nS: 500\n", "check", "--practice", "-");
    assertThat(input.out()).startsWith("✖ -").contains("  -:2:4: ", "    S: 500\n       ^\n");
  }

  @Test
  void variablesComeFromTheCommandLineAFileAndTheEnvironment() throws IOException {
    String named = file("named.session", "C: EHLO ${name}\nS: 250\nC: ${verb}\nS: 250\n");
    String vars = file("vars", "# verbs\nverb = NOOP\n");
    String[] all = {"check", "--practice", named, "--vars", vars, "--var", "name=pc"};
    assertThat(Piped.run(home, "", all).exitCode()).isZero();
    Piped unknown = Piped.run(home, "", "check", "--practice", named, "--var", "name=pc");
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.out()).contains("named.session:3:4: ", "verb");
  }

  @Test
  void afterCtrlCWhatIsKnownIsSaidAndReported() throws Exception {
    try (RecordingServer silent = RecordingServer.silent()) {
      Path json = home.resolve("run.json");
      Process process =
          Piped.start(
              home,
              "check",
              "--jobs=1",
              file("a.session", "@connect 127.0.0.1:1\nC: NOOP\n"),
              file("b.session", "@connect 127.0.0.1:" + silent.port() + "\nC: NOOP\n"),
              "--json",
              json.toString());
      silent.peer();
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Piped.exitCode(process)).isEqualTo(130);
      assertThat(out).contains("a.session", "b.session", "2 files");
      assertThat(Files.readString(json)).contains("\"unfinished\": 1", "\"lost\": 1");
    }
  }
}
