package smtpterm.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.script.Script;
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
      return learnt(SessionFile.read(script.toString(), surroundings), surroundings);
    } catch (SessionFile.Unreadable e) {
      throw wrong(e.getMessage());
    }
  }

  private Optional<PlayedFile> learnt(SessionFile file, Surroundings surroundings) {
    file.tell(file.doubts(), surroundings);
    if (!file.errors().isEmpty()) {
      file.tell(file.errors(), surroundings);
      return Optional.empty();
    }
    PartReading learnt = ServerPart.of(file.plan(), exact);
    file.tell(learnt.errors(), surroundings);
    return learnt
        .part()
        .map(part -> new PlayedFile(script.toString(), description(file.script()), part));
  }

  /** The notes before the first step. */
  private static List<String> description(Script script) {
    return script.steps().stream()
        .takeWhile(step -> step instanceof Step.Note)
        .map(step -> ((Step.Note) step).text().strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
