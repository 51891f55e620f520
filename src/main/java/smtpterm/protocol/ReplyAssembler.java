package smtpterm.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts lines together to replies: {@code 250-a} waits for more, {@code 250 b} ends the reply; with
 * POP3 the command decides, and a lone dot ends what is longer than a line.
 *
 * <p>Bounded: of an endless reply only so many lines and characters are kept. Not safe for several
 * threads.
 */
public final class ReplyAssembler {
  /** Lines kept of one reply. */
  static final int MOST_LINES = 1_000;

  /** Characters kept of one reply. */
  static final int MOST_CHARACTERS = 1 << 20;

  private final Protocol protocol;
  private final List<String> lines = new ArrayList<>();
  private final Set<ReplyFlaw> flaws = EnumSet.noneOf(ReplyFlaw.class);
  private int characters;
  private int received;

  /**
   * @param protocol with {@link Protocol#RAW} every line is a reply of its own
   */
  public ReplyAssembler(Protocol protocol) {
    this.protocol = protocol;
  }

  /**
   * Takes the next line.
   *
   * @param line without its ending; never null
   * @param lineFlaws what the wire found wrong with it; never null
   * @param dotted see {@link Dialect#dotted}; looked at for the first line of a reply only
   * @return the reply, when this line ended one
   */
  public Optional<Reply> add(String line, Set<ReplyFlaw> lineFlaws, boolean dotted) {
    flaws.addAll(lineFlaws);
    return protocol == Protocol.POP3 ? status(line, dotted) : coded(line);
  }

  private Optional<Reply> status(String line, boolean dotted) {
    boolean inside = !lines.isEmpty();
    String code = Reply.statusOf(inside ? lines.get(0) : line);
    if (code.isEmpty()) {
      flaws.add(ReplyFlaw.NO_CODE);
    }
    boolean continues = inside ? !line.equals(".") : dotted && code.equals("+OK");
    return kept(code, line, continues);
  }

  private Optional<Reply> coded(String line) {
    boolean multiline = protocol != Protocol.RAW;
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
    return kept(code, line, continues);
  }

  private Optional<Reply> kept(String code, String line, boolean continues) {
    keep(line, continues);
    if (continues) {
      return Optional.empty();
    }
    Reply reply = new Reply(code, lines, flaws);
    clear();
    return Optional.of(reply);
  }

  /** How many lines of an unfinished reply have come, those that are not kept included. */
  public int pendingLines() {
    return received;
  }

  /** Whether the next line belongs to what goes on until a lone dot, so that it may be long. */
  public boolean insideDotted() {
    return protocol == Protocol.POP3 && !lines.isEmpty();
  }

  /**
   * What had come of a reply when the connection ended, if anything; the assembler is empty then.
   */
  public Optional<Reply> unfinished() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    flaws.add(ReplyFlaw.UNFINISHED);
    String code = protocol == Protocol.POP3 ? Reply.statusOf(lines.get(0)) : lastCode();
    Reply reply = new Reply(code, lines, flaws);
    clear();
    return Optional.of(reply);
  }

  private void keep(String line, boolean continues) {
    received++;
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
    received = 0;
  }
}
