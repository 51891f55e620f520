package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import smtpterm.knowledge.Explainer;
import smtpterm.knowledge.Explanation;
import smtpterm.knowledge.Moment;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.protocol.Secrecy;
import smtpterm.session.Ending;
import smtpterm.session.Notice;
import smtpterm.session.Turn;
import smtpterm.text.Texts;

/**
 * Turns what happens into lines of the screen: {@code S: 250 ok} and under it {@code ✔ 250 done:
 * …}.
 *
 * <p>The lines behind {@code C: } and {@code S: } are the transcript and are never broken;
 * explanations are indented by three and broken at blanks; what smtpterm says by itself starts with
 * {@code # }.
 */
public final class Renderer {
  private static final String INDENT = "   ";

  /** A column of text that is narrower than this cannot be read. */
  private static final int NARROWEST = 28;

  /** What is longer than this is a sentence, not a command. */
  private static final int LONGEST_STEP = 40;

  private final Look look;
  private final Texts texts;
  private final Explainer explainer;
  private final Supplier<Level> level;
  private final BooleanSupplier revealed;
  private final Function<Turn, Optional<String>> remark;
  private volatile String next = "";

  /**
   * Shows what happens with this look and in this language.
   *
   * @param level how much to explain, asked at each reply
   * @param revealed whether secrets are shown, asked at each line
   * @param remark what else to say of a turn, as one more next step; mostly nothing
   */
  public Renderer(
      Look look,
      Texts texts,
      Explainer explainer,
      Supplier<Level> level,
      BooleanSupplier revealed,
      Function<Turn, Optional<String>> remark) {
    this.look = Objects.requireNonNull(look, "look");
    this.texts = Objects.requireNonNull(texts, "texts");
    this.explainer = Objects.requireNonNull(explainer, "explainer");
    this.level = Objects.requireNonNull(level, "level");
    this.revealed = Objects.requireNonNull(revealed, "revealed");
    this.remark = Objects.requireNonNull(remark, "remark");
  }

  /** How this terminal shows things; never null. */
  public Look look() {
    return look;
  }

  /** The first thing that could come next after the last reply; empty for nothing. */
  public String next() {
    return next;
  }

  /** The lines for what happened, perhaps none. */
  public List<String> lines(Notice notice) {
    if (notice instanceof Notice.Sent sent) {
      return List.of(sent(sent));
    }
    if (notice instanceof Notice.Replied replied) {
      return turn(replied.turn());
    }
    if (notice instanceof Notice.Ended ended) {
      return ended(ended.ending());
    }
    throw new IllegalArgumentException(notice.toString());
  }

  /** What smtpterm says by itself: {@code # Connected to …}. */
  public List<String> note(String sentence) {
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.at(look.own(sentence), width(2))) {
      lines.add(look.paint(Role.NOTE, "# " + line));
    }
    return lines;
  }

  /** A paragraph under a local command, indented like an explanation. */
  public List<String> paragraph(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.at(look.own(text), width(INDENT.length()))) {
      lines.add(INDENT + line);
    }
    return lines;
  }

  /** Rows of two columns under a local command; the second is broken and stays in its column. */
  public List<String> table(List<Row> rows) {
    return table(INDENT, rows);
  }

  private List<String> table(String indent, List<Row> rows) {
    int left = 0;
    for (Row row : rows) {
      left = Math.max(left, look.own(row.term()).length());
    }
    int columns = look.columns().getAsInt();
    if (columns > 0) {
      left = Math.min(left, columns * 2 / 5);
    }
    // Where the right column would be a mere strip, it goes below the left one.
    boolean stacked = columns > 0 && columns - indent.length() - left - 2 < NARROWEST;
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      String term = look.own(row.term());
      int margin = indent.length() + (stacked ? 2 : left + 2);
      List<String> right = Wrap.at(look.own(row.text()), width(margin));
      boolean beside = !stacked && term.length() <= left;
      String head = indent + look.paint(Role.TERM, term);
      String gap = " ".repeat(Math.max(0, left - term.length()) + 2);
      lines.add(beside ? (head + gap + right.get(0)).stripTrailing() : head);
      for (String more : beside ? right.subList(1, right.size()) : right) {
        lines.add(" ".repeat(margin) + more);
      }
    }
    return lines;
  }

  /**
   * Two texts of strangers beside each other, the left one as wide as it needs; below each other
   * where the window is too narrow for that.
   *
   * @param left short lines
   * @param right lines that are broken where they do not fit
   */
  public List<String> beside(List<String> left, List<String> right) {
    int widest = left.stream().mapToInt(String::length).max().orElse(0);
    int room = look.columns().getAsInt() - INDENT.length() - widest - 4;
    List<String> lines = new ArrayList<>();
    if (room < 40) {
      left.forEach(line -> lines.add(INDENT + look.foreign(line)));
      lines.add("");
      right.forEach(line -> lines.add(INDENT + look.foreign(line)));
      return lines;
    }
    List<String> broken = new ArrayList<>();
    right.forEach(line -> broken.addAll(Wrap.at(look.foreign(line), room)));
    String bar = look.paint(Role.MARK, look.own(" │ "));
    for (int i = 0; i < Math.max(left.size(), broken.size()); i++) {
      String here = i < left.size() ? left.get(i) : "";
      String there = i < broken.size() ? broken.get(i) : "";
      String gap = " ".repeat(widest - here.length());
      lines.add((INDENT + look.foreign(here) + gap + bar + there).stripTrailing());
    }
    return lines;
  }

  /** A row of a table: a term, and what it means. */
  public record Row(String term, String text) {
    public Row {
      Objects.requireNonNull(term, "term");
      Objects.requireNonNull(text, "text");
    }
  }

  private String sent(Notice.Sent sent) {
    if (sent.line().isEmpty()) {
      return look.paint(Role.MARK, "C:");
    }
    int from = sent.secretFrom();
    boolean shown = from == Secrecy.NOTHING || revealed.getAsBoolean();
    String mark = look.paint(Role.MARK, "C: ");
    return shown
        ? mark + look.foreign(sent.line())
        : mark + look.foreign(sent.line().substring(0, from)) + look.mask();
  }

  private List<String> turn(Turn turn) {
    Reply reply = turn.reply();
    List<String> lines = new ArrayList<>(server(reply));
    if (level.get() == Level.OFF) {
      return lines;
    }
    Explanation explanation =
        explainer.explain(new Moment(turn.before(), turn.asked(), reply, turn.after()));
    if (!explanation.headline().isEmpty()) {
      Role role = Role.of(reply.replyClass());
      String sign = look.sign(reply.replyClass());
      List<String> wrapped =
          Wrap.at(look.own(explanation.headline()), width(INDENT.length() + sign.length() + 1));
      lines.add(INDENT + look.paint(role, sign) + " " + wrapped.get(0));
      for (String more : wrapped.subList(1, wrapped.size())) {
        lines.add(INDENT + " ".repeat(sign.length() + 1) + more);
      }
    }
    List<Row> rows = new ArrayList<>();
    explanation.details().forEach(detail -> rows.add(new Row(detail.left(), detail.sentence())));
    lines.addAll(table(INDENT + "  ", rows));
    // A sentence is no step that could be named in a word or two.
    next =
        explanation.next().size() == 1 && explanation.next().get(0).length() > LONGEST_STEP
            ? ""
            : explanation.next().stream().findFirst().orElse("");
    remark.apply(turn).ifPresent(said -> lines.addAll(next(List.of(said))));
    lines.addAll(next(explanation.next()));
    return lines;
  }

  private List<String> next(List<String> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    String arrow = look.arrow();
    String all = String.join(look.dot(), steps.stream().map(look::own).toList());
    List<String> lines = new ArrayList<>();
    for (String line : Wrap.at(all, width(INDENT.length() + arrow.length() + 1))) {
      String lead = lines.isEmpty() ? look.paint(Role.NEXT, arrow) : " ".repeat(arrow.length());
      lines.add(INDENT + lead + " " + look.paint(Role.NEXT, line));
    }
    return lines;
  }

  /** The lines of a reply, its code in the colour of its class. */
  public List<String> server(Reply reply) {
    List<String> lines = new ArrayList<>();
    String mark = look.paint(Role.MARK, "S: ");
    for (String line : reply.lines()) {
      String code = Reply.codeOf(line);
      Role role = Role.of(ReplyClass.of(code));
      lines.add(mark + look.paint(role, code) + look.foreign(line.substring(code.length())));
    }
    return lines;
  }

  private List<String> ended(Ending ending) {
    List<String> lines = new ArrayList<>();
    ending
        .unfinished()
        .ifPresent(
            reply -> {
              lines.addAll(server(reply));
              lines.addAll(note(texts.say("screen.unfinished", reply.lines().size())));
            });
    sentences(ending).forEach(sentence -> lines.addAll(note(sentence)));
    return lines;
  }

  /** How the conversation ended and what that means for the mail, in one or two sentences. */
  public List<String> sentences(Ending ending) {
    String key =
        switch (ending.cause()) {
          case FINISHED -> "screen.ended.finished";
          case SERVICE_CLOSING -> "screen.ended.service-closing";
          case SERVER_CLOSED -> "screen.ended.server-closed";
          case RESET -> "screen.ended.reset";
          case BROKEN -> "screen.ended.broken";
          case LEFT -> "screen.ended.left";
        };
    List<String> sentences = new ArrayList<>();
    sentences.add(look.own(texts.say(key, ending.detail())));
    if (ending.place() == Ending.Place.IN_TEXT) {
      sentences.add(look.own(texts.say("screen.ended.in-text")));
    } else if (ending.place() == Ending.Place.AFTER_DOT) {
      sentences.add(look.own(texts.say("screen.ended.after-dot")));
    }
    return sentences;
  }

  private int width(int used) {
    int columns = look.columns().getAsInt();
    return columns <= 0 ? 0 : Math.max(20, columns - used - 1);
  }
}
