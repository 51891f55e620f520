package smtpterm.typing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.screen.Look;
import smtpterm.screen.Role;
import smtpterm.screen.TlsWords;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.text.Texts;
import smtpterm.wire.TlsInfo;

/**
 * The line at the bottom: where the connection goes, how far the mail has come, what is due, and
 * how long the last reply took or the next one is waited for.
 */
public final class StatusLine {
  private static final long SHORT_WAIT_SECONDS = 2;
  private static final Set<Phase> BEFORE_HELLO = EnumSet.of(Phase.GREETING, Phase.HELLO);
  private static final Set<Phase> RECIPIENT_KNOWN =
      EnumSet.of(Phase.DATA, Phase.TEXT, Phase.DOT, Phase.AFTER);
  private static final Set<Phase> SENDER_KNOWN =
      EnumSet.of(Phase.RCPT, Phase.DATA, Phase.TEXT, Phase.DOT, Phase.AFTER);

  private final Texts texts;
  private final Look look;
  private final LongSupplier clock;

  public StatusLine(Texts texts, Look look, LongSupplier clock) {
    this.texts = texts;
    this.look = look;
    this.clock = clock;
  }

  /**
   * What there is to tell.
   *
   * @param target where the connection goes or went
   * @param view how it stands; empty before the first connection
   * @param next what could come next; empty for nothing
   * @param message what is wrong with the line being typed, or what a key just did; or empty
   * @param keys what the keys do just now, where a file is played; else empty
   * @param tlsRequired whether no login and no mail is meant to go unencrypted
   * @param distrusted whether the server claimed a login without proving that it knows the password
   * @param unrecorded whether what is said was to be recorded and cannot be
   */
  public record Facts(
      Optional<Target> target,
      Optional<SessionView> view,
      String next,
      String message,
      String keys,
      boolean tlsRequired,
      boolean distrusted,
      boolean unrecorded) {}

  /** As much of it as fits, the most important last: that is what changes. */
  public String of(Facts facts, int columns) {
    List<Part> parts = new ArrayList<>();
    Optional<SessionView> open = facts.view().filter(v -> v.ending().isEmpty());
    if (open.isEmpty()) {
      parts.add(new Part(Weight.PLACE, Role.HINT, texts.say("typing.status.closed")));
    } else {
      Progress progress = open.get().progress();
      Optional<TlsInfo> tls = open.get().tls();
      boolean alarming = tls.map(t -> !t.check().verified()).orElse(facts.tlsRequired());
      String encryption = new TlsWords(texts).brief(tls);
      parts.add(
          new Part(
              Weight.PLACE,
              Role.HINT,
              place(facts.target(), progress, alarming ? "" : encryption)));
      if (alarming) {
        parts.add(new Part(Weight.ALARM, Role.ALERT, encryption));
      }
      if (facts.distrusted()) {
        parts.add(new Part(Weight.WARNING, Role.ALERT, texts.say("typing.status.distrusted")));
      }
      if (progress.protocol() != Protocol.RAW) {
        parts.add(new Part(Weight.TRAIL, Role.HINT, trail(progress)));
      }
      if (!facts.next().isEmpty() && facts.message().isEmpty() && facts.keys().isEmpty()) {
        parts.add(new Part(Weight.NEXT, Role.HINT, texts.say("typing.status.next", facts.next())));
      }
    }
    if (facts.unrecorded()) {
      parts.add(new Part(Weight.WARNING, Role.ALERT, texts.say("typing.status.unrecorded")));
    }
    Optional<Part> time = open.flatMap(this::time);
    if (!facts.message().isEmpty()) {
      parts.add(new Part(Weight.MESSAGE, Role.ALERT, facts.message()));
    } else if (!facts.keys().isEmpty() && time.filter(Part::urgent).isEmpty()) {
      parts.add(new Part(Weight.MESSAGE, Role.HINT, facts.keys()));
    } else {
      time.ifPresent(parts::add);
    }
    return draw(parts, columns - 2);
  }

  private String place(Optional<Target> target, Progress progress, String encryption) {
    List<String> words = new ArrayList<>();
    words.add(target.map(t -> t.endpoint().toString()).orElse(""));
    if (!encryption.isEmpty()) {
      words.add(encryption);
    }
    if (progress.loggedIn()) {
      words.add(progress.user().isEmpty() ? texts.say("typing.status.logged-in") : progress.user());
    }
    return String.join(" · ", words);
  }

  /** What is done and what is to do: {@code hello ✔ login ✔ mail – rcpt 2 text –}. */
  private String trail(Progress progress) {
    Phase phase = progress.phase();
    List<String> steps = new ArrayList<>();
    if (progress.protocol() == Protocol.POP3) {
      steps.add(step("login", progress.loggedIn(), ""));
      steps.add(step("maildrop", phase == Phase.UPDATE, progress.loggedIn() ? "…" : ""));
      return String.join(" ", steps);
    }
    steps.add(step("hello", !BEFORE_HELLO.contains(phase), ""));
    if (progress.loggedIn() || !progress.capabilities().mechanisms().isEmpty()) {
      steps.add(step("login", progress.loggedIn(), ""));
    }
    int recipients = progress.recipients().size();
    steps.add(step("mail", SENDER_KNOWN.contains(phase), ""));
    steps.add(
        step(
            "rcpt",
            RECIPIENT_KNOWN.contains(phase),
            recipients > 1 ? Integer.toString(recipients) : ""));
    steps.add(step("text", phase == Phase.AFTER, phase == Phase.TEXT ? "…" : ""));
    return String.join(" ", steps);
  }

  private String step(String name, boolean done, String sign) {
    String mark = sign.isEmpty() ? (done ? "✔" : "–") : sign;
    return texts.say("typing.status.step." + name) + " " + mark;
  }

  private Optional<Part> time(SessionView view) {
    if (!view.serversTurn() && !view.securing()) {
      return view.lastTook()
          .map(
              d -> new Part(Weight.TIME, Role.HINT, texts.say("typing.status.took", d.toMillis())));
    }
    long seconds = (clock.getAsLong() - view.waitingSince()) / 1_000_000_000L;
    return seconds < SHORT_WAIT_SECONDS
        ? Optional.empty()
        : Optional.of(
            new Part(
                Weight.MESSAGE,
                Role.ALERT,
                texts.say(
                    view.securing() ? "typing.status.securing" : "typing.status.waiting",
                    seconds)));
  }

  private String draw(List<Part> parts, int room) {
    List<Part> shown = new ArrayList<>(parts);
    while (shown.size() > 1 && width(shown) > room) {
      shown.remove(shown.stream().min(Comparator.comparing(Part::weight)).orElseThrow());
    }
    String bar = look.paint(Role.HINT, look.own(" │ "));
    return " " + String.join(bar, shown.stream().map(part -> part.drawn(look)).toList());
  }

  private int width(List<Part> parts) {
    return parts.stream().mapToInt(part -> look.own(part.text()).length() + 3).sum() - 3;
  }

  /** What is left out first where the window is narrow. */
  private enum Weight {
    TIME,
    NEXT,
    TRAIL,
    PLACE,
    /** Not encrypted, though it should be, or nobody knows with whom. */
    ALARM,
    /** The server is not to be trusted. */
    WARNING,
    MESSAGE
  }

  private record Part(Weight weight, Role role, String text) {
    boolean urgent() {
      return weight == Weight.MESSAGE;
    }

    String drawn(Look look) {
      return look.paint(role, look.own(text));
    }
  }
}
