package smtpterm.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import smtpterm.notation.AnyNotation;
import smtpterm.replay.Manner;
import smtpterm.replay.SecretRules;
import smtpterm.replay.Variables;
import smtpterm.script.Plan;
import smtpterm.script.PlanReading;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.session.Target;

/**
 * {@code /play first-mail.session}: plays a session file over a connection of its own, to where the
 * file says, or to where the terminal is or was connected.
 */
final class PlayCommand {
  private static final String STEP = "--step";
  private static final String TYPING = "--typing";

  private final Playing playing;
  private final Conversation conversation;
  private final Screen screen;
  private final Settings settings;
  private final Optional<Practice> practice;
  private final Runnable leave;

  /**
   * @param leave ends the program, as Ctrl-D does
   */
  PlayCommand(Playing playing, Presenter.Tools tools, Optional<Practice> practice, Runnable leave) {
    this.playing = playing;
    this.conversation = tools.conversation();
    this.screen = tools.screen();
    this.settings = tools.settings();
    this.practice = practice;
    this.leave = leave;
  }

  /** Options first, then files. */
  List<String> complete(String argument) {
    int start = argument.startsWith("--") ? argument.lastIndexOf(' ') + 1 : 0;
    String typed = argument.substring(start);
    Stream<String> words =
        typed.startsWith("-")
            ? Stream.of(STEP + " ", TYPING + " ").filter(word -> word.startsWith(typed))
            : FileNames.complete(typed).stream();
    return words.map(word -> argument.substring(0, start) + word).toList();
  }

  void run(String argument) {
    if (playing.underWay()) {
      screen.say("shell.play.under-way");
      return;
    }
    List<String> words = new ArrayList<>(List.of(argument.split(" +", -1)));
    boolean step = words.remove(STEP);
    boolean typing = words.remove(TYPING);
    String name = String.join(" ", words);
    if (name.isEmpty()) {
      screen.say("shell.play.which");
    } else {
      read(name).ifPresent(plan -> play(plan, name, step, typing));
    }
  }

  private Optional<Plan> read(String name) {
    try {
      Path path = FileNames.path(name);
      if (!Files.exists(path)) {
        screen.say("shell.send.missing", name);
      } else if (!Files.isRegularFile(path)) {
        screen.say("shell.play.no-file", name);
      } else {
        return plan(AnyNotation.read(path));
      }
    } catch (IOException | InvalidPathException e) {
      screen.say("shell.send.unreadable", name, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private Optional<Plan> plan(ScriptReading reading) {
    PlanReading plan = Plan.of(reading.script());
    List<ScriptError> errors = reading.errors().isEmpty() ? plan.errors() : reading.errors();
    screen.problems(errors, reading.sources());
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    screen.problems(reading.doubts(), reading.sources());
    return Optional.of(plan.plan());
  }

  private void play(Plan plan, String name, boolean step, boolean typing) {
    Optional<Target> target = plan.opensConnection() ? Optional.empty() : target(plan);
    if (target.isEmpty() && !plan.opensConnection()) {
      screen.say("shell.play.where");
      return;
    }
    if (conversation.open()) {
      screen.say("shell.play.reconnects");
      playing.disconnect();
    }
    Performance.Show show = new Performance.Show(step, typing, Duration.ZERO, true, false);
    Playing.Played played = playing.play(new Performance(plan, name, manner(target, name), show));
    if (played.leaves()) {
      leave.run();
    } else {
      playing.conclude(played);
      playing.promptComesBack();
    }
  }

  private Manner manner(Optional<Target> target, String name) {
    Map<String, String> around = new HashMap<>(Performance.variables(System.getenv()));
    practice.ifPresent(p -> around.putAll(new Venue(p).names()));
    Manner manner = Manner.usual().with(Variables.none().and(around));
    manner = settings.timeout().map(manner::within).orElse(manner);
    Path folder = FileNames.path(name).toAbsolutePath().getParent();
    manner = folder == null ? manner : manner.in(folder);
    return target.isEmpty()
        ? manner
        : manner
            .at(target.get())
            .with(new SecretRules(false, Set.of(target.get().endpoint().host())));
  }

  /**
   * Where the terminal is connected or was last; on the practice server, where it speaks what the
   * file speaks.
   */
  private Optional<Target> target(Plan plan) {
    Optional<Target> present = conversation.target();
    Optional<Venue> venue = practice.map(Venue::new);
    boolean elsewhere =
        present.isPresent() && venue.filter(v -> v.has(present.get().endpoint())).isEmpty();
    return elsewhere ? present : venue.flatMap(v -> v.first(plan)).or(() -> present);
  }
}
