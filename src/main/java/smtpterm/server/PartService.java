package smtpterm.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import smtpterm.protocol.Command;
import smtpterm.script.Awaited;
import smtpterm.script.Plan;
import smtpterm.script.Plan.Act;
import smtpterm.script.Step;
import smtpterm.script.Template;

/**
 * What is spoken in a script: what its {@code @connect} says, else POP3 where a reply is {@code
 * +OK}, LMTP where the client says LHLO, and SMTP.
 */
final class PartService {
  private static final Pattern PORT = Pattern.compile(".*:([0-9]{1,5})/?");
  private static final Set<String> POP3_VERBS =
      Set.of("USER", "PASS", "APOP", "CAPA", "STLS", "STAT", "LIST", "UIDL", "RETR", "TOP", "DELE");
  private static final Set<String> POP3_CODES = Set.of("+OK", "-ERR", "+");

  private PartService() {}

  static Service of(Plan plan) {
    return target(plan).flatMap(PartService::byTarget).orElseGet(() -> byWords(plan));
  }

  /** What the first {@code @connect} says, or a variable in it is called. */
  private static Optional<String> target(Plan plan) {
    return plan.acts().stream()
        .filter(a -> a instanceof Act.Other o && o.step() instanceof Step.Connect)
        .map(a -> ((Step.Connect) ((Act.Other) a).step()).target())
        .findFirst()
        .map(PartService::text);
  }

  private static String text(Template target) {
    if (target.pieces().stream().findFirst().orElse(null) instanceof Template.Variable variable) {
      return Service.named(variable.name())
          .map(service -> service.scheme() + "://")
          .orElseGet(() -> variable.fallback().flatMap(Template::fixed).orElse(""));
    }
    return target.fixed().orElse("");
  }

  private static Optional<Service> byTarget(String target) {
    int colon = target.indexOf("://");
    if (colon >= 0) {
      String scheme = target.substring(0, colon).toLowerCase(Locale.ROOT);
      return scheme.equals("submissions") ? Optional.of(Service.SMTPS) : Service.named(scheme);
    }
    Matcher port = PORT.matcher(target);
    // RFC 8314 section 7.3, RFC 1939 section 3; the others tell nothing of TLS and protocol.
    return switch (port.matches() ? port.group(1) : "") {
      case "465" -> Optional.of(Service.SMTPS);
      case "995" -> Optional.of(Service.POP3S);
      case "110" -> Optional.of(Service.POP3);
      case "24" -> Optional.of(Service.LMTP);
      default -> Optional.empty();
    };
  }

  private static Service byWords(Plan plan) {
    boolean plus = replies(plan).anyMatch(r -> r.codes().stream().anyMatch(POP3_CODES::contains));
    if (plus) {
      return Service.POP3;
    }
    List<String> verbs =
        plan.acts().stream()
            .filter(a -> a instanceof Act.Line line && line.kind() == Plan.Kind.COMMAND)
            .map(a -> ((Act.Line) a).step().text().fixed().orElse(""))
            .map(line -> new Command(line.strip()).verb())
            .toList();
    if (verbs.contains("LHLO")) {
      return Service.LMTP;
    }
    boolean coded = replies(plan).anyMatch(r -> !r.codes().isEmpty());
    boolean fetching = !verbs.isEmpty() && POP3_VERBS.contains(verbs.get(0));
    return fetching && !coded ? Service.POP3 : Service.SMTP;
  }

  private static Stream<Awaited> replies(Plan plan) {
    return plan.acts().stream()
        .flatMap(
            act -> {
              if (act instanceof Act.Line line) {
                return line.replies().stream();
              } else if (act instanceof Act.Unasked unasked) {
                return Stream.of(unasked.reply());
              }
              return Stream.empty();
            });
  }
}
