package smtpterm.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import smtpterm.text.Texts;

/**
 * A run as one page of HTML for people: all files with how they fared, and for each what was said
 * in three columns, Client, Server and Explanation.
 *
 * <p>The page needs nothing but itself, and may not load anything: its policy forbids all but its
 * own style sheet, so that even a mistake in escaping could run nothing.
 */
public final class HtmlReport implements ReportWriter {
  private static final List<Verdict> ORDER =
      List.of(Verdict.PASSED, Verdict.FAILED, Verdict.LOST, Verdict.MALFORMED, Verdict.UNFINISHED);

  private final Texts texts;
  private final ZoneId zone;

  /**
   * @param texts the language of the page
   * @param zone in which it tells the time
   */
  public HtmlReport(Texts texts, ZoneId zone) {
    this.texts = Objects.requireNonNull(texts, "texts");
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    out.append("<!DOCTYPE html>\n");
    Html html = new Html(out);
    html.open("html", "lang", texts.language().tag());
    head(html, run);
    html.open("body");
    header(html, run);
    if (run.files().size() > 1) {
      contents(html, run);
    }
    html.open("main");
    HtmlFile page = new HtmlFile(html, texts);
    for (int i = 0; i < run.files().size(); i++) {
      page.write(run.files().get(i), anchor(i));
    }
    html.close();
    html.element("footer", texts.say("report.footer"));
    html.close(2);
    out.flush();
  }

  /** The sign that says how a file fared, beside its colour. */
  static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "✔";
      case FAILED, LOST -> "✖";
      case MALFORMED -> "!";
      case UNFINISHED -> "…";
    };
  }

  private void head(Html html, CheckRun run) throws IOException {
    String css = style();
    html.open("head").open("meta", "charset", "utf-8");
    html.open(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'sha256-"
            + digest(css)
            + "'; base-uri 'none'; form-action 'none'");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    html.open("meta", "name", "generator", "content", "smtpterm");
    html.element("title", texts.say("report.title") + " · " + summary(run));
    html.style(css).close();
  }

  private void header(Html html, CheckRun run) throws IOException {
    html.open("header").element("h1", texts.say("report.title"));
    String started =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(texts.language().locale())
            .format(run.started().atZone(zone));
    html.element(
        "p",
        texts.say(
            "report.when",
            started,
            Measure.files(texts, run.files().size()),
            Measure.steps(texts, run.steps()),
            Measure.time(texts, run.took())),
        "class",
        "when");
    html.open("ul", "class", "totals");
    for (Verdict verdict : ORDER) {
      if (run.count(verdict) > 0) {
        html.open("li", "class", verdict.word());
        html.element("span", Integer.toString(run.count(verdict)), "class", "number");
        html.element("span", sign(verdict) + " " + word(verdict), "class", "what").close();
      }
    }
    html.close();
    bar(html, run);
    html.close();
  }

  /** How many of all, as a strip; each file has the same part of it. */
  private void bar(Html html, CheckRun run) throws IOException {
    if (run.files().isEmpty()) {
      return;
    }
    // Not with widths in attributes: the policy allows no style but that of the page.
    html.open("div", "class", "bar", "aria-hidden", "true");
    for (Verdict verdict : ORDER) {
      for (int i = 0; i < run.count(verdict); i++) {
        html.open("i", "class", verdict.word()).close();
      }
    }
    html.close();
  }

  private void contents(Html html, CheckRun run) throws IOException {
    html.open("nav").open("table", "class", "files").open("thead").open("tr");
    html.element("th", texts.say("report.column.result"));
    html.element("th", texts.say("report.column.file"));
    html.element("th", texts.say("report.column.steps"), "class", "right");
    html.element("th", texts.say("report.column.time"), "class", "right");
    html.close(2).open("tbody");
    for (int i = 0; i < run.files().size(); i++) {
      FileReport file = run.files().get(i);
      html.open("tr", "class", file.verdict().word());
      html.open("td", "class", "sign").text(sign(file.verdict()) + " " + word(file.verdict()));
      html.close().open("td").element("a", file.name(), "href", "#" + anchor(i)).close();
      html.element("td", Integer.toString(file.effort().steps()), "class", "right");
      html.element("td", Measure.time(texts, file.effort().took()), "class", "right").close();
    }
    html.close(3);
  }

  private String summary(CheckRun run) {
    return run.count(Verdict.PASSED) + "/" + run.files().size();
  }

  private String word(Verdict verdict) {
    return texts.say("report.verdict." + verdict.word());
  }

  private static String anchor(int file) {
    return "file-" + (file + 1);
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("/smtpterm/report/page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By its digest the policy of the page knows the style sheet (CSP Level 3, section 8.4). */
  private static String digest(String css) {
    try {
      byte[] octets = css.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
