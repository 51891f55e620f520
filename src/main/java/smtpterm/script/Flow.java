package smtpterm.script;

import java.util.Optional;
import smtpterm.protocol.Chunk;

/**
 * How far a conversation has got, between two lines of the client.
 *
 * @param text whether message text is due, up to the lone dot
 * @param chunk the octets that BDAT announced and that are due
 * @param lmtp whether LMTP is spoken
 * @param accepted how many recipients the message has, as far as the file tells
 * @param challenged whether the last reply asks for an answer
 */
record Flow(boolean text, Optional<Chunk> chunk, boolean lmtp, int accepted, boolean challenged) {
  /** A new connection. */
  static Flow start(boolean lmtp) {
    return new Flow(false, Optional.empty(), lmtp, 0, false);
  }

  Flow text(boolean now) {
    return new Flow(now, chunk, lmtp, accepted, challenged);
  }

  Flow chunk(Optional<Chunk> due) {
    return new Flow(text, due, lmtp, accepted, challenged);
  }

  Flow lmtp(boolean spoken) {
    return new Flow(text, chunk, spoken, accepted, challenged);
  }

  Flow accepted(int recipients) {
    return new Flow(text, chunk, lmtp, recipients, challenged);
  }

  Flow challenged(boolean now) {
    return new Flow(text, chunk, lmtp, accepted, now);
  }

  /** How many replies the end of the message draws (RFC 2033, section 4.2). */
  int repliesToMessage() {
    return lmtp ? Math.max(1, accepted) : 1;
  }
}
