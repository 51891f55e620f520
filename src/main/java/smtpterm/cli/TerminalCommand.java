package smtpterm.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import smtpterm.session.Target;
import smtpterm.shell.Connecting;
import smtpterm.text.Texts;

/** {@code smtpterm mail.example 25}: what happens when no other command is named. */
@Command(name = TerminalCommand.NAME, hidden = true, sortOptions = false)
final class TerminalCommand implements Callable<Integer> {
  static final String NAME = "terminal";

  private final Surroundings surroundings;

  @ParentCommand private SmtpTerm options;

  @Mixin private RecordOptions record;

  @Parameters(arity = "0..2", paramLabel = "TARGET")
  private List<String> target = new ArrayList<>();

  TerminalCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Texts texts = surroundings.texts();
    if (target.size() > 2) {
      surroundings.output().complain(texts.say("cli.usage.unmatched", target.get(2)));
      surroundings.output().complain(texts.say("cli.usage.help"));
      return ExitCode.USAGE;
    }
    Optional<Target> parsed;
    try {
      parsed = target().map(to -> options.tls.tls ? to.withTls() : to);
    } catch (Target.BadTarget e) {
      surroundings.output().complain(texts.say(Connecting.key(e), e.getMessage()));
      return ExitCode.USAGE;
    }
    List<String> welcome = new ArrayList<>();
    welcome.add(texts.say("cli.welcome"));
    if (parsed.isEmpty()) {
      welcome.add(texts.say("cli.welcome.connect"));
      welcome.add(texts.say("cli.welcome.practice"));
    }
    return new Conversations(options, surroundings, record.or(options.record))
        .hold(parsed, welcome, Optional.empty());
  }

  private Optional<Target> target() throws Target.BadTarget {
    return switch (target.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(Target.parse(surroundings.defaults().target(target.get(0))));
      default -> Optional.of(Target.parse(target.get(0), target.get(1)));
    };
  }
}
