package smtpterm.script;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Pop3;

/**
 * Which lines of the server belong to the multi-line answers of POP3 (RFC 1939, section 3): those
 * behind {@code S: +OK} to a RETR, up to {@code S: .}.
 *
 * <p>Which of the commands in a row a {@code +OK} answers depends on the number of replies, and
 * that on where the bodies end. So numbers are tried until one fits, the greatest first.
 */
final class Bodies {
  private static final Set<String> HEADS = Set.of("+OK", "-ERR", "+", "*");

  /** A hostile file must not be tried for hours. */
  private static final int MOST_LINES_TRIED = 2_000_000;

  private final List<String> commands;
  private final List<String> heard;
  private final boolean dotted;
  private BitSet body = new BitSet();
  private BitSet unended = new BitSet();

  private Bodies(List<String> commands, List<String> heard) {
    this.commands = commands;
    this.heard = heard;
    this.dotted = commands.stream().anyMatch(Bodies::dotted);
  }

  /**
   * Finds them.
   *
   * @param commands what the client said in a row
   * @param heard what stands behind {@code S:} in the lines that follow
   */
  static Bodies find(List<String> commands, List<String> heard) {
    Bodies bodies = new Bodies(commands, heard);
    if (bodies.dotted && heard.contains(".")) {
      bodies.search();
    } else if (bodies.dotted) {
      bodies.markUnended();
    }
    return bodies;
  }

  /** Whether this line is one of a multi-line answer. */
  boolean contains(int line) {
    return body.get(line);
  }

  /** Whether this line would be one if a dot ended the answer. */
  boolean unended(int line) {
    return unended.get(line);
  }

  /** Whether a positive answer to this command has lines of its own. */
  static boolean dotted(String command) {
    return new Pop3().dotted(Optional.of(new Asked(Asked.Kind.COMMAND, command)));
  }

  private void search() {
    int most = Math.min(commands.size(), heard.size());
    int tries = 1 + MOST_LINES_TRIED / heard.size();
    for (int replies = most; replies > Math.max(0, most - tries); replies--) {
      if (count(commands.size() - replies) == replies) {
        return;
      }
    }
    count(0);
  }

  /** Supposes that the first reply is to this command; returns how many replies there are then. */
  private int count(int first) {
    body = new BitSet();
    int lastDot = heard.lastIndexOf(".");
    int command = first;
    int replies = 0;
    for (int i = 0; i < heard.size(); i++) {
      replies++;
      boolean many = command < commands.size() && dotted(commands.get(command));
      if (many && accepts(heard.get(i)) && i < lastDot) {
        int end = i + 1;
        while (!heard.get(end).equals(".")) {
          end++;
        }
        body.set(i + 1, end + 1);
        i = end;
      }
      command++;
    }
    return replies;
  }

  private static boolean accepts(String text) {
    return codes(text).contains("+OK");
  }

  private static List<String> codes(String text) {
    String line = text.strip();
    int blank = line.indexOf(' ');
    return List.of((blank < 0 ? line : line.substring(0, blank)).split("\\|", 8));
  }

  private void markUnended() {
    boolean open = false;
    for (int i = 0; i < heard.size(); i++) {
      boolean head = HEADS.containsAll(codes(heard.get(i)));
      unended.set(i, open && !head);
      open = (open && !head) || accepts(heard.get(i));
    }
  }
}
