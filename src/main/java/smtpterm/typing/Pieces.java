package smtpterm.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import smtpterm.protocol.Command;
import smtpterm.protocol.LineFlaw;
import smtpterm.protocol.StrictBase64;
import smtpterm.screen.Role;

/**
 * Takes a line apart for its colours: verb, address, parameters. What is probably wrong is marked
 * in its place, and the rest keeps its colours.
 */
public final class Pieces {
  private Pieces() {}

  /** A command: its verb, and what it takes, as {@code <anna@kolleg.de>} and {@code SIZE=1000}. */
  public static List<Piece> ofCommand(String line) {
    Cut cut = new Cut(line);
    String verb = new Command(line).verb();
    cut.to(word(line, 0), Role.VERB);
    switch (verb) {
      case "MAIL", "RCPT", "SEND", "SOML", "SAML" -> path(cut, line);
      case "AUTH" -> login(cut, line);
      case "EHLO", "HELO", "LHLO", "VRFY", "EXPN", "ETRN", "ATRN", "USER", "APOP" -> {
        cut.to(blanks(line, cut.at()), Role.PLAIN);
        cut.to(word(line, cut.at()), Role.ADDRESS);
      }
      default -> words(cut, line);
    }
    return cut.pieces();
  }

  /** A command for smtpterm itself: its name, and what it is to work on. */
  public static List<Piece> ofLocal(String line) {
    Cut cut = new Cut(line);
    cut.to(word(line, 0), Role.LOCAL);
    cut.to(line.length(), Role.ARGUMENT);
    return cut.pieces();
  }

  /**
   * An answer in AUTH: Base64 that is right shows at once; what cannot be in it is marked.
   *
   * @param textual whether only Base64 of text is right
   */
  public static List<Piece> ofAnswer(String line, boolean textual) {
    Cut cut = new Cut(line);
    StrictBase64.Verdict verdict = StrictBase64.judge(line);
    if (line.equals("*")) {
      return List.of();
    }
    switch (verdict.kind()) {
      case TEXT -> cut.to(line.length(), Role.BASE64);
      case BINARY -> cut.to(line.length(), textual ? Role.PLAIN : Role.BASE64);
      case FOREIGN_CHARACTER, LEFTOVER_BITS -> {
        cut.to(verdict.position(), Role.PLAIN);
        cut.to(verdict.position() + 1, Role.FLAW);
      }
      case WRONG_LENGTH -> {
        // More may come.
      }
    }
    return cut.pieces();
  }

  /**
   * A line of a message: the name of a header line, or the lone dot.
   *
   * @param header whether a header line may stand here
   * @param counted whether its octets are counted, so that no dot ends it
   */
  public static List<Piece> ofText(String line, boolean header, boolean counted) {
    Cut cut = new Cut(line);
    Matcher field = MessagePlace.FIELD.matcher(line);
    if (line.equals(".") && !counted) {
      cut.to(1, Role.DOT);
    } else if (header && field.matches()) {
      cut.to(line.indexOf(':') + 1, Role.FIELD);
    }
    return cut.pieces();
  }

  /** The same pieces, with all that is probably wrong marked in its place. */
  public static List<Piece> marked(String line, List<Piece> pieces, List<LineFlaw> flaws) {
    List<Piece> marked = pieces;
    for (LineFlaw flaw : flaws) {
      // What has no width cannot be underlined, so its neighbour is.
      int lead = flaw.from() > 0 && invisible(line.charAt(flaw.from())) ? 1 : 0;
      marked = marked(line, marked, flaw.from() - lead, flaw.to());
    }
    return marked;
  }

  /** The same pieces, with this part marked as probably wrong; nothing where it is empty. */
  public static List<Piece> marked(String line, List<Piece> pieces, int from, int to) {
    if (from >= to) {
      return pieces;
    }
    Cut cut = new Cut(line);
    int at = 0;
    for (Piece piece : pieces) {
      at += piece.length();
      cut.to(Math.min(at, from), piece.role());
      if (at > from) {
        cut.to(to, Role.FLAW);
        cut.to(at, piece.role());
      }
    }
    cut.to(from, Role.PLAIN);
    cut.to(to, Role.FLAW);
    return cut.pieces();
  }

  private static boolean invisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.NON_SPACING_MARK;
  }

  private static void path(Cut cut, String line) {
    int open = line.indexOf('<', cut.at());
    if (open < 0) {
      return;
    }
    int close = line.indexOf('>', open);
    cut.to(open + 1, Role.PLAIN);
    cut.to(close < 0 ? line.length() : close, Role.ADDRESS);
    if (close >= 0) {
      cut.to(close + 1, Role.PLAIN);
      words(cut, line);
    }
  }

  private static void login(Cut cut, String line) {
    cut.to(blanks(line, cut.at()), Role.PLAIN);
    cut.to(word(line, cut.at()), Role.PARAMETER);
    cut.to(blanks(line, cut.at()), Role.PLAIN);
    if (cut.at() < line.length() && StrictBase64.judge(line.substring(cut.at())).base64()) {
      cut.to(line.length(), Role.BASE64);
    }
  }

  /** Numbers, words such as LAST, and {@code NAME=value}. */
  private static void words(Cut cut, String line) {
    while (cut.at() < line.length()) {
      cut.to(blanks(line, cut.at()), Role.PLAIN);
      int end = word(line, cut.at());
      int equals = line.indexOf('=', cut.at());
      boolean number =
          cut.at() < end
              && line.chars().skip(cut.at()).limit(end - cut.at()).allMatch(Pieces::digit);
      if (equals >= 0 && equals < end) {
        cut.to(equals + 1, Role.PARAMETER);
        cut.to(end, Role.VALUE);
      } else {
        cut.to(end, number ? Role.VALUE : Role.PARAMETER);
      }
    }
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private static int word(String line, int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) != ' ' && line.charAt(i) != '\t') {
      i++;
    }
    return i;
  }

  private static int blanks(String line, int from) {
    int i = from;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** The pieces so far, from the left. */
  private static final class Cut {
    private final String line;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    Cut(String line) {
      this.line = line;
    }

    int at() {
      return at;
    }

    void to(int end, Role role) {
      int last = Math.min(end, line.length());
      if (last > at) {
        pieces.add(new Piece(last - at, role));
        at = last;
      }
    }

    List<Piece> pieces() {
      return List.copyOf(pieces);
    }
  }
}
