package smtpterm.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import smtpterm.screen.Look;
import smtpterm.server.Delivery;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.text.Texts;

/** {@code smtpterm serve --smtp 2525}: the practice server alone, until Ctrl-C. */
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ServerOptions server;

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Texts texts = surroundings.texts();
    Optional<PracticeServer> started =
        ServerOptions.start(server.settings(surroundings), surroundings, this::delivered);
    if (started.isEmpty()) {
      return ExitCode.CONNECTION;
    }
    PracticeDesk desk = new PracticeDesk();
    try (PracticeServer running = started.get()) {
      desk.open(running);
      say(texts.say("cli.practice", desk.ports(Service.values()), desk.accounts(texts)));
      say(texts.say("cli.serve.ends"));
      // Ctrl-C or SIGTERM end the process; the server's threads do not keep it alive.
      new CountDownLatch(1).await();
      return ExitCode.FINE;
    }
  }

  private void delivered(Delivery delivery) {
    String who = String.join(", ", delivery.mailboxes());
    say(surroundings.texts().say("cli.serve.mail", who, delivery.mail().subject()));
  }

  private synchronized void say(String sentence) {
    Look look = new Look(false, surroundings.environment().unicode(), () -> 0);
    surroundings.output().print(List.of("# " + look.own(sentence)));
  }
}
