package smtpterm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smtpterm.notation.AnyNotation;
import smtpterm.screen.Look;
import smtpterm.script.ScriptReading;
import smtpterm.script.ScriptWriter;
import smtpterm.script.SourceText;
import smtpterm.text.Texts;

/** {@code smtpterm convert transcript.txt}: a transcript in any notation as a session file. */
@Command(name = "convert", sortOptions = false)
final class ConvertCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = SessionFileList.STANDARD_INPUT;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "file")
  private String file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private String output;

  @Option(names = "--force")
  private boolean force;

  @Option(names = "--score", paramLabel = "FOLDER")
  private String yardstick;

  ConvertCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (yardstick != null && file == null && output == null && !force) {
      return score();
    } else if (file == null || yardstick != null) {
      complain("cli.convert.one");
      return ExitCode.USAGE;
    }
    ScriptReading reading;
    try {
      reading = SessionFile.reading(file, surroundings, this::alone);
    } catch (SessionFile.Unreadable e) {
      e.tell(surroundings);
      return ExitCode.USAGE;
    }
    if (!reading.errors().isEmpty()) {
      SessionFile.tell(reading.errors(), reading.sources(), surroundings);
      return ExitCode.MALFORMED;
    }
    SessionFile.tell(reading.doubts(), reading.sources(), surroundings);
    return write(ScriptWriter.write(reading.script()));
  }

  /** The file without those that it names, which stay named. */
  private ScriptReading alone(Path path) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return AnyNotation.alone(SourceText.read(surroundings.output().in()), "");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return AnyNotation.alone(SourceText.read(in), file);
    }
  }

  private int score() {
    List<Yardstick.Result> results;
    try {
      results = Yardstick.measure(Path.of(yardstick));
    } catch (NoSuchFileException | InvalidPathException e) {
      complain(
          "cli.convert.missing", e instanceof NoSuchFileException ? e.getMessage() : yardstick);
      return ExitCode.USAGE;
    } catch (IOException e) {
      complain("cli.convert.unreadable", yardstick, String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
    if (results.isEmpty()) {
      complain("cli.convert.score.none", yardstick);
      return ExitCode.USAGE;
    }
    List<String> lines = new ArrayList<>(results.stream().map(this::told).toList());
    lines.add(
        surroundings
            .texts()
            .say(
                "cli.convert.score.total",
                results.size(),
                count(results, Yardstick.Verdict.RIGHT),
                count(results, Yardstick.Verdict.REPORTED),
                count(results, Yardstick.Verdict.SILENT),
                count(results, Yardstick.Verdict.REFUSED)));
    surroundings.output().print(lines);
    return count(results, Yardstick.Verdict.SILENT) == 0 ? ExitCode.FINE : ExitCode.REFUSED;
  }

  private static long count(List<Yardstick.Result> results, Yardstick.Verdict verdict) {
    return results.stream().filter(r -> r.verdict() == verdict).count();
  }

  private String told(Yardstick.Result result) {
    Look look = surroundings.layout(ColourChoice.NEVER).look();
    String key =
        switch (result.verdict()) {
          case RIGHT -> "cli.convert.score.right";
          case REPORTED -> "cli.convert.score.reported";
          case SILENT -> "cli.convert.score.silent";
          case REFUSED -> "cli.convert.score.refused";
        };
    Object[] arguments = {result.file(), result.line(), result.expected(), result.read()};
    return look.foreign(surroundings.texts().say(key, arguments));
  }

  private int write(List<String> lines) {
    if (output == null) {
      surroundings.output().print(lines);
      return ExitCode.FINE;
    }
    Look look = surroundings.layout(ColourChoice.NEVER).look();
    Optional<String> problem =
        new NewFile(output, force).write(String.join("\n", lines) + "\n", surroundings.texts());
    problem.ifPresent(sentence -> surroundings.output().complain(look.own(sentence)));
    return problem.isEmpty() ? ExitCode.FINE : ExitCode.USAGE;
  }

  private void complain(String key, Object... arguments) {
    Texts texts = surroundings.texts();
    Look look = surroundings.layout(ColourChoice.NEVER).look();
    surroundings.output().complain(look.own(texts.say(key, arguments)));
  }
}
