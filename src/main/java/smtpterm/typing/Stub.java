package smtpterm.typing;

import java.util.Locale;

/**
 * A word that is begun, and what stands before it: {@code MAIL FROM:<} and {@code an}.
 *
 * @param before everything in front of the word
 * @param typed as much of the word as there is, perhaps nothing
 */
record Stub(String before, String typed) {
  /** The last word of a line; empty behind a blank. */
  static Stub lastOf(String line) {
    return at(line, line.lastIndexOf(' ') + 1);
  }

  /** Everything from this index on. */
  static Stub at(String line, int index) {
    return new Stub(line.substring(0, index), line.substring(index));
  }

  /** Whether this can become of it, whatever the case of the letters. */
  boolean begins(String whole) {
    return whole.regionMatches(true, 0, typed, 0, typed.length());
  }

  /** What is typed and the rest of this, as it is written. */
  Suggestion with(String whole, String description) {
    return Suggestion.of(line(whole), whole, description);
  }

  /** The line with what is typed and the rest of this word behind it. */
  String line(String whole) {
    return before + typed + whole.substring(typed.length());
  }

  /** A word of the protocol, going on in the case in which it, or else the verb, was typed. */
  Suggestion word(String whole, String shown, String description) {
    return Suggestion.of(line(cased(whole)), shown, description);
  }

  /** This word of the protocol in the case of the letter before it. */
  String cased(String whole) {
    String model = typed.isEmpty() ? verb() : typed;
    boolean lower =
        model.chars().filter(Character::isLetter).reduce((a, b) -> b).orElse('A') >= 'a';
    return lower ? whole.toLowerCase(Locale.ROOT) : whole;
  }

  private String verb() {
    int blank = before.indexOf(' ');
    return blank < 0 ? before : before.substring(0, blank);
  }
}
