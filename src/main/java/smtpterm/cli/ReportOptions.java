package smtpterm.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.report.CheckRun;
import smtpterm.report.HtmlReport;
import smtpterm.report.JUnitReport;
import smtpterm.report.JsonReport;
import smtpterm.report.ReportFile;
import smtpterm.report.ReportWriter;
import smtpterm.text.Texts;

/** Which reports are written, and where: {@code --junit report.xml --json -}. */
final class ReportOptions {
  /** The standard output, as one writes it. */
  private static final String STANDARD_OUTPUT = "-";

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--junit", paramLabel = "FILE")
  String junit;

  @Option(names = "--json", paramLabel = "FILE")
  String json;

  @Option(names = "--html", paramLabel = "FILE")
  String html;

  /** Reports that are to be written. */
  interface Reports {
    /** Writes all of them; the sentences say which could not be. */
    List<String> write(CheckRun run);
  }

  /** Whether a report goes to the standard output, so that nothing else may. */
  boolean toStandardOutput() {
    return Stream.of(json, junit, html).anyMatch(STANDARD_OUTPUT::equals);
  }

  /** Whether any report is wanted. */
  boolean any() {
    return json != null || junit != null || html != null;
  }

  /**
   * What was asked for.
   *
   * @throws ParameterException when a file cannot be written, or two reports want the same place
   */
  Reports open(Output output, Texts texts) {
    Map<String, ReportWriter> wanted = new LinkedHashMap<>();
    put(wanted, junit, new JUnitReport(texts), texts);
    put(wanted, json, new JsonReport(), texts);
    put(wanted, html, new HtmlReport(texts, ZoneId.systemDefault()), texts);
    Map<String, Destination> open = new LinkedHashMap<>();
    wanted.forEach((name, report) -> open.put(name, destination(name, report, output, texts)));
    return run -> {
      List<String> failures = new ArrayList<>();
      open.forEach(
          (name, destination) -> {
            try {
              destination.write(run);
            } catch (IOException e) {
              failures.add(texts.say("cli.check.report-failed", name, reason(e)));
            }
          });
      return failures;
    };
  }

  /** Where one report goes. */
  private interface Destination {
    void write(CheckRun run) throws IOException;
  }

  private void put(
      Map<String, ReportWriter> wanted, String name, ReportWriter report, Texts texts) {
    if (name != null && wanted.put(name, report) != null) {
      throw wrong(texts.say("cli.check.same-report", name));
    }
  }

  private Destination destination(String name, ReportWriter report, Output output, Texts texts) {
    if (name.equals(STANDARD_OUTPUT)) {
      return run -> {
        Writer writer = new OutputStreamWriter(output.out(), StandardCharsets.UTF_8);
        report.write(run, writer);
        writer.flush();
      };
    }
    try {
      return ReportFile.at(Path.of(name), report)::write;
    } catch (NoSuchFileException e) {
      throw wrong(texts.say("cli.check.report-no-folder", name));
    } catch (IOException | InvalidPathException e) {
      throw wrong(texts.say("cli.check.report-unwritable", name));
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
