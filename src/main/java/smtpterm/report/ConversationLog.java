package smtpterm.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import smtpterm.knowledge.Explainer;
import smtpterm.knowledge.Explanation;
import smtpterm.knowledge.Moment;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Reply;
import smtpterm.protocol.Secrecy;
import smtpterm.screen.Look;
import smtpterm.session.Notice;
import smtpterm.session.Turn;

/**
 * Keeps what is said while a file is played, explained and without its secrets: the one place where
 * notices become scenes of a report. What a server repeats of a secret was masked before.
 *
 * <p>Bounded: what does not fit is counted. Safe for several threads.
 */
public final class ConversationLog {
  /** So much is kept of one line, in characters. */
  private static final int LONGEST_LINE = 2_000;

  /** So many lines are kept of one reply. */
  private static final int MOST_LINES = 500;

  /** More unanswered lines than these belong to no sensible conversation. */
  private static final int MOST_WAITING = 10_000;

  private static final String MASK = Look.plain(true).mask();

  private final Explainer explainer;
  private final List<Scene> scenes = new ArrayList<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long room;
  private long leftOut;

  /** A line that may still be answered. */
  private record Waiting(int scene, String line) {}

  /**
   * @param explainer says what replies mean
   * @param room how many characters are kept, about
   */
  public ConversationLog(Explainer explainer, long room) {
    this.explainer = Objects.requireNonNull(explainer, "explainer");
    this.room = room;
  }

  /** Keeps what was said or heard; how a connection is encrypted or ends, others know to say. */
  public synchronized void heard(Notice notice) {
    if (notice instanceof Notice.Sent sent) {
      said(sent);
    } else if (notice instanceof Notice.Replied replied) {
      answered(replied.turn());
    }
  }

  /** Keeps something else that happened. */
  public synchronized void add(Scene scene) {
    if (scene instanceof Scene.Noted noted) {
      keep(new Scene.Noted(shown(noted.text())), noted.text().length());
    } else if (scene instanceof Scene.Happened happened) {
      keep(new Scene.Happened(shown(happened.sentence())), happened.sentence().length());
    } else {
      // What went wrong is kept in any case: it is what the report is for.
      scenes.add(scene);
    }
  }

  /** All that was kept, in its order. */
  public synchronized List<Scene> scenes() {
    List<Scene> all = new ArrayList<>(scenes);
    if (leftOut > 0) {
      all.add(new Scene.LeftOut(leftOut));
    }
    return all;
  }

  /** The lines of a reply as a report may show them. */
  public static List<String> shown(Reply reply) {
    return reply.lines().stream().limit(MOST_LINES).map(ConversationLog::shown).toList();
  }

  private void said(Notice.Sent sent) {
    if (room <= 0) {
      leftOut++;
      return;
    }
    String line = sent.line();
    String open =
        sent.secretFrom() == Secrecy.NOTHING ? line : line.substring(0, sent.secretFrom());
    String visible = shown(open) + (sent.secretFrom() == Secrecy.NOTHING ? "" : MASK);
    boolean kept = keep(new Scene.Said(sent.kind(), visible), visible.length());
    boolean silent = sent.kind() == LineKind.TEXT && !line.equals(".");
    if (!silent && waiting.size() < MOST_WAITING) {
      waiting.add(new Waiting(kept ? scenes.size() - 1 : Scene.UNASKED, line));
    }
  }

  private void answered(Turn turn) {
    if (room <= 0) {
      leftOut++;
      return;
    }
    Explanation explanation =
        explainer.explain(new Moment(turn.before(), turn.asked(), turn.reply(), turn.after()));
    List<String> lines = shown(turn.reply());
    List<Scene.Detail> details =
        explanation.details().stream()
            .map(detail -> new Scene.Detail(shown(detail.left()), shown(detail.sentence())))
            .toList();
    int to = turn.asked().map(this::answeredScene).orElse(Scene.UNASKED);
    String meaning = shown(explanation.whole());
    Stream<String> texts =
        Stream.concat(
            Stream.concat(lines.stream(), Stream.of(meaning)),
            details.stream().flatMap(detail -> Stream.of(detail.term(), detail.sentence())));
    keep(
        new Scene.Answered(to, turn.reply().replyClass(), lines, meaning, details),
        texts.mapToInt(String::length).sum());
  }

  /**
   * Which scene a reply answers. Lines are answered in their order, so those before it drew no
   * reply. What was asked may stand there with a mask, so that no line is like it: then it is the
   * oldest.
   */
  private int answeredScene(Asked asked) {
    if (asked.kind() == Asked.Kind.GREETING || waiting.isEmpty()) {
      return Scene.UNASKED;
    }
    int before = 0;
    for (Waiting line : waiting) {
      if (line.line().equals(asked.line())) {
        break;
      }
      before++;
    }
    for (int i = before == waiting.size() ? 0 : before; i > 0; i--) {
      waiting.remove();
    }
    return waiting.remove().scene();
  }

  private boolean keep(Scene scene, int characters) {
    // An empty line takes room, too.
    room -= characters + 64L;
    if (room < 0) {
      leftOut++;
      return false;
    }
    scenes.add(scene);
    return true;
  }

  private static String shown(String text) {
    if (text.length() <= LONGEST_LINE) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(LONGEST_LINE - 1));
    return text.substring(0, pair ? LONGEST_LINE - 1 : LONGEST_LINE) + "…";
  }
}
