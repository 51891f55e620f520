package smtpterm.shell;

import java.util.ArrayList;
import java.util.List;
import smtpterm.protocol.StrictBase64;
import smtpterm.screen.Role;

/** Takes a line apart for its colours: verb, address, parameters. */
final class Pieces {
  private static final String PLAIN = "";

  private Pieces() {}

  /** A command: its verb, what stands between angle brackets, {@code NAME=value} behind them. */
  static List<InputAid.Piece> ofCommand(String line) {
    List<InputAid.Piece> pieces = new ArrayList<>();
    int blank = line.indexOf(' ');
    int verb = blank < 0 ? line.length() : blank;
    pieces.add(new InputAid.Piece(verb, Role.VERB.sgr()));
    int open = line.indexOf('<', verb);
    if (open < 0) {
      return pieces;
    }
    int close = line.indexOf('>', open);
    int end = close < 0 ? line.length() : close;
    pieces.add(new InputAid.Piece(open + 1 - verb, PLAIN));
    pieces.add(new InputAid.Piece(end - open - 1, Role.ADDRESS.sgr()));
    if (close >= 0) {
      pieces.add(new InputAid.Piece(1, PLAIN));
      pieces.add(new InputAid.Piece(line.length() - close - 1, Role.PARAMETER.sgr()));
    }
    return pieces;
  }

  /** A line in which this part is probably wrong. */
  static List<InputAid.Piece> flawed(int from, int to) {
    return List.of(new InputAid.Piece(from, PLAIN), new InputAid.Piece(to - from, Role.FLAW.sgr()));
  }

  /** An answer in AUTH: a character that Base64 does not know is marked. */
  static List<InputAid.Piece> ofAnswer(String line) {
    StrictBase64.Verdict verdict = StrictBase64.judge(line);
    if (verdict.kind() != StrictBase64.Kind.FOREIGN_CHARACTER || line.equals("*")) {
      return List.of();
    }
    return List.of(
        new InputAid.Piece(verdict.position(), PLAIN), new InputAid.Piece(1, Role.FLAW.sgr()));
  }
}
