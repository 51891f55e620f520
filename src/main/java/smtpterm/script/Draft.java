package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Chunk;
import smtpterm.protocol.Command;

/**
 * What lines in a row are, and how many replies each of them draws, as long as nothing is known of
 * the replies but which lines they refuse.
 */
final class Draft {
  private static final long UNCOUNTED = Long.MAX_VALUE;

  private final List<Said> said;
  private final Set<Integer> refused;
  private final boolean answered;
  private final List<Role> roles = new ArrayList<>();
  private final List<Integer> draws = new ArrayList<>();
  private final int lastEnd;
  private Flow flow;
  private long missing;
  private int lmtpMessage = -1;

  /**
   * Walks over the lines.
   *
   * @param refused the lines that get no for an answer: DATA, RCPT
   * @param answered whether any replies stand behind these lines
   */
  Draft(Flow before, List<Said> said, Set<Integer> refused, boolean answered) {
    this.flow = before;
    this.said = said;
    this.refused = refused;
    this.answered = answered;
    this.lastEnd = lastEnd();
    for (int i = 0; i < said.size(); i++) {
      line(i, said.get(i));
    }
  }

  /** What each line is. */
  List<Role> roles() {
    return roles;
  }

  /** How many replies each line draws. */
  List<Integer> draws() {
    return draws;
  }

  /** Where the conversation is behind the last of them. */
  Flow end() {
    return flow;
  }

  /**
   * The last line that ends a message with LMTP, which may draw more replies than could be counted;
   * below 0 without one.
   */
  int lmtpMessage() {
    return lmtpMessage;
  }

  /** How many octets of a chunk are missing behind the last of them, where replies follow. */
  long missing() {
    return missing;
  }

  /** The last line that can be the end of a message. */
  private int lastEnd() {
    for (int i = said.size() - 1; i >= 0; i--) {
      if (said.get(i).ends()) {
        return i;
      }
    }
    return -1;
  }

  private void line(int index, Said line) {
    if (line.form() == Said.Form.FILE) {
      boolean due = flow.text();
      endOfMessage(due ? Role.FILE : Role.STRAY_FILE);
    } else if (flow.chunk().isPresent()) {
      chunk(index, line, flow.chunk().get());
    } else if (flow.text()) {
      if (line.dot()) {
        endOfMessage(Role.DOT);
      } else {
        add(Role.TEXT, 0);
      }
    } else if (line.form() == Said.Form.ACT) {
      add(Role.REMARK, 0);
    } else {
      boolean answer = line.form() == Said.Form.ANSWER || (index == 0 && flow.challenged());
      flow = flow.challenged(false);
      command(index, answer ? "" : line.command(), answer);
    }
  }

  private void add(Role role, int replies) {
    roles.add(role);
    draws.add(replies);
  }

  /** How many replies the end of the message draws; the recipients are those of the next then. */
  private int ending() {
    int replies = flow.repliesToMessage();
    lmtpMessage = flow.lmtp() ? roles.size() : lmtpMessage;
    flow = flow.accepted(0);
    return replies;
  }

  private void endOfMessage(Role role) {
    add(role, ending());
    flow = flow.text(false);
  }

  private void chunk(int index, Said line, Chunk chunk) {
    boolean last = index + 1 == said.size();
    // What variables make of a line cannot be counted: the chunk then goes on to the next BDAT.
    Optional<Long> due =
        chunk.octets() == UNCOUNTED ? Optional.empty() : line.text().map(chunk::after);
    boolean over = due.map(d -> d <= 0).orElse(!last && announces(said.get(index + 1)));
    if (!over && last && answered) {
      over = true;
      missing = due.orElse(0L);
    }
    int rest = due.isPresent() && due.get() < 0 ? 1 : 0;
    add(Role.CHUNK, over ? rest + (chunk.last() ? ending() : 1) : 0);
    Chunk left = new Chunk(Math.max(0, due.orElse(UNCOUNTED)), chunk.last());
    flow = flow.chunk(over ? Optional.empty() : Optional.of(left));
  }

  private static boolean announces(Said line) {
    return line.text().flatMap(Chunk::announced).isPresent();
  }

  private void command(int index, String line, boolean answer) {
    Command command = new Command(line.strip());
    Optional<Chunk> chunk = Chunk.announced(line).filter(c -> c.octets() > 0);
    boolean last = index + 1 == said.size();
    if (chunk.isPresent() && (!last || !answered)) {
      add(Role.COMMAND, 0);
      flow = flow.chunk(chunk);
      return;
    }
    missing = chunk.map(Chunk::octets).orElse(0L);
    boolean whole = Chunk.announced(line).map(Chunk::last).orElse(false);
    add(answer ? Role.ANSWER : Role.COMMAND, whole ? ending() : 1);
    switch (command.verb()) {
      case "LHLO" -> flow = flow.lmtp(true).accepted(0);
      case "EHLO", "HELO" -> flow = flow.lmtp(false).accepted(0);
      case "MAIL", "RSET" -> flow = flow.accepted(0);
      case "RCPT" -> flow = flow.accepted(flow.accepted() + (refused.contains(index) ? 0 : 1));
      case "DATA" -> flow = flow.text(!refused.contains(index) && opens(index, last));
      default -> {}
    }
  }

  /** Message text in the same row needs its end there, or else these are commands. */
  private boolean opens(int index, boolean last) {
    return last || !answered || lastEnd > index;
  }
}
