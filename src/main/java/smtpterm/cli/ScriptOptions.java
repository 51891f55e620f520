package smtpterm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.screen.Look;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.script.PlanReading;
import smtpterm.script.Script;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReader;
import smtpterm.script.ScriptReading;
import smtpterm.script.SessionFiles;
import smtpterm.script.SourceText;
import smtpterm.script.Sources;
import smtpterm.script.Step;
import smtpterm.server.PartReading;
import smtpterm.server.ServerPart;

/** The session file whose server is played: {@code --script party.session --exact}. */
final class ScriptOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--script", paramLabel = "FILE")
  Path script;

  @Option(names = "--exact")
  boolean exact;

  /** Whether a file is to be played. */
  boolean given() {
    return script != null;
  }

  /** The server of the file; empty when it cannot be played, which has been said then. */
  Optional<PlayedFile> played(Surroundings surroundings) {
    try {
      return learnt(reading(), surroundings);
    } catch (NoSuchFileException e) {
      throw wrong(surroundings.texts().say("cli.convert.missing", script));
    } catch (IOException e) {
      String why = Files.isDirectory(script) ? "" : String.valueOf(e.getMessage());
      throw wrong(
          surroundings
              .texts()
              .say(
                  "cli.convert.unreadable",
                  script,
                  why.isEmpty() ? surroundings.texts().say("cli.message.directory") : why));
    }
  }

  private ScriptReading reading() throws IOException {
    ScriptReading own = SessionFiles.read(script);
    if (own.errors().isEmpty()) {
      return own;
    }
    try (InputStream in = Files.newInputStream(script)) {
      SourceText source = SourceText.read(in);
      ScriptReading any = ScriptReader.any(source);
      return any.errors().isEmpty() ? any.with(Sources.of("", source)) : own;
    }
  }

  private Optional<PlayedFile> learnt(ScriptReading reading, Surroundings surroundings) {
    complain(reading.doubts(), reading.sources(), surroundings);
    List<ScriptError> errors = new ArrayList<>(reading.errors());
    Optional<ServerPart> part = Optional.empty();
    if (errors.isEmpty()) {
      PlanReading plan = Plan.of(reading.script());
      errors.addAll(plan.errors());
      if (errors.isEmpty()) {
        PartReading learnt = ServerPart.of(plan.plan(), exact);
        errors.addAll(learnt.errors());
        part = learnt.part();
      }
    }
    complain(errors, reading.sources(), surroundings);
    return part.map(p -> new PlayedFile(script.toString(), description(reading.script()), p));
  }

  /** The notes before the first step. */
  private static List<String> description(Script script) {
    return script.steps().stream()
        .takeWhile(step -> step instanceof Step.Note)
        .map(step -> ((Step.Note) step).text().strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private void complain(List<ScriptError> errors, Sources sources, Surroundings surroundings) {
    Look look = surroundings.layout(ColourChoice.NEVER).look();
    for (ScriptError error : errors) {
      Place at = error.at();
      String file = at.file().isEmpty() ? script.toString() : at.file();
      SourceText lines =
          SourceText.of(String.join("\n", sources.files().getOrDefault(at.file(), List.of())));
      ScriptError here =
          new ScriptError(new Place(at.line(), at.column()), error.kind(), error.arguments());
      surroundings
          .output()
          .complain(new ScriptProblems(surroundings.texts(), look, file, lines).text(here));
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
