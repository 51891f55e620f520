package smtpterm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import smtpterm.knowledge.Explainer;
import smtpterm.script.Plan;
import smtpterm.script.PlanReading;
import smtpterm.script.ScriptReading;
import smtpterm.script.SessionFiles;
import smtpterm.script.SourceText;
import smtpterm.server.Service;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Makes work sheets for tests. */
final class Sheets {
  private Sheets() {}

  static Sheet of(Language language, Path file) throws IOException {
    return of(language, SessionFiles.read(file));
  }

  static Sheet of(Language language, String... lines) {
    return of(
        language,
        SessionFiles.read(SourceText.of(String.join("\n", lines) + "\n"), "talk.session"));
  }

  private static Sheet of(Language language, ScriptReading reading) {
    assertThat(reading.errors()).isEmpty();
    PlanReading planned = Plan.of(reading.script());
    assertThat(planned.errors()).isEmpty();
    Texts texts = new Texts(language);
    return SheetReader.of(
        planned.plan(),
        "talk.session",
        texts,
        new Explainer(texts, Optional.empty()),
        part -> Service.spokenIn(part).dialect());
  }

  static SheetWriter writer(Language language, String form) {
    Texts texts = new Texts(language);
    return switch (form) {
      case "md" -> new MarkdownSheet(texts);
      case "html" -> new HtmlSheet(texts);
      case "mmd" -> new MermaidSheet(texts);
      case "json" -> new JsonSheet();
      default -> throw new IllegalArgumentException(form);
    };
  }

  static String written(SheetWriter writer, Sheet sheet) throws IOException {
    StringWriter out = new StringWriter();
    writer.write(sheet, out);
    return out.toString();
  }
}
