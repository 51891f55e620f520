package smtpterm.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import smtpterm.text.Texts;

/**
 * A work sheet as one page of HTML, for the screen and for paper, with the columns Client, Server
 * and Explanation.
 */
public final class HtmlSheet implements SheetWriter {
  private final Texts texts;

  /**
   * @param texts the language of the page
   */
  public HtmlSheet(Texts texts) {
    this.texts = Objects.requireNonNull(texts, "texts");
  }

  @Override
  public void write(Sheet sheet, Writer out) throws IOException {
    out.append("<!DOCTYPE html>\n");
    Html html = new Html(out);
    html.open("html", "lang", texts.language().tag());
    HtmlHead.write(html, sheet.title());
    html.open("body").open("header", "class", "sheet").element("h1", sheet.title());
    for (String note : sheet.description()) {
      html.element("p", note);
    }
    html.close().open("main").open("section");
    new HtmlTalk(html, texts).rows(sheet.rows());
    html.close(2).element("footer", texts.say("report.sheet.footer"));
    html.close(2);
    out.flush();
  }
}
