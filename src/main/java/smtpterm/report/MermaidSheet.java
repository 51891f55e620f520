package smtpterm.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.text.Texts;

/** A conversation as a sequence diagram of Mermaid: arrows from Client to Server and back. */
public final class MermaidSheet implements SheetWriter {
  private static final String INDENT = "    ";

  private final Texts texts;

  /**
   * @param texts the language of the names
   */
  public MermaidSheet(Texts texts) {
    this.texts = Objects.requireNonNull(texts, "texts");
  }

  @Override
  public void write(Sheet sheet, Writer out) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("sequenceDiagram");
    lines.add(INDENT + "participant Client as " + texts.say("report.column.client"));
    lines.add(INDENT + "participant Server as " + texts.say("report.column.server"));
    note(lines, sheet.title());
    sheet.description().forEach(text -> note(lines, text));
    for (PageRow row : sheet.rows()) {
      if (!row.said().isEmpty()) {
        List<String> said = row.said().stream().map(Scene.Said::line).toList();
        lines.add(INDENT + "Client->>Server: " + MermaidText.of(said));
      }
      for (Scene.Answered answer : row.answers()) {
        lines.add(INDENT + "Server-->>Client: " + MermaidText.of(answer.lines()));
      }
      row.alone().ifPresent(scene -> alone(lines, scene));
    }
    out.write(String.join("\n", lines) + "\n");
    out.flush();
  }

  private static void alone(List<String> lines, Scene scene) {
    if (scene instanceof Scene.Noted noted) {
      note(lines, noted.text());
    } else if (scene instanceof Scene.Happened happened) {
      note(lines, happened.sentence());
    }
  }

  private static void note(List<String> lines, String text) {
    lines.add(INDENT + "Note over Client,Server: " + MermaidText.of(text));
  }
}
