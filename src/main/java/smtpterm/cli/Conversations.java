package smtpterm.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import smtpterm.replay.Outcome;
import smtpterm.replay.Player;
import smtpterm.replay.Stage;
import smtpterm.screen.Layout;
import smtpterm.screen.Level;
import smtpterm.screen.Look;
import smtpterm.screen.Renderer;
import smtpterm.script.Sources;
import smtpterm.session.Client;
import smtpterm.session.Target;
import smtpterm.session.Turn;
import smtpterm.shell.Connecting;
import smtpterm.shell.Performance;
import smtpterm.shell.Place;
import smtpterm.shell.Practice;
import smtpterm.shell.Preference;
import smtpterm.shell.Recording;
import smtpterm.shell.Setup;
import smtpterm.shell.TerminalSession;
import smtpterm.shell.Terms;
import smtpterm.wire.AddressFamily;
import smtpterm.wire.ConnectFailure;
import smtpterm.wire.Connection;
import smtpterm.wire.Connector;
import smtpterm.wire.TlsSettings;

/**
 * Holds a conversation the way the process was started: in a terminal, or line by line in a pipe.
 */
final class Conversations {
  private final SmtpTerm options;
  private final Surroundings surroundings;
  private final RecordOptions record;

  Conversations(SmtpTerm options, Surroundings surroundings) {
    this(options, surroundings, new RecordOptions());
  }

  /**
   * @param record whether to write down what is said
   */
  Conversations(SmtpTerm options, Surroundings surroundings, RecordOptions record) {
    this.options = options;
    this.surroundings = surroundings;
    this.record = record;
  }

  /**
   * Talks until the user leaves or the input ends; returns the exit code.
   *
   * @param target where to connect; empty to start unconnected, which only a terminal can
   * @param welcome sentences to start with in a terminal
   * @param practice the practice server in this process, if there is one
   */
  int hold(Optional<Target> target, List<String> welcome, Optional<PracticeDesk> practice)
      throws IOException {
    boolean interactive = Environment.interactive();
    if (!interactive && target.isEmpty()) {
      surroundings.output().complain(surroundings.texts().say("cli.pipe.no-target"));
      return ExitCode.USAGE;
    }
    Optional<Recording> recording = record.start(surroundings, practice);
    if (recording.isEmpty()) {
      return ExitCode.USAGE;
    }
    try (Recording running = recording.get()) {
      return interactive
          ? inTerminal(target, welcome, practice, running)
          : inPipe(target.get(), practice, running);
    }
  }

  /**
   * Plays a session file; returns the exit code.
   *
   * @param sources its lines
   * @param welcome sentences to start with
   * @param practice the practice server in this process, if there is one
   */
  int play(
      Performance performance,
      Sources sources,
      List<String> welcome,
      Optional<PracticeDesk> practice)
      throws IOException {
    if (!Environment.interactive()) {
      welcome.forEach(surroundings.output()::complain);
      return playInPipe(performance, sources, practice);
    }
    try (Recording recording = record.start(surroundings, practice).orElseThrow()) {
      return TerminalSession.play(
              setup(Optional.empty(), welcome, practice, recording),
              performance,
              surroundings.texts(),
              surroundings.catalog(),
              surroundings.explainer(practice.map(PracticeDesk::domain)))
          .exitCode();
    }
  }

  private int playInPipe(
      Performance performance, Sources sources, Optional<PracticeDesk> practice) {
    TlsSettings tls = encryption(practice);
    Connector connector = connector();
    Stage stage =
        (target, listener) -> {
          Connection connection = connector.open(target.endpoint(), new Connector.Unwatched());
          if (target.tls()) {
            connection.secure(tls);
          }
          return new Client(connection, target.dialect(), listener, System::nanoTime, tls);
        };
    Look look = pipedLook();
    PipedPlay audience =
        new PipedPlay(
            surroundings.output(),
            look,
            renderer(
                look, practice, () -> practice.isPresent() && !performance.plan().hasSecrets()),
            surroundings.texts(),
            new PipedPlay.Manner(
                pipedLevel() != Level.OFF, performance.show().keepGoing(), sources));
    Outcome outcome = new Player(performance.plan(), stage, audience, performance.manner()).play();
    audience.conclude(outcome);
    return outcome.exitCode();
  }

  private int inTerminal(
      Optional<Target> target,
      List<String> welcome,
      Optional<PracticeDesk> practice,
      Recording recording)
      throws IOException {
    boolean connected =
        TerminalSession.run(
            setup(target, welcome, practice, recording),
            surroundings.texts(),
            surroundings.catalog(),
            surroundings.explainer(practice.map(PracticeDesk::domain)));
    return connected ? ExitCode.FINE : ExitCode.CONNECTION;
  }

  private Setup setup(
      Optional<Target> target,
      List<String> welcome,
      Optional<PracticeDesk> practice,
      Recording recording) {
    Environment environment = surroundings.environment();
    Terms own = terms(practice);
    // What a profile says of its server is not meant for others.
    Optional<SmtpTerm> others = surroundings.defaults().withoutProfile();
    return new Setup(
        target.map(to -> new Place(to, own, surroundings.defaults().user())),
        welcome,
        others.map(o -> new Conversations(o, surroundings).terms(practice)).orElse(own),
        new NamedServers(surroundings, practice),
        options.lookUp(),
        preferences(practice.isPresent()),
        practice.map(Practice.class::cast),
        environment.charset(),
        environment.colour(options.colour, true),
        environment.unicode(),
        environment.emoji(),
        environment.history(),
        recording);
  }

  private Map<Preference, String> preferences(boolean practice) {
    Map<Preference, String> chosen = new EnumMap<>(Preference.class);
    // The accounts of the practice server are public, and their Base64 is the lesson.
    if (practice) {
      chosen.put(Preference.REVEAL, "on");
    }
    chosen.putAll(surroundings.defaults().preferences());
    chosen.put(Preference.LANG, surroundings.texts().language().tag());
    if (options.theme != null) {
      chosen.put(Preference.THEME, options.theme.toString());
    }
    if (options.explain != null) {
      chosen.put(Preference.EXPLAIN, options.explain.name().toLowerCase(Locale.ROOT));
    }
    return chosen;
  }

  private Level pipedLevel() {
    return options.explain == null ? Level.OFF : options.explain;
  }

  private Look pipedLook() {
    return new Look(surroundings.environment().colour(options.colour, false), true, () -> 0);
  }

  private Renderer renderer(Look look, Optional<PracticeDesk> practice, BooleanSupplier revealed) {
    Level level = pipedLevel();
    Function<Turn, Optional<String>> nothing = turn -> Optional.empty();
    return new Renderer(
        new Layout(look),
        surroundings.texts(),
        surroundings.explainer(practice.map(PracticeDesk::domain)),
        new Renderer.Options(() -> level, revealed, Long.MAX_VALUE, nothing));
  }

  private int inPipe(Target target, Optional<PracticeDesk> practice, Recording recording)
      throws IOException {
    Look look = pipedLook();
    Renderer renderer = renderer(look, practice, practice::isPresent);
    PipedConversation.Manner manner =
        new PipedConversation.Manner(
            Optional.ofNullable(options.timeout),
            encryption(practice),
            options.tls.starttls == TlsOptions.Demand.REQUIRED,
            pipedLevel() != Level.OFF,
            recording);
    try {
      Connection connection = connector().open(target.endpoint(), new Connector.Unwatched());
      return new PipedConversation(
              surroundings.output(), look, renderer, surroundings.texts(), manner)
          .run(connection, target);
    } catch (ConnectFailure e) {
      surroundings.output().complain(Connecting.sentence(surroundings.texts(), e));
      return ExitCode.CONNECTION;
    }
  }

  /** How to connect, as the options have it. */
  Terms terms(Optional<PracticeDesk> practice) {
    return new Terms(
        connector(),
        encryption(practice),
        options.tls.starttls == TlsOptions.Demand.REQUIRED,
        Optional.ofNullable(options.timeout));
  }

  /** As the options have it; the practice server is trusted besides, since it is ours. */
  private TlsSettings encryption(Optional<PracticeDesk> practice) {
    TlsSettings asked = options.tls.settings(options.timeout, surroundings.texts());
    return practice.isEmpty() || options.tls.authorities != null
        ? asked
        : asked.with(asked.trust().inThoseOf(practice.get()::authorities));
  }

  /** How connections are opened. */
  Connector connector() {
    AddressFamily family =
        options.ipv4 == options.ipv6
            ? AddressFamily.ANY
            : options.ipv4 ? AddressFamily.IPV4 : AddressFamily.IPV6;
    return new Connector(options.connectTimeout, family);
  }
}
