package smtpterm.knowledge;

import smtpterm.protocol.LineFlaw;
import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.text.Texts;

/**
 * Says what is wrong with a typed line: {@code the colon behind FROM is missing}.
 *
 * <p>Speaks the language that the texts speak at that moment. Safe for several threads.
 */
public final class FlawTexts {
  /** Of the part marked, so many characters are repeated. */
  private static final int MOST_CHARACTERS = 16;

  private final Phrases phrases;

  /** Speaks as these texts do. */
  public FlawTexts(Texts texts) {
    phrases = new Phrases(texts);
  }

  /**
   * One short sentence for the status line, at most 72 characters, without a full stop.
   *
   * @param flaw what {@link smtpterm.protocol.LineFlaws} found in the line
   * @param line the line in which it was found; parts of it are repeated, never a secret
   */
  public String brief(LineFlaw flaw, String line) {
    return phrases.brief(finding(flaw, line));
  }

  /** What is picked when this flaw led to a refusal. */
  static Finding finding(LineFlaw flaw, String line) {
    Object word =
        flaw.kind() == Kind.SIZE_OVER
            ? new Finding.Octets(Long.parseLong(flaw.word()))
            : shortened(flaw.word());
    String marked = shortened(line.substring(flaw.from(), flaw.to()).strip());
    return Finding.of("flaw." + flaw.kind(), marked, word, flaw.from() + 1);
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
  }
}
