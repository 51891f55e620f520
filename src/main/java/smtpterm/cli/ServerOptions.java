package smtpterm.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import smtpterm.server.DataRefused;
import smtpterm.server.Onlooker;
import smtpterm.server.PortTaken;
import smtpterm.server.PracticeServer;
import smtpterm.server.Settings;
import smtpterm.text.Texts;

/** The options of a practice server, with or without a terminal beside it. */
final class ServerOptions {
  static final String HOST = "127.0.0.1";

  @Mixin PortOptions ports;

  @Mixin HouseOptions house;

  /** What was asked for, and what is usual where nothing was. */
  Settings settings(Surroundings surroundings) {
    Settings settings = house.settings(surroundings);
    return settings.withListening(ports.in(settings.listening(), surroundings.texts()));
  }

  /** Starts a server of some kind. */
  @FunctionalInterface
  interface Start {
    PracticeServer start() throws IOException;
  }

  /** Starts a server; empty when that failed, which has been said then. */
  static Optional<PracticeServer> start(
      Settings settings, Surroundings surroundings, Onlooker onlooker) throws IOException {
    return start(() -> PracticeServer.start(settings, onlooker), surroundings);
  }

  /** The same for any kind of server. */
  static Optional<PracticeServer> start(Start start, Surroundings surroundings) throws IOException {
    Texts texts = surroundings.texts();
    try {
      return Optional.of(start.start());
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
}
