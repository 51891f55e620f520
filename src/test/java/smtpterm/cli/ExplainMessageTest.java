package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.mail.Mails;

/** {@code smtpterm explain --message}: a mail in a file. */
final class ExplainMessageTest {
  @TempDir Path folder;

  private static Run explain(String language, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "explain";
    all[1] = "--lang";
    all[2] = language;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Run.with("", all);
  }

  private static String file(String name) {
    return Mails.file(name).toString();
  }

  @Test
  void aMailIsShownWithItsTextItsWayAndWhatStandsOut() {
    Run run = explain("en", "--message", file("umlauts.eml"));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsSubsequence(
            "From      Anna Müller <anna@kolleg.de>",
            "Subject   Grüße und Einladung: Gartenparty am Südsee",
            "│ Schöne Grüße",
            "Einladung für alle.pdf",
            "laptop (unknown [192.0.2.77]) → mail.kolleg.de",
            "3 s later",
            "✔ DKIM: the seal of kolleg.de fits",
            "What stands out",
            "can forge every line");
    assertThat(explain("de", "--message", file("umlauts.eml")).out())
        .containsSubsequence("3 s später", "das Siegel von kolleg.de passt", "Was auffällt");
  }

  @Test
  void theStandardInputIsADash() throws IOException {
    byte[] octets = Files.readAllBytes(Mails.file("umlauts.eml"));
    Run run = Run.with(octets, Map.of(), "explain", "--message", "-");
    assertThat(run).isEqualTo(explain("en", "--message", file("umlauts.eml")));
  }

  @Test
  void jsonSaysTheSameForPrograms() {
    Run run = explain("de", "--json", "--message", file("long-way.eml"));
    JsonObject mail = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(run.code()).isZero();
    assertThat(mail.getAsJsonObject("text").get("charset").getAsString()).isEqualTo("ISO-8859-1");
    assertThat(mail.getAsJsonArray("path")).hasSize(4);
    JsonObject third = mail.getAsJsonArray("path").get(2).getAsJsonObject();
    assertThat(third.get("secondsLater").getAsLong()).isEqualTo(8_049);
    assertThat(third.get("time").getAsString()).isEqualTo("2026-11-21T11:14:40+01:00");
    assertThat(mail.getAsJsonArray("checks")).hasSize(4);
    assertThat(mail.getAsJsonArray("findings").toString())
        .contains("reply-to-differs", "odd", "Eine Antwort ginge an");
    assertThat(mail.getAsJsonArray("header").toString()).contains("Alles für den Garten");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingOfAHostileMailComesOutRaw(boolean json) {
    String[] arguments = {"--color", "never", "--message", file("spoofed.eml"), "--json"};
    Run run = explain("en", json ? arguments : Arrays.copyOf(arguments, 4));
    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("\u001b", "\u0007", "\u202e").contains("u202egnp.exe");
    if (json) {
      assertThat(JsonParser.parseString(run.out()).getAsJsonObject().get("text").toString())
          .contains("\u202egnp.exe");
    }
  }

  @Test
  void whatIsNoMailIsSaidInOneLine() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Hello Bob\n\nhow are you?\n");
    for (String language : new String[] {"en", "de"}) {
      for (String[] wrong :
          new String[][] {
            {folder.resolve("missing.eml").toString()},
            {folder.toString()},
            {empty.toString()},
            {letter.toString()},
            {"a\0b"},
            {letter.toString(), "550"},
            {letter.toString(), "--list", "codes"},
            {},
          }) {
        String[] arguments = new String[wrong.length + 1];
        arguments[0] = "--message";
        System.arraycopy(wrong, 0, arguments, 1, wrong.length);
        Run run = explain(language, arguments);
        assertThat(run.code()).as(String.join(" ", wrong)).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("smtpterm: ").doesNotContain("Exception", "\0");
      }
    }
    assertThat(explain("de", "--message", letter.toString()).err()).contains("ist keine Mail");
    assertThat(explain("en", "--message", folder.toString()).err()).contains("it is a folder");
  }
}
