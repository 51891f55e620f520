package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.testing.RecordingServer;

/** What {@code smtpterm check} tells nobody, and what it takes from nobody. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CheckSafelyIT {
  private static final String EVIL =
      "]]></script></td><script>alert(1)</script>\u001b]0;owned\u0007\u001b[2J\u202e\u009b";

  @TempDir Path home;

  private String file(String name, String... lines) throws IOException {
    return Files.writeString(home.resolve(name), String.join("\n", lines) + "\n").toString();
  }

  @Test
  void nothingThatAServerSaysBreaksOutOfAReportOrActsOnTheTerminal() throws Exception {
    try (RecordingServer server =
        RecordingServer.smtp(Map.of("NOOP", "550-" + EVIL + "\r\n550 " + EVIL + "\r\n"))) {
      Path junit = home.resolve("r.xml");
      Path html = home.resolve("r.html");
      Path json = home.resolve("r.json");
      Piped run =
          Piped.run(
              home,
              "",
              "check",
              "--server=127.0.0.1:" + server.port(),
              "--junit=" + junit,
              "--html=" + html,
              "--json=" + json,
              file("evil.session", "# " + EVIL, "C: NOOP", "S: 250 " + EVIL));
      assertThat(run.exitCode()).isEqualTo(1);
      for (String text :
          List.of(
              run.out(), Files.readString(junit), Files.readString(html), Files.readString(json))) {
        assertThat(text).contains("evil.session").doesNotContain("\u001b", "\u0007", "\u202e");
      }
      assertThat(Files.readString(html)).doesNotContain("<script").contains("&lt;script&gt;");
      assertThat(Files.readString(junit)).doesNotContain("<script").contains("&lt;script&gt;");
      String came =
          JsonParser.parseString(Files.readString(json))
              .getAsJsonObject()
              .getAsJsonArray("files")
              .get(0)
              .getAsJsonObject()
              .getAsJsonArray("complaints")
              .get(0)
              .getAsJsonObject()
              .getAsJsonArray("came")
              .get(0)
              .getAsString();
      assertThat(came).isEqualTo("550-" + EVIL);
    }
  }

  @Test
  void aSecretIsNowhereNotEvenWhereTheServerRepeatsIt() throws Exception {
    try (RecordingServer server =
        RecordingServer.smtp(Map.of("X-TOKEN", "550 not t0ps3cret but another\r\n"))) {
      Path html = home.resolve("r.html");
      Path junit = home.resolve("r.xml");
      Piped run =
          Piped.run(
              home,
              "",
              "check",
              "--server=127.0.0.1:" + server.port(),
              "--html=" + html,
              "--junit=" + junit,
              "--json=-",
              "--vars=" + file("vars", "token=t0ps3cret"),
              file("token.session", "C: X-TOKEN ${secret:token}", "S: 250"));
      assertThat(run.exitCode()).isEqualTo(1);
      for (String text :
          List.of(run.out(), run.err(), Files.readString(html), Files.readString(junit))) {
        assertThat(text).contains("550", "not ••••••••").doesNotContain("t0ps3cret");
      }
      assertThat(server.received()).contains("X-TOKEN t0ps3cret");
    }
  }

  @Test
  void noMailGoesUnencryptedWhereThatIsForbidden() throws Exception {
    try (RecordingServer server = RecordingServer.smtp()) {
      Piped run =
          Piped.run(
              home,
              "",
              "check",
              "--lang=en",
              "--starttls=required",
              "--server=127.0.0.1:" + server.port(),
              file("mail.session", "C: EHLO me", "S: 250", "C: MAIL FROM:<a@b.example>"));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).contains("mail.session:3:", "--starttls required");
      assertThat(server.received()).contains("EHLO me").doesNotContain("MAIL");
    }
  }

  @Test
  void withAPracticeServerNobodyElseIsBothered() throws IOException {
    Piped run =
        Piped.run(
            home,
            "",
            "check",
            "--practice",
            "--json=-",
            file(
                "away.session",
                "@connect mail.example:25",
                "C: EHLO me",
                "S: 250",
                "@connect pop3s://mail.example",
                "S: +OK",
                "C: USER anna",
                "S: +OK"),
            file("pop.session", "C: CAPA", "S: +OK", "S: ..."),
            file("lmtp.session", "C: LHLO me", "S: 250"),
            file(
                "named.session",
                "@connect ${smtp:mail.example:25}",
                "C: NOOP",
                "S: 250",
                "@connect ${pop3s}",
                "C: NOOP",
                "S: -ERR"));
    assertThat(run.err()).contains("4 files: 4 passed");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).doesNotContain("mail.example");
  }

  @Test
  void theManyWhoShareACertificateWaitForIt() throws IOException {
    Path folder = Files.createDirectory(home.resolve("tls"));
    for (int i = 0; i < 6; i++) {
      Files.writeString(
          folder.resolve(i + ".session"),
          "C: EHLO me\nS: 250\nC: STARTTLS\nS: 220\nC: EHLO me\nS: 250-\nS: 250\n");
    }
    Piped run = Piped.run(home, "", "check", "--practice", "--jobs=6", folder.toString());
    assertThat(run.out()).contains("6 files: 6 passed");
  }
}
