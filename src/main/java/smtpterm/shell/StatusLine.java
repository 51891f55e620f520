package smtpterm.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.screen.Look;
import smtpterm.screen.Role;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.text.Texts;

/**
 * The line at the bottom: where the connection goes, how far the mail has come, what is due, and
 * how long the last reply took or the next one is waited for.
 */
final class StatusLine {
  private static final long SHORT_WAIT_SECONDS = 2;

  private static final Set<Phase> BEFORE_HELLO = EnumSet.of(Phase.GREETING, Phase.HELLO);
  private static final Set<Phase> RECIPIENT_KNOWN =
      EnumSet.of(Phase.DATA, Phase.TEXT, Phase.DOT, Phase.AFTER);
  private static final Set<Phase> SENDER_KNOWN =
      EnumSet.of(Phase.RCPT, Phase.DATA, Phase.TEXT, Phase.DOT, Phase.AFTER);

  private final Texts texts;
  private final Look look;
  private final LongSupplier clock;

  StatusLine(Texts texts, Look look, LongSupplier clock) {
    this.texts = texts;
    this.look = look;
    this.clock = clock;
  }

  /**
   * What the line says.
   *
   * @param target where the connection goes or went
   * @param view how it stands; empty before the first connection
   * @param message what is wrong with the line being typed, or what a key just did; or empty
   * @param columns how wide the window is
   */
  String of(Optional<Target> target, Optional<SessionView> view, String message, int columns) {
    List<Part> parts = new ArrayList<>();
    boolean open = view.isPresent() && view.get().ending().isEmpty();
    if (!open) {
      parts.add(new Part(Role.HINT, texts.say("shell.status.closed")));
    } else {
      parts.add(new Part(Role.HINT, place(target, view.get().progress())));
      if (view.get().progress().phase() != Phase.RAW) {
        parts.add(new Part(Role.HINT, trail(view.get().progress())));
      }
    }
    Part last = message.isEmpty() ? time(view) : new Part(Role.ALERT, message);
    return draw(parts, last, columns);
  }

  private String place(Optional<Target> target, Progress progress) {
    List<String> words = new ArrayList<>();
    words.add(target.map(t -> t.endpoint().toString()).orElse(""));
    words.add(texts.say("shell.status.not-encrypted"));
    if (progress.loggedIn()) {
      words.add(progress.user().isEmpty() ? texts.say("shell.status.logged-in") : progress.user());
    }
    return String.join(" · ", words);
  }

  /** What is done and what is to do: {@code hello ✔ login ✔ mail – rcpt 2 text –}. */
  private String trail(Progress progress) {
    Phase phase = progress.phase();
    List<String> steps = new ArrayList<>();
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
    return texts.say("shell.status.step." + name) + " " + mark;
  }

  private Part time(Optional<SessionView> view) {
    if (view.isEmpty() || view.get().ending().isPresent()) {
      return new Part(Role.HINT, "");
    }
    if (!view.get().waiting().isEmpty()) {
      long seconds = (clock.getAsLong() - view.get().waitingSince()) / 1_000_000_000L;
      return seconds < SHORT_WAIT_SECONDS
          ? new Part(Role.HINT, "")
          : new Part(Role.ALERT, texts.say("shell.status.waiting", seconds));
    }
    String took =
        view.get().lastTook().map(d -> texts.say("shell.status.took", d.toMillis())).orElse("");
    return new Part(Role.HINT, took);
  }

  /** As many parts as fit, the last one always: it is what changes. */
  private String draw(List<Part> parts, Part last, int columns) {
    List<Part> shown = new ArrayList<>(parts);
    while (!shown.isEmpty() && width(shown, last) > columns - 2) {
      shown.remove(shown.size() - 1);
    }
    StringBuilder line = new StringBuilder(" ");
    String bar = look.own(" │ ");
    for (Part part : shown) {
      line.append(line.length() > 1 ? look.paint(Role.HINT, bar) : "").append(part.drawn(look));
    }
    if (!last.text().isEmpty()) {
      line.append(line.length() > 1 ? look.paint(Role.HINT, bar) : "").append(last.drawn(look));
    }
    return line.toString();
  }

  private int width(List<Part> parts, Part last) {
    int width = look.own(last.text()).length();
    for (Part part : parts) {
      width += look.own(part.text()).length() + 3;
    }
    return width;
  }

  private record Part(Role role, String text) {
    String drawn(Look look) {
      return look.paint(role, look.own(text));
    }
  }
}
