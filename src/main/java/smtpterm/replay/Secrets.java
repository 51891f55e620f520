package smtpterm.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Secrecy;
import smtpterm.sasl.Mechanism;
import smtpterm.script.Place;
import smtpterm.session.SessionView;

/** Where secrets come from, and where they may go. */
final class Secrets {
  /** What recordings have where a login was refused: anything but the right one will do. */
  private static final String WRONG = "wrong-password";

  private final Manner manner;
  private final Names names;
  private final Audience audience;
  private final Masks masks;

  /** By name and host: what was meant for one host is not for another. */
  private final Map<String, Filled> asked = new HashMap<>();

  Secrets(Manner manner, Names names, Audience audience, Masks masks) {
    this.manner = manner;
    this.names = names;
    this.audience = audience;
    this.masks = masks;
  }

  /**
   * A secret by its name.
   *
   * @param link where it will go; empty before there is a connection
   */
  Filled named(Place at, String name, Optional<Filled> fallback, Optional<Link> link)
      throws Failed {
    Optional<Filled> known = names.inside(name).or(() -> names.outside(name));
    if (known.filter(value -> link.isEmpty() || allowed(value, link.get())).isPresent()) {
      return hidden(known.get().hidden());
    }
    if (known.isEmpty() && fallback.isPresent()) {
      return hidden(fallback.get().hidden());
    }
    if (known.isEmpty() && name.equals(WRONG)) {
      return hidden(Filled.open("not the password").hidden());
    }
    Optional<Filled> given = link.flatMap(to -> ask(name, to));
    if (given.isPresent()) {
      return given.get();
    }
    throw new Failed(
        known.isPresent()
            ? Failure.of(at, Failure.Kind.SECRET_FOR_OTHERS, link.orElseThrow().host())
            : Failure.of(at, Failure.Kind.NO_SECRET, name));
  }

  private Optional<Filled> ask(String name, Link link) {
    String key = name + " " + link.target().endpoint();
    Optional<Filled> before = Optional.ofNullable(asked.get(key));
    if (before.isPresent()) {
      return before;
    }
    Optional<char[]> typed = audience.secret(name, link.target(), link.view().tls().isPresent());
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    Filled value = hidden(Filled.secret(new String(typed.get()), link.host()));
    Arrays.fill(typed.get(), '\0');
    asked.put(key, value);
    return Optional.of(value);
  }

  private Filled hidden(Filled secret) {
    hide(secret.text());
    return secret;
  }

  /** This is not shown from now on, nor in Base64. */
  void hide(String secret) {
    masks.hide(secret);
    masks.hide(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
  }

  private boolean allowed(Filled value, Link link) {
    return link.local()
        || value.origins().stream()
            .allMatch(
                origin ->
                    origin.equals(Filled.OUTSIDE)
                        ? outsideAllowed(link.host())
                        : origin.equals(link.host()));
  }

  private boolean outsideAllowed(String host) {
    return manner.secrets().allows(host)
        || manner.target().filter(t -> t.endpoint().host().equalsIgnoreCase(host)).isPresent();
  }

  /** Stops a line before a secret in it leaves for where it does not belong. */
  void mayLeave(Place at, Filled line, Link link) throws Failed {
    if (!allowed(line, link)) {
      throw new Failed(Failure.of(at, Failure.Kind.SECRET_FOR_OTHERS, link.host()));
    }
    SessionView view = link.view();
    boolean reveals =
        line.secret() ? line.revealing() : written(view, line.text()) && telling(view, line.text());
    if (reveals && link.overheard() && !manner.secrets().cleartext()) {
      throw new Failed(Failure.of(at, Failure.Kind.CLEARTEXT, link.host()));
    }
  }

  /** Whether a secret stands in the file itself. */
  private static boolean written(SessionView view, String line) {
    return view.secretFrom(line) != Secrecy.NOTHING;
  }

  /** Whether this line of a login tells the secret to whoever reads it. */
  private static boolean telling(SessionView view, String line) {
    if (view.next() == LineKind.ANSWER) {
      return revealing(view.progress().exchange().map(Exchange::mechanism).orElse(""));
    }
    Command command = new Command(line.strip());
    return command.is("AUTH")
        ? revealing(command.argument().strip().split("[ \t]", 2)[0])
        : !command.is("APOP");
  }

  private static boolean revealing(String mechanism) {
    return Mechanism.named(mechanism).map(Mechanism::revealing).orElse(true);
  }
}
