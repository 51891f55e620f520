package smtpterm.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import smtpterm.protocol.Command;

/**
 * The conversation of a file, round by round: lines of the client in a row, and the replies behind
 * them.
 *
 * <p>Which of the lines a reply belongs to depends on what the lines are (message text draws none),
 * and what they are depends on the replies (behind a refused DATA there are commands). So a draft
 * is made first, and corrected as long as a reply contradicts it.
 */
final class Conversation {
  /** A hostile file must not be drafted for hours; no sane one has so many refusals in a row. */
  private static final int MOST_DRAFTS = 64;

  private Flow flow = Flow.start(false);
  private boolean greetingDue = true;

  /** The next connection begins. */
  void connect(Step.Connect connect) {
    flow = Flow.start(connect.target().fixed().orElse("").startsWith("lmtp:"));
    greetingDue = true;
  }

  /** Whether a line said now is surely a part of a message. */
  boolean inMessage() {
    return flow.text() || flow.chunk().isPresent();
  }

  /** What becomes of the next lines of the client and the replies behind them. */
  Round round(List<Said> said, List<Awaited> replies) {
    Set<Integer> refused = new HashSet<>();
    for (int i = 0; ; i++) {
      Draft draft = new Draft(flow, said, refused, !replies.isEmpty());
      Matching matching = new Matching(draft, said, replies, greetingDue);
      if (i == MOST_DRAFTS || !refused.addAll(contradictions(draft, said, matching))) {
        return settled(draft, said, matching);
      }
    }
  }

  /** The first DATA that is refused, and the recipients that are refused before it. */
  private static Set<Integer> contradictions(Draft draft, List<Said> said, Matching matching) {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < said.size(); i++) {
      List<Awaited> replies = matching.replies(i);
      if (draft.roles().get(i) != Role.COMMAND || replies.isEmpty()) {
        continue;
      }
      Command command = new Command(said.get(i).command().strip());
      if (command.is("RCPT") && !replies.get(0).mayBe('2')) {
        found.add(i);
      } else if (command.is("DATA") && !replies.get(0).mayBe("354")) {
        found.add(i);
        return found;
      }
    }
    return found;
  }

  private Round settled(Draft draft, List<Said> said, Matching matching) {
    List<Line> lines = new ArrayList<>();
    boolean challenged = flow.challenged();
    boolean login = challenged;
    for (int i = 0; i < said.size(); i++) {
      Role role = draft.roles().get(i);
      int draws = draft.draws().get(i);
      if (role == Role.COMMAND && challenged) {
        role = Role.ANSWER;
      }
      lines.add(new Line(role, draws > 0, matching.replies(i)));
      if (draws > 0) {
        login = role == Role.ANSWER || auth(said.get(i));
        List<Awaited> replies = matching.replies(i);
        challenged = !replies.isEmpty() && login && challenges(replies.get(replies.size() - 1));
      }
    }
    boolean greeting = matching.greeting();
    greetingDue = greetingDue && said.isEmpty() && !greeting;
    flow = draft.end().challenged(challenged);
    return new Round(lines, greeting, matching.unasked(), matching.excess(), draft.missing());
  }

  private static boolean auth(Said line) {
    // Nothing is known of a line that is but a variable.
    boolean anything = line.text().isEmpty() && line.command().equals("?");
    return anything || new Command(line.command().strip()).is("AUTH");
  }

  private static boolean challenges(Awaited reply) {
    return reply.surely(code -> Set.of("334", "3xx", "+").contains(code));
  }

  /**
   * What became of a round.
   *
   * @param lines what each line of the client is, and what it gets
   * @param greeting whether the first of the unasked is the greeting
   * @param unasked the replies that nobody asked for
   * @param excess the replies that cannot come
   * @param missing how many octets are missing in the chunk that ends with the last line
   */
  record Round(
      List<Line> lines,
      boolean greeting,
      List<Awaited> unasked,
      List<Awaited> excess,
      long missing) {
    Round {
      lines = List.copyOf(lines);
      unasked = List.copyOf(unasked);
      excess = List.copyOf(excess);
    }
  }

  /** What a line of the client is, and what it gets. */
  record Line(Role role, boolean drawsReply, List<Awaited> replies) {}
}
