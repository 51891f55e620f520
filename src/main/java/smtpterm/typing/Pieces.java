package smtpterm.typing;

import java.util.ArrayList;
import java.util.List;
import smtpterm.protocol.StrictBase64;
import smtpterm.screen.Role;

/** Takes a line apart for its colours: verb, address, parameters. */
public final class Pieces {
  private Pieces() {}

  /** A command: its verb, what stands between angle brackets, {@code NAME=value} behind them. */
  public static List<Piece> ofCommand(String line) {
    List<Piece> pieces = new ArrayList<>();
    int blank = line.indexOf(' ');
    int verb = blank < 0 ? line.length() : blank;
    pieces.add(new Piece(verb, Role.VERB));
    int open = line.indexOf('<', verb);
    if (open < 0) {
      return pieces;
    }
    int close = line.indexOf('>', open);
    int end = close < 0 ? line.length() : close;
    pieces.add(new Piece(open + 1 - verb, Role.PLAIN));
    pieces.add(new Piece(end - open - 1, Role.ADDRESS));
    if (close >= 0) {
      pieces.add(new Piece(1, Role.PLAIN));
      pieces.add(new Piece(line.length() - close - 1, Role.PARAMETER));
    }
    return pieces;
  }

  /** A line in which this part is probably wrong. */
  public static List<Piece> flawed(int from, int to) {
    return List.of(new Piece(from, Role.PLAIN), new Piece(to - from, Role.FLAW));
  }

  /** An answer in AUTH: a character that Base64 does not know is marked. */
  public static List<Piece> ofAnswer(String line) {
    StrictBase64.Verdict verdict = StrictBase64.judge(line);
    if (verdict.kind() != StrictBase64.Kind.FOREIGN_CHARACTER || line.equals("*")) {
      return List.of();
    }
    return List.of(new Piece(verdict.position(), Role.PLAIN), new Piece(1, Role.FLAW));
  }
}
