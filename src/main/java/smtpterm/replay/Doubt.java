package smtpterm.replay;

import smtpterm.sasl.Objection;
import smtpterm.text.Texts;

/**
 * What is wrong with a server during a login, as a sentence: {@code The signature of the server is
 * wrong: it does not know the password}.
 */
public final class Doubt {
  /** Of what a server says, so many characters are repeated. */
  private static final int LONGEST_QUOTE = 100;

  private Doubt() {}

  /** The sentence; it may hold what the server has said, so escape it. */
  public static String sentence(Texts texts, Objection objection) {
    return sentence(texts, objection.reason().name(), objection.detail());
  }

  static String sentence(Texts texts, String reason, String detail) {
    String quote =
        detail.length() > LONGEST_QUOTE ? detail.substring(0, LONGEST_QUOTE) + "…" : detail;
    return texts.say("replay.objection." + reason, quote);
  }
}
