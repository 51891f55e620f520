package smtpterm.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smtpterm.script.Awaited;
import smtpterm.script.Place;
import smtpterm.script.Plan;
import smtpterm.script.Step;
import smtpterm.script.Template;
import smtpterm.session.Target;

/**
 * Finds what must fail before anything is sent: names that nobody knows, files that are not there.
 */
final class Precheck {
  private final Plan plan;
  private final Manner manner;
  private final Attachments attachments;
  private final Set<String> known = new HashSet<>(Template.BUILT_IN);
  private final List<Failure> failures = new ArrayList<>();

  Precheck(Plan plan, Manner manner) {
    this.plan = plan;
    this.manner = manner;
    this.attachments = new Attachments(manner.folder());
    known.addAll(manner.variables().commandLine().keySet());
    known.addAll(manner.variables().file().keySet());
    known.addAll(manner.variables().surroundings().keySet());
  }

  /** All of them, in the order of the file. */
  List<Failure> failures() {
    boolean replaced = manner.target().isPresent();
    if (!replaced && !plan.opensConnection() && !plan.acts().isEmpty()) {
      failures.add(Failure.of(plan.acts().get(0).at(), Failure.Kind.NO_TARGET));
    }
    for (Plan.Act act : plan.acts()) {
      if (act instanceof Plan.Act.Line line) {
        look(line.step().text());
        line.replies().forEach(this::caught);
      } else if (act instanceof Plan.Act.Unasked unasked) {
        caught(unasked.reply());
      } else if (act instanceof Plan.Act.Sending sending) {
        file(sending.step());
        sending.replies().forEach(this::caught);
      } else {
        replaced = other(((Plan.Act.Other) act).step(), replaced);
      }
    }
    return failures;
  }

  private boolean other(Step step, boolean replaced) {
    if (step instanceof Step.Assignment set) {
      look(set.value());
      known.add(set.name());
    } else if (step instanceof Step.Connect connect && !replaced) {
      look(connect.target());
      connect.target().plain().ifPresent(text -> target(connect, text));
    }
    return replaced && !(step instanceof Step.Connect);
  }

  private void target(Step.Connect connect, String text) {
    try {
      Target.parse(text);
    } catch (Target.BadTarget e) {
      failures.add(Failure.of(connect.at(), Failure.Kind.BAD_TARGET, text));
    }
  }

  private void file(Step.SendFile step) {
    look(step.file());
    Optional<String> name = step.file().plain();
    if (name.isPresent()) {
      try {
        attachments.find(step.at(), name.get());
      } catch (Failed e) {
        failures.add(e.failure());
      }
    }
  }

  private void caught(Awaited awaited) {
    awaited.lines().forEach(line -> known.addAll(Expecting.caught(line)));
  }

  private void look(Template template) {
    for (Template.Piece piece : template.pieces()) {
      if (piece instanceof Template.Variable variable) {
        variable
            .fallback()
            .ifPresentOrElse(this::look, () -> known(variable.at(), variable.name()));
      } else if (piece instanceof Template.Secret secret) {
        secret.fallback().ifPresent(this::look);
      } else if (piece instanceof Template.Base64 base64) {
        look(base64.content());
      } else if (piece instanceof Template.Answer answer) {
        answer.user().ifPresent(this::look);
        answer.password().ifPresent(this::look);
      }
    }
  }

  private void known(Place at, String name) {
    if (!known.contains(name)) {
      failures.add(Failure.of(at, Failure.Kind.UNKNOWN_NAME, name));
    }
  }
}
