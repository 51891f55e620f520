package smtpterm.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts lines together to replies: {@code 250-a} waits for more, {@code 250 b} ends the reply.
 *
 * <p>Bounded: of an endless reply only so many lines and characters are kept. Not safe for several
 * threads.
 */
public final class ReplyAssembler {
  /** Lines kept of one reply. */
  static final int MOST_LINES = 1_000;

  /** Characters kept of one reply. */
  static final int MOST_CHARACTERS = 1 << 20;

  private final boolean multiline;
  private final List<String> lines = new ArrayList<>();
  private final Set<ReplyFlaw> flaws = EnumSet.noneOf(ReplyFlaw.class);
  private int characters;

  /**
   * @param multiline whether a dash behind the code announces more lines; if not, every line is a
   *     reply of its own
   */
  ReplyAssembler(boolean multiline) {
    this.multiline = multiline;
  }

  /**
   * Takes the next line.
   *
   * @param line without its ending; never null
   * @param lineFlaws what the wire found wrong with it; never null
   * @return the reply, when this line ended one
   */
  public Optional<Reply> add(String line, Set<ReplyFlaw> lineFlaws) {
    flaws.addAll(lineFlaws);
    String code = Reply.codeOf(line);
    boolean continues = multiline && line.length() > 3 && !code.isEmpty() && line.charAt(3) == '-';
    boolean inside = !lines.isEmpty();
    if (multiline && code.isEmpty()) {
      flaws.add(ReplyFlaw.NO_CODE);
      // Text without a code inside a reply cannot be its last line: wait for the one that is.
      continues = inside;
    }
    if (inside && !code.isEmpty() && !code.equals(lastCode()) && !lastCode().isEmpty()) {
      flaws.add(ReplyFlaw.MIXED_CODES);
    }
    keep(line, continues);
    if (continues) {
      return Optional.empty();
    }
    Reply reply = new Reply(code, lines, flaws);
    clear();
    return Optional.of(reply);
  }

  /** How many lines of an unfinished reply have come. */
  public int pendingLines() {
    return lines.size();
  }

  /**
   * What had come of a reply when the connection ended, if anything; the assembler is empty then.
   */
  public Optional<Reply> unfinished() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    flaws.add(ReplyFlaw.UNFINISHED);
    Reply reply = new Reply(lastCode(), lines, flaws);
    clear();
    return Optional.of(reply);
  }

  private void keep(String line, boolean continues) {
    if (continues && (lines.size() >= MOST_LINES || characters + line.length() > MOST_CHARACTERS)) {
      flaws.add(ReplyFlaw.LINES_DROPPED);
      return;
    }
    lines.add(line);
    characters += line.length();
  }

  private String lastCode() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      String code = Reply.codeOf(lines.get(i));
      if (!code.isEmpty()) {
        return code;
      }
    }
    return "";
  }

  private void clear() {
    lines.clear();
    flaws.clear();
    characters = 0;
  }
}
