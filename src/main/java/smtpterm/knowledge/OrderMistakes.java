package smtpterm.knowledge;

import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;

/**
 * Says which step is missing after 503: {@code RCPT} before {@code MAIL}, a second {@code AUTH}.
 */
final class OrderMistakes {
  private static final Set<String> HELLOS = Set.of("EHLO", "HELO", "LHLO");

  private final Catalog catalog;

  OrderMistakes(Catalog catalog) {
    this.catalog = catalog;
  }

  Optional<Finding> find(Moment moment) {
    String verb = moment.verb();
    if (!moment.code(503) || catalog.command(verb).isEmpty() || HELLOS.contains(verb)) {
      return Optional.empty();
    }
    Progress before = moment.before();
    if (before.phase() == Phase.GREETING || before.phase() == Phase.HELLO) {
      return Optional.of(Finding.of("order.hello", verb));
    }
    return switch (verb) {
      case "AUTH" -> login(before);
      case "STARTTLS" -> encryption(before);
      case "MAIL" -> sender(before.phase());
      case "RCPT" -> recipient(before.phase());
      case "DATA", "BDAT", "BURL" -> text(before.phase(), verb);
      default -> Optional.empty();
    };
  }

  private static Optional<Finding> login(Progress before) {
    if (before.loggedIn()) {
      return Optional.of(Finding.of("order.twice"));
    }
    if (before.phase() == Phase.RCPT || before.phase() == Phase.DATA) {
      return Optional.of(Finding.of("order.within"));
    }
    return encryption(before).map(f -> Finding.of("order.ehlo", "AUTH"));
  }

  private static Optional<Finding> encryption(Progress before) {
    return before.capabilities().keywords().isEmpty()
        ? Optional.of(Finding.of("order.ehlo", "STARTTLS"))
        : Optional.empty();
  }

  private static Optional<Finding> sender(Phase phase) {
    return switch (phase) {
      case RCPT, DATA -> Optional.of(Finding.of("order.nested"));
      // Servers that take mail from known users only.
      case AUTH -> Optional.of(Finding.of("order.login"));
      default -> Optional.empty();
    };
  }

  private static Optional<Finding> recipient(Phase phase) {
    return idle(phase) ? Optional.of(Finding.of("order.mail", "RCPT TO")) : Optional.empty();
  }

  private static Optional<Finding> text(Phase phase, String verb) {
    if (idle(phase)) {
      return Optional.of(Finding.of("order.mailrcpt", verb));
    }
    return phase == Phase.RCPT ? Optional.of(Finding.of("order.rcpt", verb)) : Optional.empty();
  }

  private static boolean idle(Phase phase) {
    return phase == Phase.AUTH || phase == Phase.MAIL || phase == Phase.AFTER;
  }
}
