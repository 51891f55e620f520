package smtpterm.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.server.DataRefused;
import smtpterm.server.Folders;
import smtpterm.server.Manners;
import smtpterm.server.Onlooker;
import smtpterm.server.PortTaken;
import smtpterm.server.PracticeServer;
import smtpterm.server.Settings;
import smtpterm.text.Texts;

/** The options of a practice server, with or without a terminal beside it. */
final class ServerOptions {
  static final String HOST = "127.0.0.1";

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Mixin PortOptions ports;

  @Mixin PeopleOptions people;

  @Option(names = "--require-auth")
  boolean requireAuth;

  @Option(names = "--require-tls")
  boolean requireTls;

  @Option(names = "--max-size", paramLabel = "SIZE", converter = Sizes.class)
  Long maxSize;

  @Option(names = "--strict")
  boolean strict;

  @Option(names = "--greeting", paramLabel = "TEXT")
  String greeting;

  /** What was asked for, and what is usual where nothing was. */
  Settings settings(Surroundings surroundings) {
    Texts texts = surroundings.texts();
    if (greeting != null && !Manners.sayable(greeting)) {
      throw wrong(texts.say("cli.serve.bad-greeting"));
    }
    Settings usual = Settings.standard();
    Settings settings =
        usual
            .withListening(ports.in(usual.listening(), texts))
            .withAccounts(people.people(texts))
            .withManners(
                new Manners(strict, requireAuth, requireTls, Optional.ofNullable(greeting)))
            .withFolders(
                Folders.none().withCertificates(surroundings.environment().certificates()));
    if (maxSize == null) {
      return settings;
    }
    Settings bigger = settings.withLimits(settings.limits().withLargestMail(maxSize));
    if (bigger.maximumSize() < maxSize) {
      throw wrong(texts.say("cli.serve.max-size", bigger.maximumSize() >> 20));
    }
    return bigger;
  }

  /** Starts a server; empty when that failed, which has been said then. */
  static Optional<PracticeServer> start(
      Settings settings, Surroundings surroundings, Onlooker onlooker) throws IOException {
    Texts texts = surroundings.texts();
    try {
      return Optional.of(PracticeServer.start(settings, onlooker));
    } catch (DataRefused e) {
      surroundings.output().complain(sentence(texts, e));
      return Optional.empty();
    } catch (PortTaken e) {
      String key = e.forbidden() ? "cli.serve.port-forbidden" : "cli.serve.port-taken";
      surroundings
          .output()
          .complain(texts.say(key, e.port(), e.service().label(), e.service().scheme()));
      return Optional.empty();
    }
  }

  private static String sentence(Texts texts, DataRefused refused) {
    return switch (refused.why()) {
      case NO_DIRECTORY -> texts.say("cli.data.no-directory", refused.path());
      case NOT_OURS -> texts.say("cli.data.not-ours", refused.path());
      case IN_USE -> texts.say("cli.data.in-use", refused.path());
      case DAMAGED -> texts.say("cli.data.damaged", refused.path());
    };
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
