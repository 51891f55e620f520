package smtpterm.dns;

import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A domain as it was typed and as the DNS knows it: {@code müller.de} is {@code xn--mller-kva.de}.
 *
 * @param typed without a dot at the end
 * @param ascii in A-labels (RFC 5890 2.3.2.1), in small letters
 */
public record Domain(String typed, String ascii) {
  /** RFC 1035 2.3.4: 255 octets on the wire are 253 characters. */
  private static final int LONGEST = 253;

  private static final Pattern LABELS = Pattern.compile("[a-z0-9_-]{1,63}(?:[.][a-z0-9_-]{1,63})*");

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

  public Domain {
    Objects.requireNonNull(typed, "typed");
    if (ascii.length() > LONGEST || !LABELS.matcher(ascii).matches()) {
      throw new IllegalArgumentException(ascii);
    }
  }

  /** What was typed is no domain. */
  public static final class BadDomain extends Exception {
    private static final long serialVersionUID = 1L;

    BadDomain(String typed) {
      super(typed);
    }
  }

  /**
   * Reads a domain, or the domain of an address such as {@code anna@kolleg.de}.
   *
   * @throws BadDomain with what was typed, when that can be no domain
   */
  public static Domain parse(String typed) throws BadDomain {
    String name = typed.strip().substring(typed.strip().lastIndexOf('@') + 1);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    try {
      String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      if (ADDRESS.matcher(ascii).matches()) {
        throw new BadDomain(typed);
      }
      return new Domain(name, ascii);
    } catch (IllegalArgumentException e) {
      throw new BadDomain(typed);
    }
  }

  /** Whether the DNS knows it by another name than the one that was typed. */
  public boolean translated() {
    return !typed.toLowerCase(Locale.ROOT).equals(ascii);
  }

  /**
   * Whether it holds a letter that IDNA 2003, which Java speaks, replaces, and IDNA 2008 keeps: ß
   * and the final sigma (RFC 5894 7.2).
   */
  public boolean deviates() {
    return typed.indexOf('ß') >= 0 || typed.indexOf('ς') >= 0;
  }

  /** Whether a longer domain could have left its DMARC record to it: {@code mail.kolleg.de}. */
  boolean below() {
    return ascii.chars().filter(c -> c == '.').count() > 1;
  }
}
