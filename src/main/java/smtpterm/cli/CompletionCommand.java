package smtpterm.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import smtpterm.manual.Shell;

/** {@code smtpterm completion zsh}: the script with which a shell completes our command lines. */
@Command(name = "completion", sortOptions = false)
final class CompletionCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh|fish", descriptionKey = "shell")
  private Shell shell;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.output().print(shell.script(CommandModel.of(spec)));
    return ExitCode.FINE;
  }
}
