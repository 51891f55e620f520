package smtpterm.mail;

import java.util.Arrays;
import java.util.Locale;

/** Names of domains, as far as one can tell who they belong to without asking anybody. */
final class Domains {
  private Domains() {}

  /** What stands behind the last @, in lower case; "" where there is none. */
  static String of(String address) {
    int at = address.lastIndexOf('@');
    String domain = at < 0 ? "" : address.substring(at + 1);
    return domain.toLowerCase(Locale.ROOT).replaceAll("[>\\s.]+$", "");
  }

  /** Whether both belong together: {@code mail.kolleg.de} and {@code kolleg.de} do. */
  static boolean related(String one, String other) {
    String a = owner(one);
    return !a.isEmpty() && a.equals(owner(other));
  }

  /**
   * The part that somebody registered, about: {@code kolleg.de}, {@code school.co.uk}. Only the
   * list of public suffixes knows for sure, and nothing here is sure anyway.
   */
  private static String owner(String domain) {
    String[] labels = domain.toLowerCase(Locale.ROOT).split("\\.");
    int count = labels.length;
    if (count <= 2) {
      return domain.toLowerCase(Locale.ROOT);
    }
    boolean second = labels[count - 1].length() == 2 && labels[count - 2].length() <= 3;
    int keep = second ? 3 : 2;
    return String.join(".", Arrays.asList(labels).subList(count - keep, count));
  }
}
