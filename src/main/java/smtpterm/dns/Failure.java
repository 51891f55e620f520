package smtpterm.dns;

/** Why a question to the DNS brought no records. */
public enum Failure {
  /** There is no such domain: NXDOMAIN. */
  NO_SUCH_DOMAIN(false),
  /** The domain exists, but has no record of this kind. */
  NO_RECORDS(false),
  /** The server did not want to answer: REFUSED. */
  REFUSED(true),
  /** The server could not answer: SERVFAIL, or an answer that cannot be read. */
  FAILED(true),
  /** Nothing came in time, or nobody is there. */
  NO_ANSWER(true);

  private final boolean trouble;

  Failure(boolean trouble) {
    this.trouble = trouble;
  }

  /** Whether nothing is known, other than that there is nothing. */
  public boolean trouble() {
    return trouble;
  }
}
