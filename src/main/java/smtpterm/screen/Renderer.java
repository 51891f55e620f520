package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import smtpterm.knowledge.Explainer;
import smtpterm.knowledge.Explanation;
import smtpterm.knowledge.Moment;
import smtpterm.knowledge.RemarkTexts;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.MessageWatch;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Remark;
import smtpterm.protocol.Reply;
import smtpterm.protocol.Secrecy;
import smtpterm.screen.Layout.Row;
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
  /** What is longer than this is a sentence, not a command. */
  private static final int LONGEST_STEP = 40;

  private final Layout layout;
  private final Texts texts;
  private final Explainer explainer;
  private final Options options;
  private final Pages pages;
  private final Transcript transcript;
  private final Endings endings;
  private final RemarkTexts remarks;
  private final TlsPages tls;
  private final OfferMemory offers;
  private final WireView wire;
  private final HeldSteps steps = new HeldSteps();
  private volatile String next = "";
  private volatile Turn last;
  private MessageWatch watch;
  private String lastSent = "";

  /**
   * What can change while the program runs, and what others have to add.
   *
   * @param level how much to explain, asked at each reply
   * @param revealed whether secrets are shown, asked at each line
   * @param longest how many lines of a reply are shown
   * @param remark what else to say of a turn, as one more next step; mostly nothing
   * @param wire whether the octets of each line are shown, asked at each line
   */
  public record Options(
      Supplier<Level> level,
      BooleanSupplier revealed,
      long longest,
      Function<Turn, Optional<String>> remark,
      BooleanSupplier wire) {
    public Options {
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(revealed, "revealed");
      Objects.requireNonNull(remark, "remark");
      Objects.requireNonNull(wire, "wire");
    }

    /** Without the octets. */
    public Options(
        Supplier<Level> level,
        BooleanSupplier revealed,
        long longest,
        Function<Turn, Optional<String>> remark) {
      this(level, revealed, longest, remark, () -> false);
    }
  }

  /** Shows what happens in this layout and in the language of these texts. */
  public Renderer(Layout layout, Texts texts, Explainer explainer, Options options) {
    this.layout = Objects.requireNonNull(layout, "layout");
    this.texts = Objects.requireNonNull(texts, "texts");
    this.explainer = Objects.requireNonNull(explainer, "explainer");
    this.options = Objects.requireNonNull(options, "options");
    this.pages = new Pages(layout);
    this.transcript = new Transcript(layout.look());
    this.endings = new Endings(layout.look(), texts);
    this.remarks = new RemarkTexts(texts);
    this.tls = new TlsPages(layout, texts);
    this.offers = new OfferMemory(tls);
    this.wire = new WireView(layout, texts, options.wire());
  }

  /** The first thing that could come next after the last reply; empty for nothing. */
  public String next() {
    return next;
  }

  /** The last reply and what it belongs to, if one came. */
  public Optional<Turn> last() {
    return Optional.ofNullable(last);
  }

  /** The last reply in full: what it means here, then digit by digit, cause, remedy, source. */
  public List<String> why(Turn turn) {
    Explanation explanation = explained(turn);
    List<String> lines = new ArrayList<>();
    if (!explanation.silent()) {
      lines.addAll(layout.explained(turn.reply().replyClass(), explanation.headline()));
      lines.add("");
    }
    lines.addAll(pages.pages(explainer.about(turn.reply())));
    return lines;
  }

  private Explanation explained(Turn turn) {
    return explainer.explain(new Moment(turn.before(), turn.asked(), turn.reply(), turn.after()));
  }

  /** The lines for what happened, perhaps none. */
  public List<String> lines(Notice notice) {
    if (notice instanceof Notice.Sent sent) {
      noteSent(sent);
      return sentAndRemarked(sent);
    }
    if (notice instanceof Notice.Replied replied) {
      Told told = told(replied);
      return Stream.concat(told.said().stream(), told.explained().stream()).toList();
    }
    if (notice instanceof Notice.Part part) {
      return part(part);
    }
    if (notice instanceof Notice.Secured secured) {
      return secured(secured);
    }
    if (notice instanceof Notice.Withheld withheld) {
      String key = withheld.lines() == 1 ? "screen.withheld.one" : "screen.withheld";
      return layout.note(texts.say(key, withheld.lines()));
    }
    if (notice instanceof Notice.Ended ended) {
      return ended(ended.ending());
    }
    throw new IllegalArgumentException(notice.toString());
  }

  private List<String> sentAndRemarked(Notice.Sent sent) {
    List<String> lines = new ArrayList<>();
    lines.add(transcript.client(sent, options.revealed().getAsBoolean()));
    lines.addAll(remarks(sent));
    return lines;
  }

  /** Its octets, and what there is to say about a line of message text, once. */
  public List<String> remarks(Notice.Sent sent) {
    noteSent(sent);
    List<String> lines = new ArrayList<>(wire.sent(sent, options.revealed().getAsBoolean()));
    if (sent.kind() != LineKind.TEXT || watch == null) {
      return lines;
    }
    for (Remark remark : watch.typed(sent.line())) {
      if (options.level().get() != Level.OFF) {
        lines.addAll(layout.remark(remarks.say(remark)));
      }
    }
    return lines;
  }

  private void noteSent(Notice.Sent sent) {
    if (sent.kind() == LineKind.COMMAND) {
      lastSent = sent.line();
    }
  }

  /** Lines of the message went out unseen, so nothing more can be said about it. */
  public void poured() {
    watch = null;
  }

  private List<String> part(Notice.Part part) {
    List<String> lines = new ArrayList<>(part.lines().size());
    wire.parted(part);
    for (int i = 0; i < part.lines().size(); i++) {
      long place = part.first() + i;
      String line = part.lines().get(i);
      if (place < options.longest() || line.equals(".")) {
        lines.add(transcript.part(line, place == 0));
        lines.addAll(wire.part(part, i));
      } else if (place == options.longest()) {
        lines.addAll(layout.note(texts.say("screen.long", place)));
      }
    }
    return lines;
  }

  /**
   * A reply as it came, and what it means.
   *
   * @param said its lines: {@code S: 250 ok}
   * @param explained the lines about it: {@code ✔ 250 done: …}
   */
  public record Told(List<String> said, List<String> explained) {
    public Told {
      said = List.copyOf(said);
      explained = List.copyOf(explained);
    }
  }

  /** The same as {@link #lines}, in two parts, for those who show what it means later. */
  public Told told(Notice.Replied replied) {
    Turn turn = replied.turn();
    List<String> said = said(replied);
    last = turn;
    return new Told(said, explanation(turn));
  }

  /** The lines of a reply, without a word about what it means. */
  public List<String> said(Notice.Replied replied) {
    return wire.replied(
        replied, replied.told() ? List.of() : transcript.server(replied.turn().reply()));
  }

  private List<String> explanation(Turn turn) {
    Reply reply = turn.reply();
    List<String> lines = new ArrayList<>(behind(turn));
    if (turn.after().phase() == Phase.TEXT && turn.before().phase() != Phase.TEXT) {
      watch = new MessageWatch(turn.after());
    }
    if (options.level().get() == Level.OFF) {
      return lines;
    }
    Explanation explanation = explained(turn);
    if (!explanation.silent()) {
      boolean room = layout.fits(explanation.whole());
      lines.addAll(
          layout.explained(
              reply.replyClass(), room ? explanation.whole() : explanation.headline()));
      lines.addAll(layout.details(rows(explanation, !room && options.level().get() == Level.FULL)));
    }
    if (options.level().get() == Level.FULL) {
      lines.addAll(pages.background(explainer, reply, explanation));
    }
    lines.addAll(offers.difference(turn));
    options.remark().apply(turn).ifPresent(said -> lines.addAll(layout.next(List.of(said))));
    lines.addAll(next(steps.below(turn, explanation.next())));
    return lines;
  }

  private List<String> next(List<String> possible) {
    // A sentence is no step that could be named in a word or two.
    next =
        possible.size() == 1 && possible.get(0).length() > LONGEST_STEP
            ? ""
            : possible.stream().findFirst().orElse("");
    return layout.next(possible);
  }

  private List<String> secured(Notice.Secured secured) {
    offers.keep(secured.before());
    List<String> lines = new ArrayList<>(wire.secured(secured));
    lines.addAll(tls.begun(secured.tls(), options.level().get() != Level.OFF));
    lines.addAll(next(steps.release()));
    return lines;
  }

  /** Which command is answered, where others were sent since. */
  private List<String> behind(Turn turn) {
    Optional<Asked> asked = turn.asked().filter(a -> a.kind() == Asked.Kind.COMMAND);
    boolean apart = asked.isPresent() && !asked.get().line().equals(lastSent);
    if (!apart || options.level().get() == Level.OFF) {
      return List.of();
    }
    boolean secret = Secrecy.from(turn.before(), LineKind.COMMAND, asked.get().line()) >= 0;
    String what = secret || asked.get().hidden() ? asked.get().verb() : asked.get().line();
    return layout.paragraph(texts.say("screen.answers", what));
  }

  private static List<Row> rows(Explanation explanation, boolean enhancedToo) {
    List<Row> rows = new ArrayList<>();
    Stream.concat(
            explanation.enhanced().filter(code -> enhancedToo).stream(),
            explanation.details().stream())
        .forEach(detail -> rows.add(new Row(detail.left(), detail.sentence())));
    return rows;
  }

  private List<String> ended(Ending ending) {
    steps.release();
    List<String> lines = new ArrayList<>();
    ending
        .unfinished()
        .ifPresent(
            reply -> {
              // What goes on until a lone dot was shown as it came.
              lines.addAll(reply.pop3() ? List.of() : transcript.server(reply));
              lines.addAll(layout.note(texts.say("screen.unfinished", reply.lines().size())));
            });
    if (ending.trouble().isPresent()) {
      lines.addAll(tls.trouble(ending.trouble().get()));
    } else {
      endings.sentences(ending).forEach(sentence -> lines.addAll(layout.note(sentence)));
    }
    return lines;
  }
}
