package smtpterm.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import smtpterm.manual.ManPage;

/** {@code smtpterm man}: the manual page, for {@code man -l -}. */
@Command(name = "man", sortOptions = false)
final class ManCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  ManCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ManPage page = new ManPage(CommandModel.of(spec), Cli.release(), surroundings.texts());
    surroundings.output().print(page.lines());
    return ExitCode.FINE;
  }
}
