package smtpterm.report;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
    HtmlHead.write(html, texts.say("report.title") + " · " + summary(run));
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
}
