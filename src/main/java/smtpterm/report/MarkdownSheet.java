package smtpterm.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.text.Texts;

/**
 * A work sheet in Markdown: tables with the columns Client, Server and Explanation, and the notes
 * between them.
 */
public final class MarkdownSheet implements SheetWriter {
  private static final String BREAK = "<br>";

  private final Texts texts;

  /**
   * @param texts the language of the sheet
   */
  public MarkdownSheet(Texts texts) {
    this.texts = Objects.requireNonNull(texts, "texts");
  }

  @Override
  public void write(Sheet sheet, Writer out) throws IOException {
    List<String> blocks = new ArrayList<>();
    blocks.add("# " + MarkdownText.words(sheet.title()));
    sheet.description().forEach(note -> blocks.add(MarkdownText.paragraph(note)));
    List<String> table = new ArrayList<>();
    for (PageRow row : sheet.rows()) {
      if (row.alone().isPresent()) {
        end(table, blocks);
        blocks.add(alone(row.alone().get()));
      } else {
        table.add(row(row));
      }
    }
    end(table, blocks);
    out.write(String.join("\n\n", blocks) + "\n");
    out.flush();
  }

  private void end(List<String> table, List<String> blocks) {
    if (!table.isEmpty()) {
      blocks.add(
          row(
                  texts.say("report.column.client"),
                  texts.say("report.column.server"),
                  texts.say("report.column.explanation"))
              + "\n| --- | --- | --- |\n"
              + String.join("\n", table));
      table.clear();
    }
  }

  private static String alone(Scene scene) {
    if (scene instanceof Scene.Happened happened) {
      return "*" + MarkdownText.words(happened.sentence()) + "*";
    }
    return scene instanceof Scene.Noted noted ? MarkdownText.paragraph(noted.text()) : "";
  }

  private static String row(PageRow row) {
    List<String> client = row.said().stream().map(s -> MarkdownText.code(s.line())).toList();
    List<String> server = new ArrayList<>();
    List<String> meaning = new ArrayList<>();
    for (Scene.Answered answer : row.answers()) {
      answer.lines().forEach(line -> server.add(MarkdownText.code(line)));
      if (!answer.meaning().isEmpty()) {
        meaning.add(MarkdownText.words(answer.meaning()));
      }
      for (Scene.Detail detail : answer.details()) {
        meaning.add(MarkdownText.code(detail.term()) + " " + MarkdownText.words(detail.sentence()));
      }
    }
    return row(String.join(BREAK, client), String.join(BREAK, server), String.join(BREAK, meaning));
  }

  private static String row(String client, String server, String meaning) {
    return ("| " + client + " | " + server + " | " + meaning + " |").replace("|  |", "| |");
  }
}
