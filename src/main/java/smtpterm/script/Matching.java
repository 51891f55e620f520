package smtpterm.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Which line of a round each of its replies belongs to: m replies behind k lines speak of the last
 * m of them.
 */
final class Matching {
  private final List<List<Awaited>> byLine = new ArrayList<>();
  private final List<Awaited> unasked = new ArrayList<>();
  private final List<Awaited> excess = new ArrayList<>();
  private final boolean greeting;

  Matching(Draft draft, List<Said> said, List<Awaited> replies, boolean greetingDue) {
    int places = draft.draws().stream().mapToInt(Integer::intValue).sum();
    List<Awaited> answers = new ArrayList<>(replies);
    greeting = said.isEmpty() && greetingDue && !replies.isEmpty();
    if (said.isEmpty()) {
      unasked.addAll(answers);
      answers.clear();
    }
    int more = answers.size() - places;
    if (more > 0 && draft.lmtpMessage() < 0) {
      more -= farewells(answers, more);
      for (int i = 0; i < more; i++) {
        excess.add(answers.remove(places));
      }
    }
    List<Integer> draws = new ArrayList<>(draft.draws());
    int message = draft.lmtpMessage();
    if (message >= 0) {
      draws.set(message, Math.max(1, draws.get(message) + answers.size() - places));
    }
    int next = answers.size() - draws.stream().mapToInt(Integer::intValue).sum();
    for (int draw : draws) {
      byLine.add(List.copyOf(answers.subList(Math.max(0, next), Math.max(0, next + draw))));
      next += draw;
    }
  }

  /** A server may say good-bye at any time (RFC 5321, section 3.8). */
  private int farewells(List<Awaited> answers, int more) {
    int taken = 0;
    for (int i = answers.size() - 1; i >= 0 && taken < more; i--) {
      if (answers.get(i).surely(code -> code.equals("421"))) {
        unasked.add(0, answers.remove(i));
        taken++;
      }
    }
    return taken;
  }

  /** The replies to this line; empty where the file says nothing of them. */
  List<Awaited> replies(int line) {
    return byLine.get(line);
  }

  /** Whether the first of the unasked is the greeting. */
  boolean greeting() {
    return greeting;
  }

  /** Those that nobody asked for. */
  List<Awaited> unasked() {
    return unasked;
  }

  /** Those that cannot come. */
  List<Awaited> excess() {
    return excess;
  }
}
