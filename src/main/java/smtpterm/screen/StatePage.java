package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.screen.States.Edge;
import smtpterm.screen.States.State;
import smtpterm.text.Texts;

/**
 * The states of a protocol and the commands between them, with the present one marked: {@code ●
 * ready for a mail}. A drawing where there is room for one, else a list.
 */
public final class StatePage {
  private static final String INDENT = "   ";

  /** Below this many columns, and without line-drawing letters, it is a list. */
  private static final int NARROWEST = 50;

  private final Layout layout;
  private final Look look;
  private final Texts texts;

  /** Draws in this layout and in the language of these texts. */
  public StatePage(Layout layout, Texts texts) {
    this.layout = Objects.requireNonNull(layout, "layout");
    this.look = layout.look();
    this.texts = Objects.requireNonNull(texts, "texts");
  }

  /** Where this conversation is; nothing to draw for an unknown protocol. */
  public List<String> lines(Progress progress) {
    Optional<States> states = States.of(progress);
    if (states.isEmpty()) {
      return List.of();
    }
    int columns = look.columns().getAsInt();
    boolean drawn = look.unicode() && (columns == 0 || columns >= NARROWEST);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(layout.paragraph(texts.say("screen.state.head", drawn ? "●" : "*")));
    lines.add("");
    Optional<State> present = States.present(progress);
    if (drawn) {
      StateDrawing drawing = new StateDrawing(look, state -> label(state, progress), present);
      drawing.lines(states.get()).forEach(line -> lines.add(INDENT + line));
    } else {
      lines.addAll(list(states.get(), progress, present));
    }
    lines.add("");
    notes(progress).forEach(note -> lines.addAll(layout.paragraph(note)));
    return lines;
  }

  private List<String> list(States states, Progress progress, Optional<State> present) {
    List<String> lines = new ArrayList<>();
    for (State state : states.all()) {
      boolean here = present.filter(state::equals).isPresent();
      String label = look.own(label(state, progress));
      lines.add(
          INDENT
              + (here ? look.paint(Role.POSITIVE, "*") : "-")
              + " "
              + (here ? look.paint(Role.TERM, label) : label));
      for (Edge edge : states.from(state)) {
        String said = look.own(edge.said());
        lines.add(INDENT + "  " + said + " " + look.arrow() + " " + look.own(shortName(edge.to())));
      }
    }
    return lines;
  }

  private String name(State state) {
    return texts.say("screen.state.name." + state.name().toLowerCase(Locale.ROOT));
  }

  /** Without what the RFC calls it. */
  private String shortName(State state) {
    String name = name(state);
    int bracket = name.indexOf(" (");
    return bracket < 0 ? name : name.substring(0, bracket);
  }

  /** Its name, and what is known of it now. */
  private String label(State state, Progress progress) {
    int recipients = progress.recipients().size();
    return state == State.RECIPIENT && recipients > 1
        ? name(state) + ": " + recipients
        : name(state);
  }

  private List<String> notes(Progress progress) {
    List<String> notes = new ArrayList<>();
    boolean pop3 = progress.protocol() == Protocol.POP3;
    notes.add(texts.say(pop3 ? "screen.state.pop3" : "screen.state.smtp"));
    if (progress.capabilities().offersTls()) {
      String command = pop3 ? "STLS" : "STARTTLS";
      State back = pop3 ? State.LOGIN : State.CONNECTED;
      notes.add(texts.say("screen.state.tls", command, shortName(back)));
    }
    notes.add(texts.say("screen.state.memory", pop3 ? "-ERR" : "503"));
    return notes;
  }
}
