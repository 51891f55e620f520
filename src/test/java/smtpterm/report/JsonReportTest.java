package smtpterm.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import smtpterm.testing.Golden;

final class JsonReportTest {
  private static final JsonReport REPORT = new JsonReport();

  @Test
  void aProgramReadsWhatBecameOfEachFile() throws IOException {
    Golden.check("report/run.json", Runs.written(REPORT, Runs.mixed()).lines().toList());
  }

  @Test
  void theCountsAddUp() throws IOException {
    JsonObject run = parsed(Runs.mixed());
    int sum = 0;
    for (Verdict verdict : Verdict.values()) {
      sum += run.get(verdict.word()).getAsInt();
    }
    assertThat(sum).isEqualTo(run.get("total").getAsInt()).isEqualTo(5);
  }

  @Test
  void aProgramGetsTheVeryTextAndATerminalOnlyHarmlessCharacters() throws IOException {
    String written = Runs.written(REPORT, Runs.of(Runs.evil()));
    assertThat(written).matches("[ -~\\n]+");
    JsonArray files = parsed(Runs.of(Runs.evil())).getAsJsonArray("files");
    assertThat(files).hasSize(1);
    assertThat(files.get(0).getAsJsonObject().get("name").getAsString()).isEqualTo(Runs.EVIL);
  }

  @Test
  void lettersBeyondAsciiStayReadable() throws IOException {
    assertThat(Runs.written(REPORT, Runs.of(Runs.passed("grün\uD83C\uDF31.session"))))
        .contains("grün\uD83C\uDF31.session");
  }

  private static JsonObject parsed(CheckRun run) throws IOException {
    return JsonParser.parseString(Runs.written(REPORT, run)).getAsJsonObject();
  }
}
