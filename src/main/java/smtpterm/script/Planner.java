package smtpterm.script;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import smtpterm.script.Plan.Act;

/** Makes the plan of a script. For one script. */
final class Planner {
  private final Errors errors = new Errors();
  private final Conversation conversation = new Conversation();
  private final List<Act> acts = new ArrayList<>();

  /** The steps of the round under way, notes and other asides among them. */
  private final List<Step> round = new ArrayList<>();

  private boolean answered;

  PlanReading plan(Script script) {
    for (Step step : script.steps()) {
      step(step);
    }
    close();
    return new PlanReading(new Plan(acts), errors.all());
  }

  private void step(Step step) {
    boolean client = step instanceof Step.ClientLine || step instanceof Step.SendFile;
    if (client && answered) {
      close();
    }
    if (client || step.aside()) {
      round.add(step);
    } else if (step instanceof Step.ServerLine) {
      round.add(step);
      answered = true;
    } else {
      directive(step);
    }
  }

  private void directive(Step step) {
    close();
    if (step instanceof Step.Connect connect) {
      conversation.connect(connect);
    } else if (step instanceof Step.Include) {
      errors.add(step.at(), ScriptError.Kind.INCLUDE_WITHOUT_FOLDER);
      return;
    }
    acts.add(new Act.Other(step, false));
  }

  private void close() {
    if (round.isEmpty()) {
      return;
    }
    List<Said> said = new ArrayList<>();
    List<Step.ServerLine> heard = new ArrayList<>();
    for (Step step : round) {
      if (step instanceof Step.ClientLine line) {
        said.add(Said.of(line.text()));
      } else if (step instanceof Step.SendFile) {
        said.add(Said.file());
      } else if (step instanceof Step.ServerLine line) {
        heard.add(line);
      }
    }
    if (said.isEmpty() && heard.isEmpty()) {
      round.forEach(aside -> acts.add(new Act.Other(aside, false)));
    } else {
      emit(conversation.round(said, Awaited.all(heard)));
    }
    round.clear();
    answered = false;
  }

  private void emit(Conversation.Round told) {
    IdentityHashMap<Step, Integer> places = new IdentityHashMap<>();
    round.forEach(step -> places.put(step, places.size()));
    List<Step> clients = new ArrayList<>();
    int unasked = 0;
    int awaiting = 0;
    boolean apart = true;
    for (Step step : round) {
      if (step instanceof Step.ClientLine client) {
        Conversation.Line as = told.lines().get(clients.size());
        acts.add(new Act.Line(client, as.role().kind(), as.drawsReply(), as.replies(), !apart));
        clients.add(step);
        awaiting = acts.size();
        apart = false;
      } else if (step instanceof Step.SendFile file) {
        acts.add(new Act.Sending(file, told.lines().get(clients.size()).replies()));
        clients.add(step);
        awaiting = acts.size();
        apart = false;
      } else if (step instanceof Step.Note) {
        acts.add(new Act.Other(step, false));
      } else if (step.aside()) {
        boolean before =
            !clients.isEmpty() && due(told.lines().get(clients.size() - 1), step, places);
        acts.add(before ? awaiting++ : acts.size(), new Act.Other(step, before));
        apart = true;
      } else if (unasked < told.unasked().size()
          && told.unasked().get(unasked).lines().get(0) == step) {
        acts.add(new Act.Unasked(told.unasked().get(unasked), unasked == 0 && told.greeting()));
        unasked++;
      }
    }
    complain(told, clients);
  }

  /** Whether a reply to this line stands behind this step. */
  private static boolean due(
      Conversation.Line line, Step step, IdentityHashMap<Step, Integer> places) {
    return line.replies().stream()
        .anyMatch(reply -> places.get(reply.lines().get(0)) > places.get(step));
  }

  private void complain(Conversation.Round told, List<Step> clients) {
    for (int i = 0; i < clients.size(); i++) {
      boolean stray = told.lines().get(i).role() == Role.STRAY_FILE;
      // One without a name was complained about already.
      if (stray && clients.get(i) instanceof Step.SendFile file && !file.file().isEmpty()) {
        errors.add(clients.get(i).at(), ScriptError.Kind.SEND_WITHOUT_DATA);
      }
    }
    if (told.missing() > 0) {
      Conversation.Line last = told.lines().get(clients.size() - 1);
      boolean done = last.replies().stream().anyMatch(r -> r.surely(c -> c.startsWith("2")));
      if (done) {
        errors.add(
            clients.get(clients.size() - 1).at(),
            ScriptError.Kind.SHORT_CHUNK,
            Long.toString(told.missing()));
      }
    }
    boolean drawn = told.lines().stream().anyMatch(Conversation.Line::drawsReply);
    ScriptError.Kind kind = drawn ? ScriptError.Kind.TOO_MANY_REPLIES : ScriptError.Kind.TEXT_OPEN;
    told.excess().forEach(reply -> errors.add(reply.at(), kind));
  }
}
