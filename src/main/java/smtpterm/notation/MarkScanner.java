package smtpterm.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what may be marks in a line. Looks at its beginning only, so it takes bounded time. */
final class MarkScanner {
  private static final int WINDOW = 220;
  private static final int MOST_LABELS = 8;

  /** A line that is nothing but marks is none; a long one is kept for each of them. */
  private static final int MOST = 24;

  private static final int LONG = 4096;
  private static final String ARROW = "<>-=~→←⇒⇐➜➡⟶⟵⟹⟸►◄▶◀«»|?";
  private static final String HEADS = "<>→←⇒⇐➜➡⟶⟵⟹⟸►◄▶◀«»";
  private static final List<String> COMMENTS = List.of("//", "#", ";", "--", "%");

  private final String text;
  private final int end;
  private final List<Mark> found = new ArrayList<>();

  private MarkScanner(String text) {
    this.text = text;
    this.end = Math.min(WINDOW, text.length());
  }

  /** All that may be a mark, those that end further to the left first. */
  static List<Mark> candidates(Row row) {
    if (!row.column().isEmpty()) {
      return List.of(new Mark(row.column(), "", row.text()));
    }
    MarkScanner scanner = new MarkScanner(row.text());
    scanner.comment();
    scanner.labels();
    scanner.arrows();
    scanner.brackets();
    scanner.addresses();
    CodeMark.in(row.text()).ifPresentOrElse(scanner.found::add, scanner::word);
    scanner.found.sort(
        Comparator.comparingInt((Mark m) -> -m.text().length())
            .thenComparingInt(m -> -m.key().length()));
    return scanner.found;
  }

  private void add(String key, int start, int behind) {
    String name = key.strip().toLowerCase(Locale.ROOT);
    if (found.size() >= (text.length() > LONG ? 4 : MOST)) {
      return;
    }
    String junk = text.substring(0, start);
    found.add(new Mark(name, junk, unframed(junk, text.substring(behind))));
  }

  /** What was opened before the mark, as in {@code "SENT: 250 Ok"}, is closed behind the text. */
  private static String unframed(String junk, String text) {
    boolean open = junk.chars().filter(c -> c == '"').count() % 2 == 1;
    String said = text.stripTrailing();
    boolean list = junk.endsWith(",") || open;
    while (list && said.endsWith(",")) {
      said = said.substring(0, said.length() - 1);
    }
    boolean closed = open && said.endsWith("\"");
    return closed ? said.substring(0, said.length() - 1) : list ? said : text;
  }

  private void comment() {
    int start = skipBlanks(0);
    COMMENTS.stream()
        .filter(mark -> text.startsWith(mark, start))
        .findFirst()
        .ifPresent(mark -> add(mark + " comment", start, start + mark.length()));
  }

  /** {@code C:}, {@code Respuesta del servidor:}, {@code c|}. */
  private void labels() {
    int labels = 0;
    for (int i = 1; i < end && labels < MOST_LABELS; i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '：' || c == '|') {
        labels++;
        boolean address = text.startsWith("//", i + 1) || text.startsWith(":", i + 1);
        if (!address) {
          label(i, c == '|' ? "|" : ":");
        }
      }
    }
  }

  private void label(int colon, String sign) {
    int wordEnd = colon;
    while (wordEnd > 0
        && colon - wordEnd < 12
        && Character.isWhitespace(text.charAt(wordEnd - 1))) {
      wordEnd--;
    }
    int start = wordEnd;
    int last = -1;
    for (int words = 0; words < 4; words++) {
      int begin = wordStart(start);
      if (begin == start || !Character.isLetter(text.charAt(begin))) {
        break;
      }
      if (last < 0 && words > 0) {
        last = start;
      }
      start = begin;
      if (words == 0) {
        add(text.substring(start, wordEnd) + sign, start, colon + 1);
      }
      if (start == 0 || text.charAt(start - 1) != ' ') {
        break;
      }
      start--;
    }
    while (start < wordEnd && text.charAt(start) == ' ') {
      start++;
    }
    String whole = text.substring(start, wordEnd);
    if (whole.indexOf(' ') > 0) {
      add(whole + sign, start, colon + 1);
    }
  }

  private int wordStart(int wordEnd) {
    int i = wordEnd;
    while (i > 0 && wordEnd - i < 32 && inWord(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '\'' || c == '.';
  }

  private void arrows() {
    int i = 0;
    int arrows = 0;
    while (i < end && arrows < MOST_LABELS) {
      int stop = arrowEnd(i);
      if (stop > i) {
        arrow(i, stop);
        arrows++;
      }
      i = Math.max(stop, i + 1);
    }
  }

  /** Where the arrow ends that starts here; three dots or stars may be its end. */
  private int arrowEnd(int start) {
    int stop = start;
    while (stop < end && ARROW.indexOf(text.charAt(stop)) >= 0 && !text.startsWith("-ERR", stop)) {
      stop++;
    }
    if (stop > start && text.startsWith("...", stop)) {
      return stop + 3;
    }
    int stars = stop;
    while (stop > start && stars < stop + 2 && text.startsWith("*", stars)) {
      stars++;
    }
    return stars;
  }

  private void arrow(int start, int stop) {
    String run = text.substring(start, stop);
    boolean heads = run.equals("???") || run.chars().anyMatch(c -> HEADS.indexOf(c) >= 0);
    if (!heads || !free(start) || (run.length() == 1 && !single(start))) {
      return;
    }
    int behind = stop;
    while (behind < text.length() && behind < stop + 2 && ":,|".indexOf(text.charAt(behind)) >= 0) {
      behind++;
    }
    add(run, start, behind);
    int nameEnd = start > 0 && text.charAt(start - 1) == ' ' ? start - 1 : start;
    int name = wordStart(nameEnd);
    if (name < nameEnd && Character.isLetter(text.charAt(name))) {
      add(text.substring(name, nameEnd) + " " + run, name, behind);
    }
  }

  private boolean free(int start) {
    return start == 0
        || Character.isWhitespace(text.charAt(start - 1))
        || Character.isLetterOrDigit(text.charAt(start - 1))
        || ")],\"".indexOf(text.charAt(start - 1)) >= 0;
  }

  /** One angle may belong to an address or to a comparison, so more is asked of it. */
  private boolean single(int start) {
    char c = text.charAt(start);
    if (c == '-' || c == '=' || c == '|' || c == '~' || c == '?') {
      return false;
    } else if (c == '<') {
      return text.indexOf('>', start) < 0 || start + 1 == text.length() || notOpening(start + 1);
    } else if (c == '>') {
      return text.lastIndexOf('<', start) < 0;
    }
    return true;
  }

  private boolean notOpening(int next) {
    char c = text.charAt(next);
    return Character.isWhitespace(c) || c == ',' || c == '+' || Looks.reply(text.substring(next));
  }

  /** {@code [CLIENT] QUIT}. */
  private void brackets() {
    int open = 0;
    for (int i = 0; i < end && open < MOST_LABELS; i++) {
      int kind = "[({<*".indexOf(text.charAt(i));
      if (kind < 0) {
        continue;
      }
      open++;
      int close = text.indexOf("])}>*".charAt(kind), i + 1);
      if (close > i + 1 && close - i < 26 && letters(i + 1, close)) {
        int behind = close + 1 < text.length() && text.charAt(close + 1) == ':' ? 2 : 1;
        add(text.substring(i, close + 1), i, close + behind);
      }
    }
  }

  private boolean letters(int from, int to) {
    return text.substring(from, to).chars().allMatch(c -> Character.isLetter(c) || c == ' ');
  }

  /** {@code Client EHLO pc}, {@code app[12]: send EHLO pc}: a word before what is said. */
  private void word() {
    int start = skipBlanks(0);
    for (int words = 0; words < MOST_LABELS && start < end; words++) {
      int stop = start;
      while (stop < end && Character.isLetter(text.charAt(stop))) {
        stop++;
      }
      boolean blank = stop < end && Character.isWhitespace(text.charAt(stop));
      boolean known = Looks.verb(text.substring(start, stop));
      if (known) {
        return;
      } else if (stop > start && blank && (words == 0 || logged(start))) {
        add(text.substring(start, stop) + " word", start, stop);
      }
      start = skipBlanks(skipText(stop));
    }
  }

  /** Whether what stands before looks like the beginning of a line of a log. */
  private boolean logged(int start) {
    return text.substring(0, start).chars().anyMatch(c -> Character.isDigit(c) || c == '[');
  }

  private int skipText(int from) {
    int i = from;
    while (i < end && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** {@code 192.0.2.1.25-192.0.2.2.9: QUIT}: who, as addresses. */
  private void addresses() {
    int start = skipBlanks(0);
    int colon = text.indexOf(": ", start);
    if (colon > start && colon < end) {
      String who = text.substring(start, colon);
      boolean one = who.chars().noneMatch(Character::isWhitespace);
      if (one && who.chars().anyMatch(c -> Character.isDigit(c) || c == '.' || c == '@')) {
        add(who + " address", start, colon + 1);
      }
    }
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < end && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
