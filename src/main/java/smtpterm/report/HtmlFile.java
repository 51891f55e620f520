package smtpterm.report;

import java.io.IOException;
import smtpterm.text.Texts;

/** The part of the page that is about one file. */
final class HtmlFile {
  private final Html html;
  private final Texts texts;
  private final HtmlTalk talk;

  HtmlFile(Html html, Texts texts) {
    this.html = html;
    this.texts = texts;
    this.talk = new HtmlTalk(html, texts);
  }

  void write(FileReport file, String anchor) throws IOException {
    html.open("section", "id", anchor, "class", file.verdict().word());
    html.open("details", "open", "").open("summary").open("h2");
    html.element("span", HtmlReport.sign(file.verdict()), "class", "sign");
    html.text(" " + file.name()).close();
    html.element("span", effort(file), "class", "effort").close();
    if (!file.complaints().isEmpty()) {
      html.open("div", "class", "complaints");
      for (Complaint complaint : file.complaints()) {
        complaint(complaint);
      }
      html.close();
    }
    if (!file.scenes().isEmpty()) {
      talk.rows(PageRow.of(file.scenes()));
    }
    html.close(2);
  }

  private String effort(FileReport file) {
    String all =
        Measure.steps(texts, file.effort().steps())
            + " · "
            + Measure.time(texts, file.effort().took());
    return file.effort().tries() > 1
        ? all + " · " + texts.say("report.tries", file.effort().tries())
        : all;
  }

  private void complaint(Complaint complaint) throws IOException {
    html.open("div", "class", "complaint");
    html.open("p", "class", "headline");
    if (complaint.spot().isPresent()) {
      html.element("span", complaint.spot().get().text(), "class", "spot").text(" ");
    }
    html.text(complaint.what()).close();
    if (complaint.spot().isPresent() && !complaint.spot().get().source().isBlank()) {
      source(complaint.spot().get());
    }
    if (complaint.came().isPresent()) {
      html.open("div", "class", "came");
      talk.lines(complaint.came().get().lines(), complaint.came().get().replyClass());
      html.close();
    }
    for (String sentence : complaint.why()) {
      html.element("p", sentence, "class", "why");
    }
    html.close();
  }

  /** The line of the file, from the place on marked. */
  private void source(Complaint.Spot spot) throws IOException {
    String source = spot.source();
    int column = Math.min(source.length(), spot.column() - 1);
    html.open("div", "class", "source");
    html.element("span", Integer.toString(spot.line()), "class", "line");
    html.text(source.substring(0, column));
    html.element("mark", column < source.length() ? source.substring(column) : " ");
    html.close();
  }
}
