package smtpterm.replay;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import smtpterm.session.Target;

/**
 * How to play, as the command line has it; {@link #usual()} and its sisters make one. Whether to go
 * on after a failure decides the {@link Audience}.
 *
 * @param target replaces the first {@code @connect}; its host may have the secrets
 * @param variables names from outside
 * @param timeout the longest wait for a reply; a shorter {@code @timeout} of the file counts, too
 * @param exact whether texts, number and order of the lines are compared
 * @param secrets where secrets may go
 * @param folder in which the files of {@code @send} are, together with everything below; empty
 *     where there is none, as for standard input
 * @param stay whether the last connection is left open
 * @param clock what {@code ${date}} says
 */
public record Manner(
    Optional<Target> target,
    Variables variables,
    Optional<Duration> timeout,
    boolean exact,
    SecretRules secrets,
    Optional<Path> folder,
    boolean stay,
    Clock clock) {
  /** Refuses null. */
  public Manner {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(variables, "variables");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(secrets, "secrets");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(clock, "clock");
  }

  /** As without any option. */
  public static Manner usual() {
    return new Manner(
        Optional.empty(),
        Variables.none(),
        Optional.empty(),
        false,
        SecretRules.strict(),
        Optional.empty(),
        false,
        Clock.system(ZoneId.systemDefault()));
  }

  /** To this target instead of the first of the file. */
  public Manner at(Target to) {
    return new Manner(Optional.of(to), variables, timeout, exact, secrets, folder, stay, clock);
  }

  /** With these names. */
  public Manner with(Variables given) {
    return new Manner(target, given, timeout, exact, secrets, folder, stay, clock);
  }

  /** With these rules for secrets. */
  public Manner with(SecretRules rules) {
    return new Manner(target, variables, timeout, exact, rules, folder, stay, clock);
  }

  /** Waiting no longer than this for a reply. */
  public Manner within(Duration longest) {
    return new Manner(target, variables, Optional.of(longest), exact, secrets, folder, stay, clock);
  }

  /** Comparing texts, too, or not. */
  public Manner exactly(boolean texts) {
    return new Manner(target, variables, timeout, texts, secrets, folder, stay, clock);
  }

  /** With the files of this folder. */
  public Manner in(Path files) {
    return new Manner(target, variables, timeout, exact, secrets, Optional.of(files), stay, clock);
  }

  /** Leaving the last connection open, or not. */
  public Manner staying(boolean open) {
    return new Manner(target, variables, timeout, exact, secrets, folder, open, clock);
  }
}
