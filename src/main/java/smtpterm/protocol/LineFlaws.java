package smtpterm.protocol;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smtpterm.protocol.LineFlaw.Kind;

/**
 * Finds what is probably wrong with a line that a person typed: {@code MAIL FROM <a@b>} lacks a
 * colon behind {@code FROM}.
 *
 * <p>A line that the RFC and the server's answer to EHLO or CAPA allow has no flaw. Pure: it can be
 * asked at each key as well as after a refusal.
 */
public final class LineFlaws {
  /** RFC 5321 section 4.5.3.1.4: 512 octets, CR LF included. */
  private static final int MOST_OCTETS = 510;

  /** RFC 4954 section 4: AUTH with its first answer may have 12288 octets. */
  private static final int MOST_OCTETS_OF_LOGIN = 12_286;

  /** How many octets more MAIL and RCPT may have, by what was offered; each from its RFC. */
  private static final Map<String, Integer> MORE_OCTETS =
      Map.of("AUTH", 500, "DSN", 500, "SIZE", 26, "8BITMIME", 17, "SMTPUTF8", 10, "MTRK", 40);

  private static final Set<String> PATHS = Set.of("MAIL", "RCPT", "SEND", "SOML", "SAML");

  private static final Set<Kind> UNSEEN =
      EnumSet.of(Kind.SPECIAL_BLANK, Kind.TAB, Kind.INVISIBLE, Kind.CONTROL);

  private LineFlaws() {}

  /**
   * All flaws of a line that is typed to its end, the likeliest cause of a refusal first.
   *
   * @param progress before the line is sent
   * @param kind what the line is; message text has no flaws here, {@link MessageWatch} reads it
   */
  public static List<LineFlaw> in(Progress progress, LineKind kind, String line) {
    boolean claimed = progress.protocol() != Protocol.RAW && progress.phase() != Phase.CLOSED;
    if (!claimed || kind == LineKind.TEXT) {
      return List.of();
    }
    Marks marks = new Marks(progress, line);
    if (kind == LineKind.ANSWER) {
      answer(marks);
    } else if (progress.protocol() == Protocol.POP3) {
      Pop3Flaws.find(marks);
    } else {
      command(marks);
    }
    return marks.flaws();
  }

  /** The flaws that a line has already while it is being typed, whatever may follow. */
  public static List<LineFlaw> soFar(Progress progress, LineKind kind, String line) {
    return in(progress, kind, line).stream().filter(flaw -> !flaw.pending()).toList();
  }

  /**
   * An answer is Base64 or not; only what an eye cannot see in it is marked here. It is mostly a
   * secret: nothing that a sentence would repeat is marked.
   */
  private static void answer(Marks marks) {
    String line = marks.line();
    if (line.startsWith("C: ") || line.startsWith("S: ")) {
      marks.add(line.charAt(0) == 'C' ? Kind.COPIED_MARK : Kind.COPIED_REPLY, 0, 2, "");
      return;
    }
    for (PrintedLetters.Letter letter : PrintedLetters.of(line).found()) {
      if (UNSEEN.contains(letter.kind())) {
        marks.add(letter.kind(), letter.at(), letter.at() + 1, "");
      }
    }
  }

  private static void command(Marks marks) {
    String line = marks.line();
    if (line.isBlank()) {
      marks.pending(Kind.EMPTY, 0, line.length(), "");
      return;
    }
    PrintedLetters letters = PrintedLetters.of(line);
    if (letters.any() && StartFlaws.promising(letters.plain())) {
      letters.mark(marks);
      if (!marks.flaws().isEmpty()) {
        return;
      }
    }
    if (StartFlaws.find(marks)) {
      return;
    }
    Command command = new Command(line);
    OrderFlaws.find(marks, command.verb());
    length(marks, command.verb());
    arguments(marks, command.verb());
  }

  private static void length(Marks marks, String verb) {
    int limit = verb.equals("AUTH") ? MOST_OCTETS_OF_LOGIN : MOST_OCTETS;
    if (PATHS.contains(verb)) {
      for (Map.Entry<String, Integer> more : MORE_OCTETS.entrySet()) {
        limit += marks.progress().capabilities().offers(more.getKey()) ? more.getValue() : 0;
      }
    }
    String line = marks.line();
    byte[] octets = line.getBytes(StandardCharsets.UTF_8);
    if (octets.length > limit) {
      int kept = new String(octets, 0, limit, StandardCharsets.UTF_8).length();
      marks.add(
          Kind.TOO_LONG,
          Math.min(kept, line.length() - 1),
          line.length(),
          String.valueOf(limit + 2));
    }
  }

  private static void arguments(Marks marks, String verb) {
    int start = marks.skipBlanks(verb.length());
    switch (verb) {
      case "EHLO", "HELO", "LHLO" -> HelloFlaws.find(marks, verb, start);
      case "MAIL", "SEND", "SOML", "SAML" -> PathFlaws.find(marks, verb, start);
      case "RCPT" -> PathFlaws.find(marks, "RCPT", start);
      case "AUTH" -> LoginFlaws.find(marks, start);
      default -> ArgumentFlaws.find(marks, verb, start);
    }
  }
}
