package smtpterm.sasl;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * A salt for each name, the same one each time, and whether the name exists or not: else the salts
 * would tell who has an account.
 */
final class Salts {
  private static final int LENGTH = 16;

  private final byte[] key = new byte[32];

  Salts(SecureRandom random) {
    random.nextBytes(key);
  }

  byte[] of(String user) {
    byte[] hash =
        new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(user.toLowerCase(Locale.ROOT));
    return Arrays.copyOf(hash, LENGTH);
  }
}
