package smtpterm.sasl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A password or token that is kept for one login and then wiped. */
final class Passphrase {
  private final char[] text;

  Passphrase(char[] text) {
    this.text = text.clone();
  }

  /** A copy; whoever asks for it wipes it. */
  char[] copy() {
    return text.clone();
  }

  boolean empty() {
    return text.length == 0;
  }

  /** Its octets in UTF-8; whoever asks for them wipes them. */
  byte[] utf8() {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
    byte[] octets = new byte[encoded.remaining()];
    encoded.get(octets);
    // No second copy of a password stays behind.
    encoded.clear();
    encoded.put(new byte[encoded.capacity()]);
    return octets;
  }

  void wipe() {
    Arrays.fill(text, '\0');
  }

  /** Never the text. */
  @Override
  public String toString() {
    return "********";
  }
}
