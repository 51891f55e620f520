package smtpterm.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.screen.Look;
import smtpterm.text.Texts;

/** A conversation in HTML: a table with the columns Client, Server and Explanation. */
final class HtmlTalk {
  private static final String ALL_COLUMNS = "3";

  private static final Look LOOK = Look.plain(true);

  private final Html html;
  private final Texts texts;

  HtmlTalk(Html html, Texts texts) {
    this.html = html;
    this.texts = texts;
  }

  /** The whole table. */
  void rows(List<PageRow> rows) throws IOException {
    html.open("table", "class", "talk").open("thead").open("tr");
    html.element("th", texts.say("report.column.client"));
    html.element("th", texts.say("report.column.server"));
    html.element("th", texts.say("report.column.explanation"));
    html.close(2).open("tbody");
    for (PageRow row : rows) {
      if (row.alone().isPresent()) {
        alone(row.alone().get());
      } else {
        exchange(row);
      }
    }
    html.close(2);
  }

  private void exchange(PageRow row) throws IOException {
    html.open("tr").open("td", "class", "client");
    for (Scene.Said said : row.said()) {
      html.open("div", "class", "code " + said.kind().name().toLowerCase(Locale.ROOT));
      html.element("span", said.line().isEmpty() ? "C:" : "C: ", "class", "mark");
      html.text(said.line()).close();
    }
    html.close().open("td", "class", "server");
    for (Scene.Answered answer : row.answers()) {
      lines(answer.lines(), answer.replyClass());
    }
    html.close().open("td", "class", "meaning");
    for (Scene.Answered answer : row.answers()) {
      meaning(answer);
    }
    html.close(2);
  }

  /** The lines of a reply, the code in the colour of its class. */
  void lines(List<String> lines, ReplyClass replyClass) throws IOException {
    for (String line : lines) {
      String code = Reply.codeOf(line).isEmpty() ? Reply.statusOf(line) : Reply.codeOf(line);
      html.open("div", "class", "code").element("span", "S: ", "class", "mark");
      html.element("b", code, "class", style(replyClass));
      html.text(line.substring(code.length())).close();
    }
  }

  private void meaning(Scene.Answered answer) throws IOException {
    if (answer.meaning().isEmpty()) {
      return;
    }
    html.open("p");
    html.element("b", LOOK.sign(answer.replyClass()), "class", style(answer.replyClass()));
    html.text(" " + answer.meaning()).close();
    if (!answer.details().isEmpty()) {
      html.open("dl");
      for (Scene.Detail detail : answer.details()) {
        html.element("dt", detail.term()).element("dd", detail.sentence());
      }
      html.close();
    }
  }

  private void alone(Scene scene) throws IOException {
    if (scene instanceof Scene.Failed failed) {
      html.open("tr", "class", "failure").open("td", "colspan", ALL_COLUMNS);
      html.element("b", "✖", "class", style(ReplyClass.PERMANENT));
      html.text(" " + failed.complaint().headline());
    } else if (scene instanceof Scene.Noted noted) {
      html.open("tr", "class", "note").open("td", "colspan", ALL_COLUMNS).text(noted.text());
    } else if (scene instanceof Scene.Happened happened) {
      html.open("tr", "class", "event").open("td", "colspan", ALL_COLUMNS);
      html.text(happened.sentence());
    } else if (scene instanceof Scene.LeftOut leftOut) {
      html.open("tr", "class", "event").open("td", "colspan", ALL_COLUMNS);
      html.text(texts.say("report.left-out", leftOut.scenes()));
    }
    html.close(2);
  }

  private static String style(ReplyClass replyClass) {
    return "r-" + replyClass.name().toLowerCase(Locale.ROOT);
  }
}
