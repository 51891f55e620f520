package smtpterm.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.Marks.Span;

/**
 * Characters that come from word processors and work sheets, not from a keyboard: a no-break space,
 * {@code “}, {@code –}, {@code …}.
 *
 * @param found in their order
 * @param plain the line as it was probably meant
 */
record PrintedLetters(List<Letter> found, String plain) {
  private static final Map<String, String> PRINT =
      Map.of(
          "“”„‟«»″＂", "\"",
          "‘’‚‛′＇", "'",
          "‐‑‒–—―−－", "-",
          "‹⟨〈＜", "<",
          "›⟩〉＞", ">",
          "：", ":",
          "＠", "@");

  PrintedLetters {
    found = List.copyOf(found);
  }

  static PrintedLetters of(String line) {
    List<Letter> found = new ArrayList<>();
    StringBuilder plain = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      Optional<Letter> letter = letter(c, i, line);
      letter.ifPresent(found::add);
      plain.append(letter.map(Letter::plain).orElse(String.valueOf(c)));
    }
    return new PrintedLetters(found, plain.toString());
  }

  boolean any() {
    return !found.isEmpty();
  }

  /** Marks them all but those that an address may have where SMTPUTF8 is said. */
  void mark(Marks marks) {
    boolean declared = Utf8Addresses.declared(marks);
    boolean declarable = Utf8Addresses.declarable(marks);
    for (Letter letter : found) {
      boolean address = letter.kind() == Kind.TYPOGRAPHIC && "\"'-".contains(letter.plain());
      if (!(declared && address)) {
        Span span = new Span(letter.at(), letter.at() + 1);
        marks.add(letter.kind(), span, letter.plain(), declarable && address);
      }
    }
  }

  private static Optional<Letter> letter(char c, int at, String line) {
    if (c == '\t') {
      return Optional.of(new Letter(Kind.TAB, at, " "));
    }
    if (c < 0x20 || c == 0x7F) {
      return Optional.of(new Letter(Kind.CONTROL, at, ""));
    }
    if (c < 0x80) {
      return Optional.empty();
    }
    if (c == '…') {
      return Optional.of(new Letter(Kind.PLACEHOLDER, at, "..."));
    }
    for (Map.Entry<String, String> print : PRINT.entrySet()) {
      if (print.getKey().indexOf(c) >= 0) {
        return Optional.of(new Letter(Kind.TYPOGRAPHIC, at, print.getValue()));
      }
    }
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR -> Optional.of(new Letter(Kind.SPECIAL_BLANK, at, " "));
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL ->
          Optional.of(new Letter(Kind.CONTROL, at, ""));
      case Character.FORMAT ->
          joins(c, at, line) ? Optional.empty() : Optional.of(new Letter(Kind.INVISIBLE, at, ""));
      default -> Optional.empty();
    };
  }

  /** Some scripts write these two inside of words. */
  private static boolean joins(char c, int at, String line) {
    return (c == '\u200c' || c == '\u200d')
        && at > 0
        && at < line.length() - 1
        && line.charAt(at - 1) > 0x2FF
        && line.charAt(at + 1) > 0x2FF;
  }

  /** The line in upper case, as far as its letters are ASCII, and so as long as before. */
  static String upper(String text) {
    StringBuilder upper = new StringBuilder(text);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      upper.setCharAt(i, c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }
    return upper.toString();
  }

  /**
   * One of them.
   *
   * @param plain what was probably meant; empty for nothing
   */
  record Letter(Kind kind, int at, String plain) {}
}
