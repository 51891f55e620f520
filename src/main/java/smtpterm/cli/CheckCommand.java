package smtpterm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import smtpterm.replay.Manner;
import smtpterm.replay.SecretRules;
import smtpterm.replay.Variables;
import smtpterm.server.Settings;
import smtpterm.session.Target;
import smtpterm.shell.Connecting;
import smtpterm.text.Texts;

/** {@code smtpterm check lesson.session}: plays session files without a terminal, for machines. */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private static final int MOST_JOBS = 64;
  private static final int MOST_RETRIES = 100;

  /** So many characters of all conversations together are kept for reports. */
  private static final long ROOM = 6_000_000;

  private static final long ROOM_OF_ONE = 300_000;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @ParentCommand private SmtpTerm options;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
  private List<String> names = new ArrayList<>();

  @Option(names = "--server", paramLabel = "HOST:PORT|URL")
  private String server;

  @Mixin private ReplayOptions replay;

  @Option(names = "--jobs", paramLabel = "N")
  private Integer jobs;

  @Option(names = "--keep-going")
  private boolean keepGoing;

  @Option(names = "--retry", paramLabel = "N")
  private int retries;

  @Mixin private ReportOptions reports;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Texts texts = surroundings.texts();
    replay.check(texts);
    if (server != null && replay.practice) {
      throw wrong(texts.say("cli.check.server-or-practice"));
    }
    if (retries < 0 || retries > MOST_RETRIES) {
      throw wrong(texts.say("cli.check.bad-retry", retries, MOST_RETRIES));
    }
    int atOnce = jobs();
    List<Path> files;
    try {
      files = SessionFileList.of(names, texts);
    } catch (SessionFileList.Unusable e) {
      throw wrong(e.getMessage());
    }
    CheckRules rules = rules(files.size());
    ReportOptions.Reports open = reports.open(surroundings.output(), texts);
    Optional<String> home = rules.practice().map(s -> s.accounts().domains().get(0));
    CheckRunner runner = new CheckRunner(files, rules, surroundings, surroundings.explainer(home));
    return new CheckScreen(surroundings, options.colour, reports.toStandardOutput(), files)
        .show(runner, atOnce, open, reports.any());
  }

  private int jobs() {
    if (jobs == null) {
      return Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors());
    }
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw wrong(surroundings.texts().say("cli.check.bad-jobs", jobs, MOST_JOBS));
    }
    return jobs;
  }

  private CheckRules rules(int files) {
    Texts texts = surroundings.texts();
    CheckRules.Network network =
        new CheckRules.Network(
            new Conversations(options, surroundings).connector(),
            options.tls.settings(options.timeout, texts),
            options.tls.starttls == TlsOptions.Demand.REQUIRED);
    Optional<Settings> practice =
        replay.practice ? Optional.of(replay.house.settings(surroundings)) : Optional.empty();
    long room = reports.any() ? Math.min(ROOM_OF_ONE, ROOM / files) : 0;
    return new CheckRules(network, manner(texts), practice, keepGoing, retries, room);
  }

  private Manner manner(Texts texts) {
    Set<String> hosts = new HashSet<>(replay.allowedHosts);
    Manner manner =
        Manner.usual()
            .with(
                new Variables(
                    replay.variables(texts), Map.of(), surroundings.environment().ofSessions()))
            .with(new SecretRules(replay.cleartext, hosts))
            .exactly(replay.exact);
    if (options.timeout != null) {
      manner = manner.within(options.timeout);
    }
    return server == null ? manner : manner.at(target());
  }

  private Target target() {
    try {
      Target target = Target.parse(surroundings.defaults().target(server));
      return options.tls.tls ? target.withTls() : target;
    } catch (Target.BadTarget e) {
      throw wrong(surroundings.texts().say(Connecting.key(e), e.getMessage()));
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
