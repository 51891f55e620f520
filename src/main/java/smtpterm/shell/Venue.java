package smtpterm.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import smtpterm.protocol.Command;
import smtpterm.script.Awaited;
import smtpterm.script.Plan;
import smtpterm.script.Step;
import smtpterm.script.Template;
import smtpterm.session.Target;
import smtpterm.wire.Endpoint;

/**
 * Where on a practice server a session file is played, such as {@code pop3://127.0.0.1:2110} for
 * one that begins with {@code USER}.
 */
public final class Venue {
  /** What only a client of POP3 says (RFC 1939 section 9, RFC 2449, RFC 2595). */
  private static final Set<String> POP3 =
      Set.of("USER", "PASS", "APOP", "CAPA", "STAT", "LIST", "RETR", "DELE", "TOP", "UIDL", "STLS");

  private final Practice practice;

  /** On this server. */
  public Venue(Practice practice) {
    this.practice = practice;
  }

  /** The names that lead there, for {@code ${smtp}} and its like. */
  public Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String name : practice.targets()) {
      practice.target(name).ifPresent(target -> names.put(name, target));
    }
    return names;
  }

  /**
   * Where a file goes first that names no place on this server: where what it speaks is spoken.
   * Empty where it names one. To somebody else it never goes, whatever it says.
   */
  public Optional<Target> first(Plan plan) {
    Optional<Template> named = plan.opensConnection() ? connect(plan) : Optional.empty();
    if (named.isPresent() && ours(named.get())) {
      return Optional.empty();
    }
    String service = named.flatMap(Venue::scheme).orElseGet(() -> spoken(plan));
    return Optional.of(place(service).or(() -> place("smtp")).orElseThrow());
  }

  /** Whether this is a place there. */
  boolean has(Endpoint endpoint) {
    return practice.targets().stream()
        .flatMap(name -> place(name).stream())
        .anyMatch(target -> target.endpoint().equals(endpoint));
  }

  private static Optional<Template> connect(Plan plan) {
    return plan.acts().stream()
        .filter(act -> act instanceof Plan.Act.Other o && o.step() instanceof Step.Connect)
        .map(act -> ((Step.Connect) ((Plan.Act.Other) act).step()).target())
        .findFirst();
  }

  private boolean ours(Template target) {
    return target.pieces().stream()
        .anyMatch(
            piece ->
                piece instanceof Template.Variable variable
                    && practice.target(variable.name()).isPresent());
  }

  /** What is meant by the URL of another server. */
  private static Optional<String> scheme(Template target) {
    String text = target.plain().orElse("");
    int colon = text.indexOf("://");
    return colon < 0
        ? Optional.empty()
        : Optional.of(
            text.substring(0, colon).toLowerCase(Locale.ROOT).replace("submissions", "smtps"));
  }

  private Optional<Target> place(String service) {
    return practice.target(service).flatMap(Venue::parsed);
  }

  private static Optional<Target> parsed(String target) {
    try {
      return Optional.of(Target.parse(target));
    } catch (Target.BadTarget e) {
      return Optional.empty();
    }
  }

  /** What a file speaks, from the first thing that shows it. */
  static String spoken(Plan plan) {
    return plan.acts().stream().flatMap(act -> shown(act).stream()).findFirst().orElse("smtp");
  }

  private static Optional<String> shown(Plan.Act act) {
    if (act instanceof Plan.Act.Unasked unasked) {
      return pop3(List.of(unasked.reply())) ? Optional.of("pop3") : Optional.empty();
    }
    if (act instanceof Plan.Act.Line line) {
      String verb = new Command(line.step().text().beginning()).verb().toUpperCase(Locale.ROOT);
      boolean pop3 = POP3.contains(verb) || pop3(line.replies());
      return Optional.of(pop3 ? "pop3" : verb.equals("LHLO") ? "lmtp" : "smtp");
    }
    return Optional.empty();
  }

  private static boolean pop3(List<Awaited> replies) {
    Stream<String> codes = replies.stream().flatMap(reply -> reply.codes().stream());
    return codes.anyMatch(code -> code.equals("+OK") || code.equals("-ERR"));
  }
}
