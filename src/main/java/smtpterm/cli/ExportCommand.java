package smtpterm.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smtpterm.report.HtmlSheet;
import smtpterm.report.JsonSheet;
import smtpterm.report.MarkdownSheet;
import smtpterm.report.MermaidSheet;
import smtpterm.report.Sheet;
import smtpterm.report.SheetReader;
import smtpterm.report.SheetWriter;
import smtpterm.screen.Look;
import smtpterm.script.Plan;
import smtpterm.server.Service;
import smtpterm.text.Texts;

/** {@code smtpterm export lesson.session -o lesson.html}: a conversation as a work sheet. */
@Command(name = "export", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  /** What a file may become. */
  enum Form {
    MARKDOWN,
    HTML,
    MERMAID,
    JSON
  }

  private static final Map<String, Form> ENDINGS =
      Map.of(
          ".md",
          Form.MARKDOWN,
          ".html",
          Form.HTML,
          ".htm",
          Form.HTML,
          ".mmd",
          Form.MERMAID,
          ".json",
          Form.JSON);

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private String file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private String output;

  @Option(names = "--force")
  private boolean force;

  @Option(names = "--to", paramLabel = "markdown|html|mermaid|json")
  private Form form;

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<Form> chosen = form();
    if (chosen.isEmpty()) {
      complain("cli.export.ending", output);
      return ExitCode.USAGE;
    }
    SessionFile read;
    try {
      read = SessionFile.read(file, surroundings);
    } catch (SessionFile.Unreadable e) {
      e.tell(surroundings);
      return ExitCode.USAGE;
    }
    if (!read.errors().isEmpty()) {
      read.tell(read.errors(), surroundings);
      return ExitCode.MALFORMED;
    }
    read.tell(read.doubts(), surroundings);
    return write(text(read.plan(), chosen.get()));
  }

  private Optional<Form> form() {
    if (form != null) {
      return Optional.of(form);
    } else if (output == null) {
      return Optional.of(Form.MARKDOWN);
    }
    int dot = Math.max(0, output.lastIndexOf('.'));
    return Optional.ofNullable(ENDINGS.get(output.substring(dot).toLowerCase(Locale.ROOT)));
  }

  private String text(Plan plan, Form to) {
    Texts texts = surroundings.texts();
    Sheet sheet =
        SheetReader.of(
            plan,
            name(),
            texts,
            surroundings.explainer(Optional.empty()),
            part -> Service.spokenIn(part).dialect());
    SheetWriter writer =
        switch (to) {
          case MARKDOWN -> new MarkdownSheet(texts);
          case HTML -> new HtmlSheet(texts);
          case MERMAID -> new MermaidSheet(texts);
          case JSON -> new JsonSheet();
        };
    StringWriter text = new StringWriter();
    try {
      writer.write(sheet, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private String name() {
    Path name = Path.of(file).getFileName();
    return file.equals(SessionFileList.STANDARD_INPUT) || name == null
        ? surroundings.texts().say("report.sheet.title")
        : name.toString();
  }

  private int write(String text) {
    if (output == null) {
      surroundings.output().print(text.lines().toList());
      return ExitCode.FINE;
    }
    Optional<String> problem = new NewFile(output, force).write(text, surroundings.texts());
    problem.ifPresent(sentence -> surroundings.output().complain(look().own(sentence)));
    return problem.isEmpty() ? ExitCode.FINE : ExitCode.USAGE;
  }

  private Look look() {
    return surroundings.layout(ColourChoice.NEVER).look();
  }

  private void complain(String key, Object... arguments) {
    surroundings.output().complain(look().own(surroundings.texts().say(key, arguments)));
  }
}
