package smtpterm.cli;

import java.io.IOException;
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
import smtpterm.script.Plan;
import smtpterm.script.PlanReading;
import smtpterm.script.Script;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.script.Sources;
import smtpterm.script.Step;
import smtpterm.server.PartReading;
import smtpterm.server.ServerPart;
import smtpterm.text.Texts;

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

  /** Refuses {@code --exact} where there is no file whose lines it could mean. */
  void check(Texts texts) {
    if (exact && script == null) {
      throw wrong(texts.say("cli.serve.exact-alone"));
    }
  }

  /** The server of the file; empty when it cannot be played, which has been said then. */
  Optional<PlayedFile> played(Surroundings surroundings) {
    try {
      return learnt(SessionReading.of(script, surroundings.output()), surroundings);
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
    ScriptProblems problems =
        new ScriptProblems(surroundings.texts(), look, script.toString(), sources);
    errors.forEach(error -> surroundings.output().complain(problems.text(error)));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
