package smtpterm.server;

import java.nio.charset.StandardCharsets;

/**
 * What the house itself says to a client, whoever its dialogue is with: {@code 421 4.3.2 Too many
 * clients at once, try again later} or {@code -ERR [SYS/TEMP] Too many …}.
 */
enum Courtesy {
  TOO_MANY("421 4.3.2 ", "Too many clients at once, try again later"),
  TOO_MANY_FROM_HERE("421 4.3.2 ", "Too many connections from your address, close one of them"),
  TOO_FAST("421 4.7.0 ", "Too many commands in a minute, try again later"),
  // RFC 3207 section 4
  NO_TLS("454 4.7.0 ", "No TLS at the moment: the server could not make its certificate");

  private final String status;
  private final String text;

  Courtesy(String status, String text) {
    this.status = status;
    this.text = text;
  }

  /** The words without their status. */
  String text() {
    return text;
  }

  /** The words for this kind of client. */
  Utterance to(Channel.Role role) {
    // RFC 3206 section 4: SYS/TEMP says that nothing is wrong with the password.
    String words = (role == Channel.Role.POP3 ? "-ERR [SYS/TEMP] " : status) + text + "\r\n";
    return out -> out.write(words.getBytes(StandardCharsets.US_ASCII));
  }
}
