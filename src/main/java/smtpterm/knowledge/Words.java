package smtpterm.knowledge;

import java.util.Locale;
import smtpterm.protocol.Reply;

/** Looks for the few words of server texts that say more than the code, such as "relay". */
final class Words {
  private Words() {}

  /** Whether any line of the reply has one of these words, given in lower case, within it. */
  static boolean in(Reply reply, String... words) {
    for (String text : reply.texts()) {
      String lower = text.toLowerCase(Locale.ROOT);
      for (String word : words) {
        if (lower.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
