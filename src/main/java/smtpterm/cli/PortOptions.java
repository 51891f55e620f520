package smtpterm.cli;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smtpterm.server.Listening;
import smtpterm.server.Service;
import smtpterm.text.Texts;

/** On which ports a practice server listens: {@code --smtp 2525}. */
final class PortOptions {
  private static final int HIGHEST = 65_535;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--smtp", paramLabel = "PORT")
  Integer smtp;

  @Option(names = "--smtps", paramLabel = "PORT")
  Integer smtps;

  @Option(names = "--submission", paramLabel = "PORT")
  Integer submission;

  @Option(names = "--lmtp", paramLabel = "PORT")
  Integer lmtp;

  @Option(names = "--pop3", paramLabel = "PORT")
  Integer pop3;

  @Option(names = "--pop3s", paramLabel = "PORT")
  Integer pop3s;

  /** The same place with the ports that were asked for; the others may give way to the next. */
  Listening in(Listening usual, Texts texts) {
    Map<Service, Integer> asked = new EnumMap<>(Service.class);
    asked.put(Service.SMTP, smtp);
    asked.put(Service.SMTPS, smtps);
    asked.put(Service.SUBMISSION, submission);
    asked.put(Service.LMTP, lmtp);
    asked.put(Service.POP3, pop3);
    asked.put(Service.POP3S, pop3s);
    Listening listening = usual;
    for (Map.Entry<Service, Integer> port : asked.entrySet()) {
      Integer number = port.getValue();
      if (number == null) {
        continue;
      }
      if (number < 0 || number > HIGHEST) {
        throw new ParameterException(spec.commandLine(), texts.say("cli.serve.bad-port", number));
      }
      listening = listening.with(port.getKey(), number);
    }
    return listening;
  }
}
