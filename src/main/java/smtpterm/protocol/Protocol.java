package smtpterm.protocol;

import java.util.Locale;

/** Which protocol is spoken, such as {@link #SMTP}. */
public enum Protocol {
  /** RFC 5321. */
  SMTP,
  /** RFC 2033: SMTP with LHLO, and with one reply for each recipient behind the dot. */
  LMTP,
  /** RFC 1939. */
  POP3,
  /** Any other protocol of lines, about which nothing is claimed. */
  RAW;

  /** The name in URLs and in the catalogue, such as {@code smtp}. */
  public String scheme() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether mail is handed in with it: SMTP and LMTP. */
  public boolean sends() {
    return this == SMTP || this == LMTP;
  }
}
