package smtpterm.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.server.Onlooker;
import smtpterm.server.PortTaken;
import smtpterm.server.PracticeServer;
import smtpterm.server.Settings;

/** The options of a practice server. */
final class ServerOptions {
  static final String HOST = "127.0.0.1";

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--smtp", paramLabel = "PORT")
  Integer smtp;

  @Option(names = "--strict")
  boolean strict;

  /** Starts the server; empty when that failed, which has been said then. */
  Optional<PracticeServer> start(Surroundings surroundings, Onlooker onlooker) throws IOException {
    if (smtp != null && (smtp < 0 || smtp > 65_535)) {
      throw new ParameterException(
          spec.commandLine(), surroundings.texts().say("cli.serve.bad-port", smtp));
    }
    Settings settings = Settings.standard().withStrict(strict);
    try {
      // A port that was asked for is taken or refused; the usual one may give way to the next.
      return Optional.of(
          PracticeServer.start(smtp == null ? settings : settings.withPort(smtp), onlooker));
    } catch (PortTaken e) {
      surroundings.output().complain(surroundings.texts().say("cli.serve.port-taken", e.port()));
      return Optional.empty();
    }
  }
}
