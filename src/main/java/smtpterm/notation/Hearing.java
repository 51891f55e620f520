package smtpterm.notation;

import java.util.List;
import java.util.Optional;
import smtpterm.notation.Minutes.Kind;
import smtpterm.script.ScriptError;

/** Listens to the marked lines of a transcript, in their order. For one transcript. */
final class Hearing {
  private final List<Said> said;
  private final Habits habits;
  private final Explanations explanations;
  private final Minutes minutes = new Minutes();
  private final Talk talk = new Talk();
  private final Ahead ahead;
  private final Loose loose;

  Hearing(List<Said> said, Explanations explanations) {
    this.said = said;
    this.habits = Habits.of(said);
    this.explanations = explanations;
    this.ahead = new Ahead(said);
    this.loose = new Loose(said, habits, this);
  }

  Minutes all() {
    for (int i = 0; i < said.size(); i++) {
      Said line = said.get(i);
      if (i > 0 && line.line() == said.get(i - 1).line() && line.row().column().isEmpty()) {
        doubt(line.line(), ScriptError.Kind.CUT);
      }
      if (line.row().prose()) {
        loose.aside(line);
      } else if (line.of(Side.SERVER)) {
        server(line, i);
      } else if (line.of(Side.CLIENT)) {
        client(line, i);
      } else {
        loose.hear(i);
      }
    }
    if (talk.in(Talk.Mode.MESSAGE)) {
      minutes.lastSaid().ifPresent(e -> doubt(e.line(), ScriptError.Kind.UNCERTAIN_CLIENT));
    }
    return minutes;
  }

  Minutes minutes() {
    return minutes;
  }

  Ahead ahead() {
    return ahead;
  }

  Talk talk() {
    return talk;
  }

  void doubt(int line, ScriptError.Kind kind) {
    minutes.doubt(line, kind);
  }

  String explained(String text) {
    return explanations.command(text);
  }

  void leftOut(Said line) {
    if (!line.text().isBlank()) {
      minutes.note(line.line(), line.text());
      doubt(line.line(), ScriptError.Kind.LEFT_OUT);
    }
  }

  /** What a tool says; if a piece of the conversation stands in it, somebody should look. */
  void remark(Said line) {
    minutes.note(line.line(), line.text());
    if (Looks.mentions(line.text())) {
      doubt(line.line(), ScriptError.Kind.LEFT_OUT);
    }
  }

  // ---- server

  private void server(Said line, int index) {
    if (talk.in(Talk.Mode.LISTING)) {
      for (String part : Quoted.lines(line.text())) {
        listing(line, part);
      }
      return;
    }
    if (line.text().isBlank()) {
      loose.hang(line, index);
      return;
    }
    if (talk.in(Talk.Mode.MESSAGE) && line.text().contains("\\r\\n.\\r\\n")) {
      text(line, ".");
      doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      return;
    }
    List<String> parts = Quoted.lines(line.text());
    for (String part : parts) {
      if (!part.isBlank()) {
        replies(line, part.strip());
      }
    }
    if (parts.size() > 1) {
      doubt(line.line(), ScriptError.Kind.CUT);
    }
  }

  /** A reply, or several lines of one. */
  void replies(Said line, String text) {
    String said = Votes.behindEcho(Habits.unbracketed(text));
    List<String> parts = Glued.parts(said);
    if (parts.size() > 1) {
      doubt(line.line(), ScriptError.Kind.CUT);
    }
    for (String part : parts) {
      reply(line, part.strip());
    }
  }

  private void reply(Said line, String part) {
    if (talk.in(Talk.Mode.LISTING)) {
      listing(line, part);
      return;
    }
    if (!Looks.reply(part)) {
      codeless(line, part);
      return;
    }
    if (inText()) {
      doubt(line.line(), ScriptError.Kind.LEFT_OUT);
    }
    if (loose.alternative(line)) {
      leftOut(line);
      return;
    }
    String bare = explanations.reply(part);
    if (!bare.equals(part)) {
      doubt(line.line(), ScriptError.Kind.DECORATED);
    }
    minutes.say(line.line(), Side.SERVER, bare, Kind.REPLY);
    talk.server(bare);
    loose.heardReply();
  }

  /** Words of the server without a code: acts and noise are none. */
  private void codeless(Said line, String part) {
    if (Looks.placeholder(part) || Looks.noise(part)) {
      remark(line);
      loose.opened(part);
    } else if (!minutes.begun() || (!talk.awaitsReply() && talk.continued().isEmpty())) {
      leftOut(line);
      loose.opened(part);
    } else if (loose.opened(part)) {
      leftOut(line);
    } else {
      minutes.say(line.line(), Side.SERVER, part, Kind.REPLY);
      doubt(line.line(), ScriptError.Kind.UNCERTAIN_SERVER);
      if (talk.continued().isEmpty()) {
        talk.server(part);
      }
    }
  }

  void listing(Said line, String part) {
    String text = Explanations.dot(part) ? "." : explanations.text(part);
    if (Looks.act(text) && text.startsWith("<") && text.contains(" ")) {
      minutes.note(line.line(), text);
    } else if (text.startsWith("<") && text.contains(" ") && loose.opened(text)) {
      minutes.note(line.line(), text);
    } else {
      minutes.say(line.line(), Side.SERVER, text, Kind.LISTING);
      talk.server(text);
    }
  }

  // ---- client

  private void client(Said line, int index) {
    talk.endListing();
    if (talk.dataSaid() && ahead.dotBeforeServer(index)) {
      talk.beginMessage();
      doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
    }
    if (line.text().isBlank() && !inText() && !talk.in(Talk.Mode.ANSWER)) {
      loose.hang(line, index);
      return;
    }
    List<String> parts = Quoted.lines(line.text());
    String only = parts.size() == 1 ? parts.get(0).strip() : "";
    if (parts.size() == 1 && (tellsOnly(only, index) || chunkNotShown(only, index))) {
      leftOut(line);
      return;
    }
    boolean squashed = false;
    for (String part : parts) {
      if (inText()) {
        Squashed.lines(part).forEach(one -> text(line, one));
        squashed = squashed || Squashed.lines(part).size() > 1;
      } else {
        command(line, part.strip());
      }
    }
    if (parts.size() > 1 || squashed) {
      doubt(line.line(), ScriptError.Kind.CUT);
    }
  }

  boolean inText() {
    return talk.in(Talk.Mode.MESSAGE) || talk.in(Talk.Mode.CHUNK);
  }

  /** A line of message text. */
  void text(Said line, String said) {
    String text = Meaning.endless(said);
    if (text.strip().equals("<CRLF>.<CRLF>") || Explanations.dot(text)) {
      if (text.strip().length() > 1 && !text.strip().startsWith("<CRLF>")) {
        doubt(line.line(), ScriptError.Kind.DECORATED);
      }
      text = ".";
    }
    String bare = explanations.text(text);
    if (!bare.equals(text) || bare.startsWith("  ")) {
      doubt(line.line(), ScriptError.Kind.DECORATED);
    }
    minutes.say(line.line(), Side.CLIENT, bare, Kind.TEXT);
    talk.client(bare);
  }

  /** {@code <50 octets>} behind BDAT. */
  private boolean chunkNotShown(String text, int index) {
    boolean stands =
        talk.in(Talk.Mode.CHUNK) && Looks.placeholder(text) && ahead.serverIsNext(index + 1);
    if (stands) {
      talk.endChunk();
    }
    return stands;
  }

  /** Whether this line alone stands for the whole message, as in {@code headers and text}. */
  private boolean tellsOnly(String text, int index) {
    boolean alone =
        talk.in(Talk.Mode.MESSAGE)
            && minutes.lastSaid().stream().noneMatch(e -> e.kind() == Kind.TEXT)
            && (ahead.serverIsNext(index + 1) || Meaning.fragment(text));
    return alone
        && !text.startsWith("(")
        && !Explanations.dot(text)
        && !Looks.header(text)
        && !text.equals("<CRLF>.<CRLF>");
  }

  /** A command, or an answer to a challenge. */
  void command(Said line, String text) {
    boolean answer = talk.in(Talk.Mode.ANSWER);
    String whole = Meaning.endless(text);
    String explained = answer ? explanations.answer(whole) : explanations.command(whole);
    Optional<String> meant = answer ? answer(line, explained) : meant(line, explained);
    if (meant.isEmpty()) {
      return;
    }
    String bare = meant.get();
    if (!bare.equals(text)) {
      doubt(line.line(), ScriptError.Kind.DECORATED);
    }
    minutes.say(line.line(), Side.CLIENT, bare, answer ? Kind.ANSWER : Kind.COMMAND);
    talk.client(bare);
    if (talk.dataSaid() && !habits.serverSpeaks()) {
      talk.beginMessage();
    }
  }

  private Optional<String> answer(Said line, String text) {
    if (Meaning.emptyLine(text)) {
      doubt(line.line(), ScriptError.Kind.DECORATED);
      return Optional.of("");
    }
    if (Meaning.hidden(text)) {
      leftOut(line);
      talk.answered();
      return Optional.empty();
    }
    return Optional.of(Meaning.unlabelled(text));
  }

  /** What the client says; empty where the line only tells something. */
  private Optional<String> meant(Said line, String text) {
    boolean elliptic = text.endsWith("...") && Looks.verb(text) && !Looks.command(text);
    if (Looks.noise(text) || Looks.act(text)) {
      remark(line);
      return Optional.empty();
    } else if (Meaning.hidden(text)) {
      leftOut(line);
      talk.answered();
      return Optional.empty();
    } else if ((!minutes.begun() && !Looks.verb(text)) || elliptic || Looks.dots(text)) {
      leftOut(line);
      return Optional.empty();
    }
    return Optional.of(text.replace('＜', '<').replace('＞', '>'));
  }
}
