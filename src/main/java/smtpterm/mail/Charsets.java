package smtpterm.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import smtpterm.wire.LosslessUtf8;

/** Octets into text by the charset that a part names, or by the likely one. */
final class Charsets {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Names that promise nothing about octets above 127. */
  private static final Set<String> PLAIN =
      Set.of("", "us-ascii", "ascii", "unknown-8bit", "x-unknown");

  /** Both mean windows-1252 nearly always, and their own octets 128 to 159 are but controls. */
  private static final Set<String> LATIN = Set.of("iso-8859-1", "latin1");

  private Charsets() {}

  /**
   * Text made of octets.
   *
   * @param text an octet that does not fit UTF-8 is carried as {@link LosslessUtf8} does
   * @param charset the name of the charset that was used
   * @param sure whether the message named it, or it makes no difference
   */
  record Decoded(String text, String charset, boolean sure) {}

  /** By the charset of this name; by UTF-8 or windows-1252, whichever fits, where it is unknown. */
  static Decoded decode(byte[] octets, String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    Optional<Charset> named = PLAIN.contains(lower) ? Optional.empty() : found(lower);
    if (named.isEmpty()) {
      boolean ascii = ascii(octets);
      boolean utf8 = ascii || fits(octets);
      String text = utf8 ? LosslessUtf8.decode(octets) : new String(octets, WINDOWS);
      String used = ascii ? "US-ASCII" : utf8 ? "UTF-8" : WINDOWS.name();
      return new Decoded(text, used, ascii && PLAIN.contains(lower));
    }
    Charset charset = named.get();
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    String text = utf8 ? LosslessUtf8.decode(octets) : new String(octets, charset);
    return new Decoded(text, LATIN.contains(lower) ? "ISO-8859-1" : charset.name(), true);
  }

  /** Whether this Java knows a charset of this name. */
  static boolean known(String name) {
    return name.matches("[A-Za-z0-9._:+-]{1,40}") && found(name).isPresent();
  }

  private static Optional<Charset> found(String name) {
    try {
      return Optional.of(LATIN.contains(name) ? WINDOWS : Charset.forName(name));
    } catch (IllegalArgumentException e) {
      // Not a name, or a charset that this Java does not know.
      return Optional.empty();
    }
  }

  private static boolean ascii(byte[] octets) {
    for (byte octet : octets) {
      if (octet < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(byte[] octets) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
