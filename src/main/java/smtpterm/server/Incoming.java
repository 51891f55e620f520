package smtpterm.server;

import java.util.Optional;
import smtpterm.wire.Line;
import smtpterm.wire.LosslessUtf8;

/**
 * A message that is coming in, by lines or by octets.
 *
 * @param text what has come of it
 * @param header which fields it has
 */
record Incoming(MessageText text, HeaderWatch header) {
  static Incoming into(PostOffice office) {
    return new Incoming(new MessageText(office.storage(), office.settings()), new HeaderWatch());
  }

  /** Takes the next line; true when it was the dot that ends the text. */
  boolean add(Line line) {
    if (text.add(line)) {
      return true;
    }
    if (header.open()) {
      header.addLine(LosslessUtf8.encode(line.text()));
    }
    return false;
  }

  /** Takes the first {@code length} of these octets. */
  void add(byte[] octets, int length) {
    text.add(octets, length);
    header.add(octets, length);
  }

  /** Why it is not taken, if it is not. */
  Optional<Answer> refusal() {
    return text.refusal();
  }
}
