package smtpterm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import smtpterm.testing.Golden;
import smtpterm.text.Language;

/** What a work sheet says; how a form keeps strangers' text harmless, {@link HostileSheetTest}. */
final class SheetTest {
  private static final Path LESSONS = Path.of("scripts", "sessions");

  static Stream<Arguments> lessons() {
    return Stream.of("md", "html", "mmd", "json")
        .flatMap(
            form ->
                Stream.of(
                    Arguments.of(Language.GERMAN, "de", "15-anmelden-auth-login", form),
                    Arguments.of(Language.ENGLISH, "en", "01-first-mail", form)));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void aLessonInEachForm(Language language, String folder, String name, String form)
      throws IOException {
    Sheet sheet = Sheets.of(language, LESSONS.resolve(folder).resolve(name + ".session"));
    List<String> lines =
        Sheets.written(Sheets.writer(language, form), sheet)
            .replaceFirst("(?s)<style>.*</style>", "<style></style>")
            .replaceFirst("sha256-[^']*", "sha256-")
            .lines()
            .toList();
    Golden.check("sheet/" + name + "." + form, lines);
  }

  private static String markdown(String... lines) throws IOException {
    return Sheets.written(
        Sheets.writer(Language.ENGLISH, "md"), Sheets.of(Language.ENGLISH, lines));
  }

  @Test
  void whatIsSampleTextIsSaidAndTheFirstOfSeveralCodes() throws IOException {
    String sheet =
        markdown(
            "S: 220 mx ready",
            "C: MAIL FROM:<a@b.example>",
            "S: 250|251 /queued as (?<id>\\S+)/ queued as 7",
            "C: RCPT TO:<c@b.example>",
            "S: 450|550 5.1.1",
            "C: VRFY ${id} ${user:carol}",
            "S: = exactly this".replace("= ", "252 = "),
            "C: NOOP",
            "S: *",
            "C: HELP",
            "S: 5xx|4xx");
    assertThat(sheet)
        .contains(
            "| | `220 mx ready` | 220 ready",
            "| `250 queued as 7` | 250 done",
            "| `550 5.1.1` | 550 refused: no such mailbox here",
            "| `VRFY ‹id› carol` | `252 exactly this` | 252 ",
            "| `NOOP` | `*` | Any reply is welcome here. |",
            "| `HELP` | `5xx` | Any code that starts with 5: refused. |");
  }

  @Test
  void aReplyKeepsItsLinesAndTheMessageItsCell() throws IOException {
    String sheet =
        markdown(
            "S: 220",
            "C: EHLO pc",
            "S: 250-mx",
            "S: 250 SIZE 1000",
            "C: MAIL FROM:<a@b.example>",
            "C: RCPT TO:<c@b.example>",
            "C: DATA",
            "S: 354",
            "C: Subject: Hi",
            "C:",
            "C: you",
            "C: .",
            "S: 250");
    assertThat(sheet)
        .contains(
            "| `EHLO pc` | `250-mx`<br>`250 SIZE 1000` | 250 done",
            "<br>`SIZE 1000` takes messages up to ",
            "| `Subject: Hi`<br><br>`you`<br>`.` | `250` | 250 done: the server has the mail");
  }

  @Test
  void repliesBehindAllCommandsBelongToTheirCommands() throws IOException {
    String sheet =
        markdown(
            "S: 220",
            "C: EHLO pc",
            "S: 250",
            "C: MAIL FROM:<a@b.example>",
            "C: RCPT TO:<c@b.example>",
            "C: DATA",
            "S: 250 sender",
            "S: 550 unknown",
            "S: 554 nobody");
    assertThat(sheet)
        .contains(
            "| `MAIL FROM:<a@b.example>` | `250 sender` |",
            "| `RCPT TO:<c@b.example>` | `550 unknown` |",
            "| `DATA` | `554 nobody` |");
  }

  @Test
  void noSecretIsOnThePaper() throws IOException {
    for (String form : List.of("md", "html", "mmd", "json")) {
      String sheet =
          Sheets.written(
              Sheets.writer(Language.ENGLISH, form),
              Sheets.of(
                  Language.ENGLISH,
                  "@set pw geheim1",
                  "S: 220",
                  "C: EHLO pc",
                  "S: 250 AUTH LOGIN PLAIN",
                  "C: AUTH PLAIN AGFubmEAZ2VoZWlt",
                  "S: 535 not geheim, nor AGFubmEAZ2VoZWlt",
                  "C: AUTH LOGIN",
                  "S: 334 VXNlcm5hbWU6",
                  "C: YW5uYQ==",
                  "S: 334 UGFzc3dvcmQ6",
                  "C: ${base64:${pw}}",
                  "S: 535",
                  "C: AUTH PLAIN ${answer:anna:geheim}",
                  "S: 235",
                  "C: NOOP ${secret:token} ${secret:other:geheim}",
                  "S: 250"));
      assertThat(sheet)
          .doesNotContain("geheim", "Z2VoZWlt", "AGFu", "Li4u")
          .contains("AUTH PLAIN ••••••••", "not ••••••••, nor ••••••••", "NOOP •••••••• ••••••••");
    }
  }

  @Test
  void aSecondConnectionSpeaksItsOwnLanguage() throws IOException {
    String sheet =
        markdown(
            "@connect smtp://localhost:2525",
            "S: 220",
            "C: QUIT",
            "S: 221",
            "@closed",
            "@connect ${pop3:pop3://localhost:2110}",
            "S: +OK",
            "C: STAT",
            "S: +OK 2 320",
            "C: RETR 1",
            "S: +OK",
            "S: ...",
            "S: .");
    assertThat(sheet)
        .contains(
            "*The server closes the connection.*",
            "*Connection to `pop3://localhost:2110`*",
            "| `STAT` | `+OK 2 320` | +OK ",
            "| `RETR 1` | `+OK`<br>`...`<br>`.` | +OK done");
  }

  @Test
  void behindStarttlsTheSheetSaysThatAllIsEncrypted() throws IOException {
    assertThat(markdown("S: 220", "C: EHLO pc", "S: 250", "C: STARTTLS", "S: 220", "C: QUIT"))
        .contains("*From here on the connection is encrypted (TLS).*");
    assertThat(markdown("S: 220", "C: EHLO pc", "S: 250", "C: STARTTLS", "S: 454", "C: QUIT"))
        .doesNotContain("encrypted (TLS).*");
  }

  @Test
  void aFileWithoutNotesIsCalledByItsName() throws IOException {
    assertThat(markdown("S: 220", "C: QUIT")).startsWith("# talk.session\n");
  }
}
