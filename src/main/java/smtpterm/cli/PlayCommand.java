package smtpterm.cli;

import java.io.IOException;
import java.time.Duration;
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
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.session.Target;
import smtpterm.shell.Connecting;
import smtpterm.shell.Performance;
import smtpterm.shell.Venue;
import smtpterm.text.Texts;

/** {@code smtpterm play first-mail.session --practice --step}: replays a file as the client. */
@Command(name = "play", sortOptions = false)
final class PlayCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @ParentCommand private SmtpTerm options;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
  private String file;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TARGET", descriptionKey = "target")
  private String target;

  @Option(names = "--step")
  private boolean step;

  @Option(names = "--typing")
  private boolean typing;

  @Option(names = "--delay", paramLabel = "2s")
  private Duration delay = Duration.ZERO;

  @Option(names = "--stay")
  private boolean stay;

  @Option(names = "--keep-going")
  private boolean keepGoing;

  @Mixin private ReplayOptions replay;

  @Mixin private PortOptions ports;

  PlayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    check();
    SessionFile read;
    try {
      read = SessionFile.read(file, surroundings);
    } catch (SessionFile.Unreadable e) {
      e.tell(surroundings);
      return ExitCode.USAGE;
    }
    read.tell(read.errors(), surroundings);
    if (!read.errors().isEmpty()) {
      return ExitCode.MALFORMED;
    }
    return replay.practice ? inPractice(read) : play(read, manner(read), Optional.empty());
  }

  private void check() {
    replay.check(surroundings.texts());
    boolean watched = step || typing || stay || !delay.isZero();
    if (watched && !Environment.interactive()) {
      throw wrong("cli.play.no-terminal");
    }
    if (replay.practice && target != null) {
      throw wrong("cli.play.two-targets");
    }
  }

  private int inPractice(SessionFile read) throws IOException {
    PracticeDesk desk = new PracticeDesk();
    Settings settings = replay.house.settings(surroundings);
    settings = settings.withListening(ports.in(settings.listening(), surroundings.texts()));
    Optional<PracticeServer> started = ServerOptions.start(settings, surroundings, desk::delivered);
    if (started.isEmpty()) {
      return ExitCode.CONNECTION;
    }
    try (PracticeServer running = started.get()) {
      desk.open(running);
      Venue venue = new Venue(desk);
      Manner manner = manner(read);
      manner = manner.with(manner.variables().and(venue.names()));
      return play(read, venue.first(read.plan()).map(manner::at).orElse(manner), Optional.of(desk));
    }
  }

  private int play(SessionFile read, Manner manner, Optional<PracticeDesk> desk)
      throws IOException {
    Texts texts = surroundings.texts();
    List<String> welcome = new ArrayList<>();
    if (Environment.interactive()) {
      desk.ifPresent(
          d ->
              welcome.add(
                  texts.say(
                      "cli.practice", d.ports(Service.SMTP, Service.POP3), d.accounts(texts))));
    }
    read.doubts(texts).ifPresent(welcome::add);
    Performance performance =
        new Performance(
            read.plan(), file, manner, new Performance.Show(step, typing, delay, stay, keepGoing));
    return new Conversations(options, surroundings)
        .play(performance, read.sources(), welcome, desk);
  }

  private Manner manner(SessionFile read) {
    Texts texts = surroundings.texts();
    Set<String> hosts = new HashSet<>(replay.allowedHosts);
    Optional<Target> named = target(texts);
    named.ifPresent(to -> hosts.add(to.endpoint().host()));
    Manner manner =
        Manner.usual()
            .with(new SecretRules(replay.cleartext, hosts))
            .with(
                new Variables(
                    replay.variables(texts),
                    Map.of(),
                    Performance.variables(surroundings.environment().variables())))
            .exactly(replay.exact);
    manner = named.map(manner::at).orElse(manner);
    manner = read.folder().map(manner::in).orElse(manner);
    return options.timeout == null ? manner : manner.within(options.timeout);
  }

  private Optional<Target> target(Texts texts) {
    if (target == null) {
      return Optional.empty();
    }
    try {
      Target to = Target.parse(surroundings.defaults().target(target));
      return Optional.of(options.tls.tls ? to.withTls() : to);
    } catch (Target.BadTarget e) {
      throw new ParameterException(
          spec.commandLine(), texts.say(Connecting.key(e), e.getMessage()));
    }
  }

  private ParameterException wrong(String key) {
    return new ParameterException(spec.commandLine(), surroundings.texts().say(key));
  }
}
