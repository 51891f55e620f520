package smtpterm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.text.Texts;

/** What {@code play} and {@code check} have in common: {@code --practice --var user=anna}. */
final class ReplayOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--practice")
  boolean practice;

  @Option(names = "--var", paramLabel = "NAME=VALUE")
  List<String> variables = new ArrayList<>();

  @Option(names = "--vars", paramLabel = "FILE")
  Path variablesFile;

  @Option(names = "--exact")
  boolean exact;

  @Option(names = "--allow-host", paramLabel = "HOST")
  List<String> allowedHosts = new ArrayList<>();

  @Option(names = "--cleartext")
  boolean cleartext;

  @Mixin HouseOptions house;

  /**
   * The variables of the command line, those of the file first, so that {@code --var} wins.
   *
   * @throws ParameterException when one of them is no variable, or the file cannot be read
   */
  Map<String, String> variables(Texts texts) {
    Map<String, String> all = new LinkedHashMap<>();
    if (variablesFile != null) {
      try {
        all.putAll(new VariableFile(variablesFile, texts).variables());
      } catch (VariableFile.Unusable e) {
        throw wrong(e.getMessage());
      }
    }
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      if (equals < 0 || !VariableFile.isName(variable.substring(0, equals))) {
        throw wrong(texts.say("cli.variables.bad", variable));
      }
      all.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return all;
  }

  /**
   * Looks whether the options fit together.
   *
   * @throws ParameterException when something is asked of a practice server that is not wanted
   */
  void check(Texts texts) {
    if (!practice && !house.untouched()) {
      throw wrong(texts.say("cli.replay.practice-only"));
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
