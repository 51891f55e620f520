package smtpterm.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.server.Folders;
import smtpterm.server.Manners;
import smtpterm.server.Settings;
import smtpterm.text.Texts;

/**
 * What a practice server is like, whatever its ports: {@code --strict --account dora:regenbogen}.
 */
final class HouseOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

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

  /** What was asked for, and what is usual where nothing was; the ports are always the usual. */
  Settings settings(Surroundings surroundings) {
    Texts texts = surroundings.texts();
    if (greeting != null && !Manners.sayable(greeting)) {
      throw wrong(texts.say("cli.serve.bad-greeting"));
    }
    Settings settings =
        Settings.standard()
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

  /** Whether none of these options was given. */
  boolean untouched() {
    return !strict
        && !requireAuth
        && !requireTls
        && maxSize == null
        && greeting == null
        && people.untouched();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
