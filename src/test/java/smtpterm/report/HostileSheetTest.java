package smtpterm.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import smtpterm.text.Language;

/** Text of strangers stays text, in each form of a work sheet. */
final class HostileSheetTest {
  private static final String EVIL =
      "<img src=x onerror=alert(1)> | `tick` [a](http://evil.example) ![i](x) www.evil.example"
          + " a@evil.example %%{init: {}}%% # ; end \\| &lt; $$x$$ **b** style:x#y;";

  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  private static String written(String form) throws IOException {
    Sheet sheet =
        Sheets.of(
            Language.ENGLISH,
            "# " + EVIL,
            "# - " + EVIL,
            "S: 220 " + EVIL,
            "# 1. " + EVIL,
            "C: EHLO " + EVIL,
            "S: 250-" + EVIL,
            "S: 250 AUTH " + EVIL,
            "C: wrap: \u001b[31m" + EVIL,
            "S: 500 \u202e" + EVIL);
    return Sheets.written(Sheets.writer(Language.ENGLISH, form), sheet);
  }

  @Test
  void nothingBreaksOutOfMarkdown() throws IOException {
    String sheet = written("md");
    assertThat(sheet).doesNotContain("\u001b", "\u202e");
    for (String line : sheet.lines().toList()) {
      // In code, only a vertical bar could end a cell; outside of it, many characters do harm.
      assertThat(line.chars().filter(c -> c == '`').count() % 2).as(line).isZero();
      String outside = CODE.matcher(line).replaceAll("").replace("<br>", "");
      assertThat(outside)
          .doesNotContain("<", "`", "http:", "www.", "@", "$$x")
          .doesNotContainPattern("(?<!\\\\)[\\[\\]]")
          .doesNotContainPattern("(?<!\\\\)\\*\\*");
      if (line.startsWith("|")) {
        assertThat(line.chars().filter(c -> c == '|').count()).as(line).isEqualTo(4);
      } else {
        assertThat(line).doesNotContain("|").doesNotStartWith("-").doesNotStartWith("1.");
      }
    }
  }

  @Test
  void theCodeOfMarkdownShowsEachCharacter() {
    assertThat(MarkdownText.code("a|b`c")).isEqualTo("`a`&#124;`b`&#96;`c`");
    assertThat(MarkdownText.code(" a ")).isEqualTo("`  a  `");
    assertThat(MarkdownText.code("")).isEmpty();
    assertThat(MarkdownText.paragraph("12. Mai <b>")).isEqualTo("12\\. Mai &lt;b&gt;");
    assertThat(MarkdownText.paragraph("- x")).isEqualTo("\\- x");
    assertThat(MarkdownText.words("an a@b.example")).isEqualTo("an `a@b.example`");
  }

  @Test
  void nothingBreaksOutOfHtml() throws IOException {
    String page = written("html").replaceFirst("(?s)<style>.*</style>", "");
    assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;", "default-src &#39;none&#39;");
    assertThat(page).doesNotContain("<img", "<script", "<a ", "\u001b", "\u202e");
  }

  @Test
  void nothingBreaksOutOfMermaid() throws IOException {
    List<String> lines = written("mmd").lines().toList();
    assertThat(lines.get(0)).isEqualTo("sequenceDiagram");
    Pattern statement =
        Pattern.compile(
            "    (?:participant (?:Client|Server) as \\w+"
                + "|(?:Client->>Server|Server-->>Client|Note over Client,Server): (.+))");
    for (String line : lines.subList(1, lines.size())) {
      Matcher matcher = statement.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      String text = matcher.group(1) == null ? "" : matcher.group(1);
      assertThat(text.replaceAll("#\\w+;", "").replace("<br/>", ""))
          .doesNotContain("#", ";", "<", ">", "%", "$", "`", "\\", "style", "\u001b", "\u202e")
          .doesNotStartWith("wrap:");
    }
    assertThat(MermaidText.of("")).isEqualTo("#160;");
  }

  @Test
  void jsonGivesTheVeryTextBack() throws IOException {
    String json = written("json");
    assertThat(json).doesNotContain("\u001b", "\u202e");
    JsonArray steps = JsonParser.parseString(json).getAsJsonArray();
    assertThat(steps).hasSize(7 + 1);
    assertThat(steps.get(0).getAsJsonObject().get("text").getAsString()).isEqualTo(EVIL);
    assertThat(steps.get(7).getAsJsonObject().get("text").getAsString())
        .isEqualTo("500 \u202e" + EVIL);
    assertThat(steps.get(4).getAsJsonObject().get("who").getAsString()).isEqualTo("client");
    assertThat(steps.get(4).getAsJsonObject().getAsJsonObject("place").get("line").getAsInt())
        .isEqualTo(5);
  }
}
