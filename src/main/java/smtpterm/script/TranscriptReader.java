package smtpterm.script;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import smtpterm.script.Sides.Side;

/** Reads a transcript in the notation of somebody else. For one file. */
final class TranscriptReader {
  private final Errors doubts = new Errors();
  private final ForeignSteps steps = new ForeignSteps();
  private final List<Heard> lines;
  private final Sides sides;
  private final boolean labelled;

  /** Whether what is heard next is message text, by the state of the conversation. */
  private boolean message;

  private boolean unmarkedMessage;
  private boolean answer;
  private boolean dataSaid;

  private TranscriptReader(List<Heard> lines, boolean labelled) {
    this.lines = lines;
    this.labelled = labelled;
    this.sides = new Sides(lines);
  }

  static ScriptReading read(SourceText source) {
    List<String> cleaned = Cleaning.of(source.lines());
    Notation best =
        Stream.of(Notation.values())
            .filter(notation -> notation != Notation.NONE)
            .max(Comparator.comparingInt(n -> new Sides(n.lines(cleaned)).agreement()))
            .orElseThrow();
    int bare = new Sides(Notation.NONE.lines(cleaned)).dialogue();
    boolean labelled = new Sides(best.lines(cleaned)).agreement() > bare / 2;
    Notation notation = labelled ? best : Notation.NONE;
    TranscriptReader reader = new TranscriptReader(notation.lines(cleaned), labelled);
    if (reader.sides.dialogue() < 2 || !reader.bothSides()) {
      ScriptError none = ScriptError.of(new Place(1, 1), ScriptError.Kind.NO_DIALOGUE);
      return new ScriptReading(new Script(List.of()), List.of(none), List.of());
    }
    if (!source.utf8()) {
      reader.doubt(1, ScriptError.Kind.OTHER_CHARSET);
    }
    return reader.all();
  }

  /** Commands alone may be a program, replies alone a table of codes. */
  private boolean bothSides() {
    return lines.stream().anyMatch(l -> Looks.reply(l.text().strip()))
        && lines.stream().anyMatch(l -> Looks.command(l.text().strip()));
  }

  private ScriptReading all() {
    for (int i = 0; i < lines.size(); i++) {
      Heard heard = lines.get(i);
      Side side = sides.of(heard);
      if (side == Side.SERVER) {
        server(heard, heard.text());
      } else if (side == Side.CLIENT) {
        client(heard, i);
      } else {
        unmarked(heard, i);
      }
    }
    if (message) {
      doubt(lines.get(lines.size() - 1).line(), ScriptError.Kind.UNCERTAIN_CLIENT);
    }
    return new ScriptReading(new Script(steps.all()), List.of(), doubts.all());
  }

  private void server(Heard heard, String text) {
    if (!steps.body() && (Cleaning.noise(text) || (!steps.begun() && !Looks.reply(text.strip())))) {
      steps.note(heard.line(), text);
      return;
    }
    List<String> parts = Cleaning.parts(text);
    if (parts.size() > 1) {
      doubt(heard.line(), ScriptError.Kind.CUT);
    }
    for (String part : parts) {
      String said = steps.body() ? part.stripTrailing() : part.strip();
      if (!steps.body() && Cleaning.decorated(said)) {
        doubt(heard.line(), ScriptError.Kind.DECORATED);
      }
      steps.server(heard.line(), said);
      message = said.startsWith("354");
      answer = Looks.challenge(said);
    }
    unmarkedMessage = false;
    dataSaid = false;
  }

  private void client(Heard heard, int index) {
    if (dataSaid && !message) {
      message = true;
      doubt(heard.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
    }
    if (message) {
      messageLine(heard);
      unmarkedMessage = message && unmarkedFollows(index);
    } else {
      command(heard.line(), Cleaning.unquoted(heard.text().strip()));
    }
  }

  private void command(int line, String text) {
    if (Cleaning.noise(text) || (!steps.begun() && !Looks.command(text))) {
      steps.note(line, text);
      return;
    }
    if (Cleaning.decorated(text)) {
      doubt(line, ScriptError.Kind.DECORATED);
    }
    steps.client(line, text);
    answer = false;
    dataSaid = text.equalsIgnoreCase("DATA");
  }

  private void messageLine(Heard heard) {
    String text = Cleaning.unquoted(heard.text().stripTrailing());
    if (text.strip().equals("<CRLF>.<CRLF>")) {
      text = ".";
    }
    if (text.startsWith("  ")) {
      doubt(heard.line(), ScriptError.Kind.DECORATED);
    }
    steps.client(heard.line(), text);
    if (text.equals(".")) {
      message = false;
      unmarkedMessage = false;
    }
  }

  /** Whether the rest of the message, up to the dot, goes on without any mark. */
  private boolean unmarkedFollows(int index) {
    for (int i = index + 1; i < lines.size(); i++) {
      Heard next = lines.get(i);
      if (sides.of(next) != Side.NOBODY) {
        return false;
      }
      if (next.text().strip().equals(".")) {
        return true;
      }
    }
    return false;
  }

  private void unmarked(Heard heard, int index) {
    String text = heard.text();
    String said = text.strip();
    if (message && !unmarkedMessage && unmarkedFollows(index - 1)) {
      unmarkedMessage = true;
    }
    if (message && unmarkedMessage) {
      if (labelled && !said.isEmpty()) {
        doubt(heard.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      }
      messageLine(said.equals(".") ? new Heard(heard.line(), "", ".") : heard);
    } else if (!labelled && steps.body()) {
      server(heard, text);
    } else if (continues(text, index)) {
      steps.extend(said);
      doubt(heard.line(), ScriptError.Kind.JOINED);
    } else if (!said.isEmpty()) {
      outside(heard, said);
    }
  }

  /** An indented line right behind one that has a mark, as the RFCs wrap long lines. */
  private boolean continues(String text, int index) {
    String said = text.strip();
    boolean indented = labelled && text.startsWith(" ") && !said.isEmpty() && steps.begun();
    return indented
        && !lines.get(index - 1).text().isBlank()
        && !Looks.reply(said)
        && !Looks.command(said);
  }

  private void outside(Heard heard, String said) {
    if (Looks.reply(said)) {
      if (labelled) {
        doubt(heard.line(), ScriptError.Kind.UNCERTAIN_SERVER);
      }
      server(heard, said);
    } else if (Looks.command(said) || (answer && !labelled)) {
      if (labelled) {
        doubt(heard.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      }
      command(heard.line(), said);
    } else {
      steps.note(heard.line(), said);
      if (steps.begun() && !Cleaning.noise(said)) {
        doubt(heard.line(), ScriptError.Kind.LEFT_OUT);
      }
    }
  }

  private void doubt(int line, ScriptError.Kind kind) {
    doubts.add(new Place(line, 1), kind);
  }
}
