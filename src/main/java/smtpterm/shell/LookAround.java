package smtpterm.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import smtpterm.dns.Domain;
import smtpterm.dns.Findings;
import smtpterm.dns.LookUp;
import smtpterm.dns.Report;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.typing.AddressBook;

/** {@code /mx kolleg.de}: what the DNS says about the mail of a domain, before connecting. */
final class LookAround {
  private final LookUp lookUp;
  private final Conversation conversation;
  private final Screen screen;

  LookAround(LookUp lookUp, Conversation conversation, Screen screen) {
    this.lookUp = lookUp;
    this.conversation = conversation;
    this.screen = screen;
  }

  /** Domains that were asked about, and those of known addresses. */
  List<String> complete(String argument, List<String> earlier, AddressBook addresses) {
    Set<String> domains = new LinkedHashSet<>(earlier);
    conversation
        .view()
        .map(SessionView::progress)
        .ifPresent(progress -> domains.addAll(addresses.domains(progress)));
    return domains.stream().filter(domain -> domain.startsWith(argument)).toList();
  }

  void run(String argument) {
    if (argument.isEmpty()) {
      screen.say("shell.mx.which");
      return;
    }
    try {
      Domain domain = Domain.parse(argument);
      show(findings(domain));
    } catch (Domain.BadDomain e) {
      screen.say("shell.mx.bad-domain", e.getMessage());
    } catch (CancellationException e) {
      screen.say("shell.mx.broken-off");
    }
  }

  /** Waits for the answers; Ctrl-C ends that. */
  private Findings findings(Domain domain) {
    CompletableFuture<Findings> asking = lookUp.start(domain);
    conversation.onBreak(() -> asking.cancel(false));
    screen.activity(screen.texts().say("shell.mx.asking", domain.ascii()));
    try {
      return asking.get();
    } catch (InterruptedException e) {
      asking.cancel(false);
      throw (CancellationException) new CancellationException().initCause(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      screen.activity("");
      conversation.onBreak(null);
    }
  }

  private void show(Findings findings) {
    screen.report(Report.of(findings, screen.texts()));
    List<String> steps = new ArrayList<>();
    findings.servers().stream()
        .filter(server -> server.failure().isEmpty())
        .filter(server -> connectable(server.host()))
        .findFirst()
        .ifPresent(server -> steps.add("/connect " + server.host() + ":25"));
    screen.next(steps);
  }

  /** What strangers wrote is offered as a target only if it is one. */
  private static boolean connectable(String host) {
    try {
      return host.matches("[A-Za-z0-9._-]+") && Target.parse(host + ":25").endpoint().port() == 25;
    } catch (Target.BadTarget e) {
      return false;
    }
  }
}
