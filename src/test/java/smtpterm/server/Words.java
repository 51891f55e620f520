package smtpterm.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import smtpterm.wire.Line;

/** What a dialogue says, without any socket. */
final class Words {
  private Words() {}

  /** The utterance that a line is answered with; silence when there is none. */
  static Utterance said(Dialogue to, String line) {
    return to.received(new Line(line, Line.Ending.CRLF, 0)).orElse(Utterance.SILENCE);
  }

  /** All octets that a line is answered with. */
  static String say(Dialogue to, String line) {
    return text(said(to, line));
  }

  /** All octets of an utterance. */
  static String text(Utterance words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      words.writeTo(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.US_ASCII);
  }
}
