package smtpterm.replay;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import smtpterm.script.Plan;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.script.SessionFiles;
import smtpterm.script.SourceText;
import smtpterm.session.Client;
import smtpterm.session.Target;
import smtpterm.testing.RecordingServer;
import smtpterm.wire.AddressFamily;
import smtpterm.wire.Connection;
import smtpterm.wire.Connector;
import smtpterm.wire.TlsSettings;

/** A session file that is played against a server of a test. */
final class Run {
  static final Duration LONG = Duration.ofSeconds(20);

  final Watcher watcher;
  private Manner manner = Manner.usual().within(LONG);
  private TlsSettings tls = TlsSettings.usual();

  Run() {
    this(new Watcher());
  }

  Run(Watcher watcher) {
    this.watcher = watcher;
  }

  /** The plan of a file of these lines. */
  static Plan plan(String... lines) {
    ScriptReading reading =
        SessionFiles.read(SourceText.of(String.join("\n", lines) + "\n"), "test.session");
    // Whether a file may be sent, the player judges by itself; here it has no name to go by.
    List<ScriptError> errors =
        reading.errors().stream()
            .filter(error -> error.kind() != ScriptError.Kind.SEND_WITHOUT_FOLDER)
            .toList();
    if (!errors.isEmpty()) {
      throw new AssertionError(errors);
    }
    return Plan.of(reading.script()).plan();
  }

  /** Connects as the target says. */
  Stage stage() {
    return (target, listener) -> {
      Connector connector = new Connector(LONG, AddressFamily.ANY);
      Connection connection = connector.open(target.endpoint(), new Connector.Unwatched());
      if (target.tls()) {
        connection.secure(tls);
      }
      return new Client(connection, target.dialect(), listener, System::nanoTime, tls);
    };
  }

  Run goingOn() {
    watcher.goingOn = true;
    return this;
  }

  Run trusting(TlsSettings settings) {
    tls = settings;
    return this;
  }

  Run in(UnaryOperator<Manner> change) {
    manner = change.apply(manner);
    return this;
  }

  Run at(RecordingServer server) {
    return at("127.0.0.1:" + server.port());
  }

  Run at(String target) {
    try {
      manner = manner.at(Target.parse(target));
    } catch (Target.BadTarget e) {
      throw new AssertionError(e);
    }
    return this;
  }

  Player player(String... lines) {
    return player(plan(lines));
  }

  Player player(Plan plan) {
    return new Player(plan, stage(), watcher, manner);
  }

  Outcome play(String... lines) {
    return play(plan(lines));
  }

  Outcome play(Plan plan) {
    return player(plan).play();
  }

  /** What failed, as {@code 3 WRONG_CODE [250, 550]}. */
  static List<String> failures(Outcome outcome) {
    return outcome.failures().stream()
        .map(f -> f.at().line() + " " + f.kind() + " " + f.arguments())
        .toList();
  }
}
