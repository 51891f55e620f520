package smtpterm.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.StrictBase64;
import smtpterm.sasl.Mechanism;

/**
 * Keeps a login back until it is decided, since {@code ${answer}} stands for the right password
 * only, and puts other places to fill in where its secrets were. The secrets themselves are never
 * kept.
 */
final class RecordedLogin {
  private static final String PASSWORD = "password";
  private static final String TOKEN = "token";
  private static final String WRONG = "wrong-password";

  /** What came of a login. */
  enum Verdict {
    ACCEPTED,
    REFUSED,
    /** Given up, or never answered. */
    OPEN
  }

  private final List<Function<Verdict, Step>> waiting = new ArrayList<>();

  /** The secret of each user: people have different ones. */
  private final Map<String, String> names = new HashMap<>();

  private String user = "";
  private boolean cancelled;

  /** Whether what comes next has to wait, too. */
  boolean undecided() {
    return !waiting.isEmpty();
  }

  /** Who was named last by {@code @set}; empty for nobody. */
  Optional<Step> named() {
    return user.isEmpty() ? Optional.empty() : Optional.of(naming(user));
  }

  /** A connection of its own gets everything named that it needs. */
  void forget() {
    user = "";
  }

  /** A step that holds no secret and comes behind one that does. */
  void add(Step step) {
    waiting.add(verdict -> step);
  }

  /** The login is given up by the client. */
  void cancelled() {
    cancelled = undecided();
  }

  /** {@code PASS geheim}, without its last word. */
  void pass(String before, String who) {
    name(who);
    waiting.add(verdict -> line(before, Template.of(secret(verdict, who, PASSWORD))));
  }

  /** {@code APOP anna c4c9334bac560ecc979e58001b3e22fb}, without its last word. */
  void apop(String before, String who) {
    name(who);
    waiting.add(verdict -> line(before, answer(verdict, who, PASSWORD)));
  }

  /** A secret that stands where none belongs. */
  static Step misplaced(String before) {
    return line(before, wrong());
  }

  /**
   * An answer, or the initial response.
   *
   * @param before what stands before it, such as {@code AUTH PLAIN }
   * @param said the answer itself, which is only looked at
   * @param after the exchange with this answer
   */
  void answer(String before, String said, Exchange after) {
    if (said.equals("=")) {
      // RFC 4954 section 4: no octet at all.
      add(line(before, Template.literal(said)));
      return;
    }
    Optional<Mechanism> mechanism = Mechanism.named(after.mechanism());
    boolean base64 = StrictBase64.judge(said).base64();
    boolean named = !after.user().isEmpty();
    if (named) {
      name(after.user());
    }
    Function<Verdict, Template> form =
        verdict -> {
          if (verdict != Verdict.REFUSED || keyless(mechanism)) {
            return answer(verdict, after.user(), kind(mechanism));
          } else if (!base64 || mechanism.isEmpty()) {
            return wrong();
          }
          return named
              ? answer(verdict, after.user(), kind(mechanism))
              : Template.of(new Template.Base64(wrong()));
        };
    waiting.add(verdict -> line(before, form.apply(verdict)));
  }

  /** The steps of the login, now that it is decided. */
  List<Step> decided(Verdict verdict) {
    Verdict real = cancelled ? Verdict.OPEN : verdict;
    List<Step> steps = waiting.stream().map(step -> step.apply(real)).toList();
    waiting.clear();
    cancelled = false;
    return steps;
  }

  private void name(String who) {
    if (!who.isEmpty() && !who.equals(user)) {
      user = who;
      add(naming(who));
    }
  }

  private static Step naming(String who) {
    return new Step.Assignment(Recorder.NOWHERE, "user", Template.literal(who));
  }

  private static boolean keyless(Optional<Mechanism> mechanism) {
    return mechanism.filter(m -> m.secret() == Mechanism.Secret.NONE).isPresent();
  }

  private static String kind(Optional<Mechanism> mechanism) {
    boolean token = mechanism.filter(m -> m.secret() == Mechanism.Secret.TOKEN).isPresent();
    return token ? TOKEN : PASSWORD;
  }

  private static Step line(String before, Template secret) {
    List<Template.Piece> pieces = new ArrayList<>(Template.literal(before).pieces());
    pieces.addAll(secret.pieces());
    return new Step.ClientLine(Recorder.NOWHERE, new Template(pieces));
  }

  private Template answer(Verdict verdict, String who, String kind) {
    Template.Secret secret = secret(verdict, who, kind);
    if (secret.name().equals(PASSWORD)) {
      return Template.of(new Template.Answer(Recorder.NOWHERE, Optional.empty(), Optional.empty()));
    }
    Template user = Template.of(new Template.Variable(Recorder.NOWHERE, "user", Optional.empty()));
    return Template.of(
        new Template.Answer(Recorder.NOWHERE, Optional.of(user), Optional.of(Template.of(secret))));
  }

  private static Template wrong() {
    return Template.of(new Template.Secret(Recorder.NOWHERE, WRONG, Optional.empty()));
  }

  private Template.Secret secret(Verdict verdict, String who, String kind) {
    String name =
        verdict == Verdict.REFUSED
            ? WRONG
            : names.computeIfAbsent(kind + " " + who, key -> free(kind));
    return new Template.Secret(Recorder.NOWHERE, name, Optional.empty());
  }

  private String free(String kind) {
    long taken = names.keySet().stream().filter(key -> key.startsWith(kind + " ")).count();
    return taken == 0 ? kind : kind + "-" + (taken + 1);
  }
}
