package smtpterm.wire;

/** What can be wrong with a server's certificate; each means something else to the user. */
public enum CertificateFlaw {
  /** It is made out to other names than the one that was typed. */
  WRONG_HOST,
  /** Its time is over, or that of a certificate above it. */
  EXPIRED,
  /** Its time has not begun, or that of a certificate above it. */
  NOT_YET_VALID,
  /** Nobody but its owner vouches for it. */
  SELF_SIGNED,
  /** Whoever vouches for it is not trusted here, or a certificate in between was not sent. */
  UNKNOWN_AUTHORITY,
  /** It is not the certificate, nor the key, that was asked for by its fingerprint. */
  PIN_MISMATCH,
  /** Its key or its signature is of a kind that can be forged today. */
  WEAK,
  /** It is not meant for servers. */
  WRONG_USE,
  /** The signature of a certificate in the chain is wrong. */
  BAD_SIGNATURE,
  /** Anything else; {@link TlsCheck#detail} has the words of the library. */
  OTHER
}
