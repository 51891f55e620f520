package smtpterm.shell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import smtpterm.replay.Manner;
import smtpterm.script.Plan;
import smtpterm.script.Step;

/**
 * A session file that is played in the terminal, such as {@code first-mail.session} step by step.
 *
 * @param plan its conversation
 * @param name the file as the user named it
 * @param manner how it is played
 * @param show how it is shown
 */
public record Performance(Plan plan, String name, Manner manner, Show show) {
  /** Refuses null. */
  public Performance {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(manner, "manner");
    Objects.requireNonNull(show, "show");
  }

  /** Whose password the file asks for, where it logs in as one user only. */
  Optional<String> user() {
    List<String> users =
        plan.acts().stream()
            .filter(act -> act instanceof Plan.Act.Other o && o.step() instanceof Step.Assignment)
            .map(act -> (Step.Assignment) ((Plan.Act.Other) act).step())
            .filter(set -> set.name().equals("user"))
            .map(set -> set.value().plain().orElse(""))
            .distinct()
            .toList();
    return users.size() == 1
        ? Optional.of(users.get(0)).filter(u -> !u.isEmpty())
        : Optional.empty();
  }

  /** What the environment says about variables: {@code SMTPTERM_user} is {@code user}. */
  public static Map<String, String> variables(Map<String, String> environment) {
    String mark = "SMTPTERM_";
    return environment.entrySet().stream()
        .filter(variable -> variable.getKey().startsWith(mark))
        .collect(
            Collectors.toMap(
                variable -> variable.getKey().substring(mark.length()), Map.Entry::getValue));
  }

  /**
   * How a file is shown.
   *
   * @param step whether each line of the client waits for a key, and each explanation for the next
   * @param typing whether the lines of the client appear character by character
   * @param delay how long to wait before each line of the client
   * @param stay whether the terminal stays open at the end
   * @param keepGoing whether it goes on by itself when a reply is not as the file says
   */
  public record Show(
      boolean step, boolean typing, Duration delay, boolean stay, boolean keepGoing) {
    /** Refuses null. */
    public Show {
      Objects.requireNonNull(delay, "delay");
    }
  }
}
