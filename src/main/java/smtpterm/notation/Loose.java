package smtpterm.notation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import smtpterm.script.ScriptError;

/** Finds out what the lines without a mark are. For one transcript. */
final class Loose {
  private static final Pattern BULLET =
      Pattern.compile("(?:[-*•+·]|[0-9]{1,2}[.)])\\s+(?:\\p{L}{1,20}:\\s+)?");

  private final List<Said> said;
  private final Habits habits;
  private final Hearing hearing;
  private final Wrapped wrapped;
  private final LooseText messages;

  /** The mark that stood alone in the line before, if what follows belongs to it. */
  private Optional<Side> hanging = Optional.empty();

  /** What ends a remark that goes over several lines; empty outside of one. */
  private String closing = "";

  private boolean aParting;

  /** Whether the line before was one of an answer of which only the first line has a mark. */
  private boolean listed;

  Loose(List<Said> said, Habits habits, Hearing hearing) {
    this.said = said;
    this.habits = habits;
    this.hearing = hearing;
    this.messages = new LooseText(said, habits, hearing);
    this.wrapped = new Wrapped(hearing.minutes(), !habits.serverSpeaks());
  }

  void hear(int index) {
    Said line = said.get(index);
    String text = line.text().strip();
    if (messages.begin(line, index) || hearing.inText()) {
      messages.hear(line, index);
    } else if (text.isEmpty()) {
      blank(line, index);
    } else if (!closing.isEmpty()) {
      inRemark(line, index, text);
    } else if (hanging.isPresent()) {
      hung(line, text);
    } else if (hearing.talk().in(Talk.Mode.LISTING)) {
      inListing(line, index);
    } else if (hearing.talk().in(Talk.Mode.ANSWER) && answers(line, index, text)) {
      return;
    } else if (habits.bothMarked()) {
      amongMarked(line, index, text);
    } else {
      bare(line, index, text);
    }
  }

  /** What stands outside of the conversation. */
  void aside(Said line) {
    if (!line.row().blank()) {
      hearing.minutes().note(line.line(), line.text());
      if (hearing.minutes().begun() && Looks.mentions(line.text())) {
        hearing.doubt(line.line(), ScriptError.Kind.LEFT_OUT);
      }
    }
  }

  /** A mark with nothing behind it: what follows belongs to it, or an empty line was sent. */
  void hang(Said line, int index) {
    Said next = index + 1 < said.size() ? said.get(index + 1) : line;
    if (!next.marked() && !next.row().blank() && !next.row().prose()) {
      hanging = line.side();
    } else if (line.of(Side.CLIENT) && line.named()) {
      hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      hearing.minutes().say(line.line(), Side.CLIENT, "", Minutes.Kind.COMMAND);
      hearing.talk().client("");
    }
  }

  /** Whether a reply comes that nobody asked for, behind a word such as {@code or}. */
  boolean alternative(Said line) {
    boolean over = hearing.minutes().lastSaid().stream().anyMatch(e -> e.text().startsWith("221"));
    return aParting
        && !over
        && line.of(Side.SERVER)
        && !hearing.talk().awaitsReply()
        && hearing.talk().continued().isEmpty();
  }

  void heardReply() {
    aParting = false;
  }

  /** Whether a remark begins that goes on in the next lines. */
  boolean opened(String text) {
    int kind = text.isEmpty() ? -1 : "<[({".indexOf(text.charAt(0));
    if (kind >= 0 && text.indexOf(">])}".charAt(kind)) < 0) {
      closing = ">])}".substring(kind, kind + 1);
      return true;
    }
    boolean dots = text.startsWith("... ") && !text.endsWith("...");
    closing = dots ? "..." : "";
    return dots;
  }

  private void blank(Said line, int index) {
    hanging = Optional.empty();
    aParting = false;
    closing = "";
    Talk talk = hearing.talk();
    if (talk.in(Talk.Mode.LISTING)
        && !habits.serverMarked()
        && hearing.ahead().dotBeforeMark(index)) {
      hearing.listing(line, "");
    } else if (talk.in(Talk.Mode.LISTING) && listed && hearing.ahead().unmarked(index)) {
      hearing.listing(line, "");
    } else if (talk.in(Talk.Mode.LISTING) && !habits.serverMarked()) {
      hearing.doubt(line.line(), ScriptError.Kind.LEFT_OUT);
    }
  }

  private void inRemark(Said line, int index, String text) {
    boolean protocol = Looks.protocol(text);
    closing = protocol || text.endsWith(closing) ? "" : closing;
    if (protocol) {
      hear(index);
    } else {
      hearing.minutes().note(line.line(), text);
    }
  }

  private void hung(Said line, String text) {
    if (hanging.get() == Side.SERVER) {
      hearing.replies(line, text);
    } else {
      hearing.command(line, text);
    }
    hearing.doubt(
        line.line(),
        hanging.get() == Side.SERVER
            ? ScriptError.Kind.UNCERTAIN_SERVER
            : ScriptError.Kind.UNCERTAIN_CLIENT);
  }

  // ---- listings and answers

  private void inListing(Said line, int index) {
    String text = line.text().strip();
    if (habits.serverMarked()) {
      if (Looks.placeholder(text) || opened(text) || Looks.noise(text)) {
        hearing.minutes().note(line.line(), text);
      } else if (Looks.command(text)) {
        hearing.talk().endListing();
        amongMarked(line, index, text);
      } else if (unmarkedListing(index)) {
        hearing.listing(line, line.text());
        hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_SERVER);
      } else {
        hearing.leftOut(line);
      }
    } else if ((hearing.talk().numbered() || !hearing.ahead().dotBeforeMark(index))
        && (Looks.command(text) || Looks.noise(text) || Looks.reply(text))) {
      hearing.talk().endListing();
      hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      hear(index);
    } else if (Looks.dots(text) && !text.equals(".") && !text.equals("..")) {
      hearing.leftOut(line);
    } else {
      hearing.listing(line, line.text());
    }
  }

  /** Only the first line of the answer has a mark. */
  private boolean unmarkedListing(int index) {
    Said before = said.get(index - 1);
    boolean first = before.marked() || before.row().blank();
    listed =
        (listed || (first && Looks.listed(said.get(index).text().strip())))
            && !hearing.ahead().serverIsNext(index);
    return listed;
  }

  /** The client answers a challenge, without a mark that says so. */
  private boolean answers(Said line, int index, String text) {
    boolean lastBeforeReply = !habits.clientMarked() && answered(index);
    if (!lastBeforeReply && wrapped.continues(text)) {
      join(line, text);
      return true;
    }
    boolean said = !Looks.reply(text) && (!habits.clientMarked() || Looks.longBase64(text));
    if (said) {
      if (habits.clientMarked()) {
        hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      }
      hearing.command(line, text);
    }
    return said;
  }

  private void join(Said line, String text) {
    wrapped.join(text);
    hearing.doubt(line.line(), ScriptError.Kind.JOINED);
  }

  // ---- talk

  private void amongMarked(Said line, int index, String text) {
    Talk talk = hearing.talk();
    boolean same = Looks.reply(text) && text.startsWith(talk.continued());
    if (Looks.placeholder(text) || opened(text)) {
      hearing.remark(line);
    } else if (Looks.reply(text) && (talk.continued().isEmpty() ? talk.awaitsReply() : same)) {
      hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_SERVER);
      hearing.replies(line, text);
    } else if (Looks.noise(text)) {
      hearing.remark(line);
    } else if (Looks.command(text)) {
      hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      hearing.command(line, text);
    } else if (hearing.minutes().fresh() && follows(index) && wrapped.belongs(line, text)) {
      join(line, text);
    } else {
      aParting = hearing.minutes().fresh() && text.split("\\s+").length < 4;
      hearing.leftOut(line);
    }
  }

  private boolean follows(int index) {
    return index > 0 && !said.get(index - 1).row().blank();
  }

  private void bare(Said line, int index, String text) {
    String shown = Habits.unbracketed(text);
    if (Looks.reply(shown)) {
      if (habits.serverMarked()) {
        amongMarked(line, index, text);
      } else {
        hearing.replies(line, shown);
      }
    } else if (Looks.command(text)) {
      hearing.command(line, text);
    } else if (Looks.noise(text) || Looks.placeholder(text) || opened(text)) {
      hearing.remark(line);
    } else if (hearing.minutes().fresh() && follows(index) && wrapped.continues(text)) {
      join(line, text);
    } else {
      doubtful(line, index, text);
    }
  }

  private void doubtful(Said line, int index, String text) {
    String unbulleted = BULLET.matcher(text).replaceFirst("");
    String inside = unbulleted.startsWith("`") ? unbulleted.replace("`", "") : unbulleted;
    String explained = hearing.explained(text);
    if (!inside.equals(text) && Looks.protocol(inside)) {
      hearing.doubt(line.line(), ScriptError.Kind.DECORATED);
      bare(line, index, inside);
    } else if (Looks.command(explained)
        || (Looks.verb(text) && answered(index) && !habits.clientMarked())) {
      hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      hearing.command(line, text);
    } else if (unknownCommand(index, text)) {
      hearing.doubt(line.line(), ScriptError.Kind.UNCERTAIN_CLIENT);
      hearing.command(line, text);
    } else if (hearing.minutes().begun()) {
      hearing.leftOut(line);
    } else {
      hearing.minutes().note(line.line(), text);
    }
  }

  /** Whether a reply stands in the next line that is not empty. */
  private boolean answered(int index) {
    return hearing
        .ahead()
        .text(index + 1)
        .filter(n -> n.of(Side.SERVER) || Looks.reply(Habits.unbracketed(n.text().strip())))
        .isPresent();
  }

  /** Something that the server does not know, or an answer in a list of what is to be typed. */
  private boolean unknownCommand(int index, String text) {
    if (!hearing.minutes().begun() || habits.clientMarked()) {
      return false;
    }
    if (!habits.serverSpeaks()) {
      boolean auth =
          hearing.minutes().lastSaid().stream().anyMatch(e -> Looks.verbIs(e.text(), "AUTH"));
      return (Looks.longBase64(text) || (auth && Looks.base64(text)))
          || (Looks.typed(text) && !text.startsWith("END"));
    }
    return !hearing.talk().awaitsReply()
        && hearing.talk().continued().isEmpty()
        && hearing
            .ahead()
            .text(index + 1)
            .map(n -> n.text().strip())
            .filter(t -> t.startsWith("50") || t.startsWith("-ERR"))
            .isPresent();
  }
}
