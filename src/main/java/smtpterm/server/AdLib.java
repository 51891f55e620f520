package smtpterm.server;

/**
 * What the server says where the script has nothing for it: {@code 503 5.5.1 Not now: the script
 * goes on with QUIT}.
 */
final class AdLib {
  private final boolean pop3;

  AdLib(boolean pop3) {
    this.pop3 = pop3;
  }

  Utterance bye() {
    return pop3 ? Spoken.of("+OK bye") : Replies.BYE;
  }

  /** To NOOP and RSET. */
  Utterance done() {
    return pop3 ? Spoken.of("+OK done") : Replies.OK;
  }

  Utterance help(String due) {
    return Spoken.of((pop3 ? "+OK " : "214 2.0.0 ") + sentence(due));
  }

  /** The command that came is not the one that is due. */
  Utterance notNow(String due) {
    return Spoken.of((pop3 ? "-ERR not now: " : "503 5.5.1 Not now: ") + due);
  }

  /** Message text that the script does not have was taken. */
  Utterance taken() {
    return Spoken.of("250 " + UsualWords.text("250", UsualWords.DOT));
  }

  Utterance lineTooLong() {
    return pop3 ? Spoken.of("-ERR line too long") : Replies.LINE_TOO_LONG;
  }

  Utterance cancelled() {
    return pop3 ? Spoken.of("-ERR login cancelled") : Replies.LOGIN_CANCELLED;
  }

  Utterance notBase64() {
    return pop3 ? Spoken.of("-ERR that is not Base64") : Replies.NOT_BASE64;
  }

  Utterance asking(String challenge) {
    return Spoken.of((pop3 ? "+ " : "334 ") + challenge);
  }

  Utterance tooSlow() {
    return pop3 ? Utterance.SILENCE : Replies.TOO_SLOW;
  }

  Utterance closing() {
    return pop3 ? Utterance.SILENCE : Replies.CLOSING;
  }

  private static String sentence(String due) {
    return Character.toUpperCase(due.charAt(0)) + due.substring(1);
  }
}
