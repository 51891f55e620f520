package smtpterm.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import smtpterm.protocol.Smtp;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.session.Target;
import smtpterm.wire.Endpoint;

/**
 * {@code smtpterm practice}: the practice server in this process, and the terminal connected to it.
 */
@Command(name = "practice", sortOptions = false)
final class PracticeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private SmtpTerm options;

  @Mixin private ServerOptions server;

  @Mixin private RecordOptions record;

  PracticeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    PracticeDesk desk = new PracticeDesk();
    Optional<PracticeServer> started =
        ServerOptions.start(server.settings(surroundings), surroundings, desk::delivered);
    if (started.isEmpty()) {
      return ExitCode.CONNECTION;
    }
    try (PracticeServer running = started.get()) {
      desk.open(running);
      List<String> welcome =
          List.of(
              surroundings.texts().say("cli.welcome.tour"),
              surroundings
                  .texts()
                  .say(
                      "cli.practice",
                      desk.ports(Service.SMTP, Service.POP3),
                      desk.accounts(surroundings.texts())));
      Target target = new Target(new Smtp(), new Endpoint(ServerOptions.HOST, running.port()));
      return new Conversations(options, surroundings, record.or(options.record))
          .hold(Optional.of(target), welcome, Optional.of(desk));
    }
  }
}
