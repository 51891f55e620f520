package smtpterm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import smtpterm.testing.Golden;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class HtmlReportTest {
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)([^>]*)>");

  private static String page(Language language, CheckRun run) throws IOException {
    return Runs.written(new HtmlReport(new Texts(language), ZoneOffset.UTC), run);
  }

  @Test
  void thePageShowsEachFileInThreeColumns() throws IOException {
    // The style sheet is a file of its own; here it would only be in the way.
    Golden.check(
        "report/page.html",
        page(Language.ENGLISH, Runs.mixed())
            .replaceFirst("(?s)<style>.*</style>", "<style></style>")
            .replaceFirst("sha256-[^']*", "sha256-")
            .replace('\u202f', ' ')
            .lines()
            .toList());
  }

  @Test
  void itSpeaksGerman() throws IOException {
    assertThat(page(Language.GERMAN, Runs.mixed()))
        .contains(
            "<html lang=\"de\">",
            "Geprüfte Sitzungsdateien",
            "Erklärung",
            "3. Versuch",
            "nicht bestanden",
            "22. November 2026");
  }

  @Test
  void itMayLoadNothingAndRunNothing() throws IOException, NoSuchAlgorithmException {
    String page = page(Language.ENGLISH, Runs.mixed());
    Matcher style = STYLE.matcher(page);
    assertThat(style.find()).isTrue();
    String digest =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
    assertThat(page)
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-" + digest + "&#39;;")
        .doesNotContain("<script", "http://", "https://", "url(", "@import", " style=");
  }

  @Test
  void nothingBreaksOutOfThePage() throws IOException {
    String evil = page(Language.ENGLISH, Runs.of(Runs.evil()));
    String good = page(Language.ENGLISH, Runs.of(Runs.failed("a.session")));
    assertThat(evil)
        .doesNotContain("<script", "\u001b", "\u202e", "\u0000")
        .contains("&lt;script&gt;alert(1)", "\\x1b]0;owned\\x07\\u202e\\x00");
    assertThat(TAG.matcher(evil).results().map(tag -> tag.group(2)))
        .isSubsetOf(
            "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "ul", "li",
            "span", "div", "i", "main", "section", "details", "summary", "table", "thead", "tr",
            "th", "tbody", "td", "b", "dl", "dt", "dd", "mark", "footer");
    assertThat(attributes(evil)).allMatch(a -> !a.contains("onload"));
    assertThat(attributes(good)).isNotEmpty();
  }

  @Test
  void eachElementThatIsOpenedIsClosed() throws IOException {
    String page = page(Language.ENGLISH, Runs.mixed());
    int open = 0;
    Matcher tag = TAG.matcher(page.replaceFirst("(?s)<style>.*</style>", ""));
    while (tag.find()) {
      open += tag.group(2).equals("meta") ? 0 : tag.group(1).isEmpty() ? 1 : -1;
      assertThat(open).isNotNegative();
    }
    assertThat(open).isZero();
  }

  private static List<String> attributes(String page) {
    return TAG.matcher(page)
        .results()
        .map(tag -> tag.group(3).replaceAll("\"[^\"]*\"", ""))
        .toList();
  }
}
