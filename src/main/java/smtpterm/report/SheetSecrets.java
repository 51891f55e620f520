package smtpterm.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The secrets that a file spells out, so that no server can give them away by repeating them. */
final class SheetSecrets {
  /** What is shorter is a part of too many words. */
  private static final int SHORTEST = 4;

  private final List<String> known = new ArrayList<>();

  /** A secret as the client says it, perhaps in Base64, perhaps with a user before it. */
  void add(String secret) {
    learn(secret.strip());
    try {
      byte[] octets = Base64.getDecoder().decode(secret.strip());
      String text = new String(octets, StandardCharsets.UTF_8);
      learn(text.substring(text.lastIndexOf('\0') + 1));
    } catch (IllegalArgumentException e) {
      // It is not in Base64: a password of POP3.
      return;
    }
  }

  /** The text without them. */
  String hide(String text) {
    String safe = text;
    for (String secret : known) {
      safe = safe.replace(secret, SheetBlanks.MASK);
    }
    return safe;
  }

  private void learn(String secret) {
    if (secret.length() >= SHORTEST) {
      known.add(secret);
    }
  }
}
