package smtpterm.protocol;

/** What is wrong with the shape of a reply. The reply is shown and used all the same. */
public enum ReplyFlaw {
  /** A line has no reply code in front. */
  NO_CODE,
  /** The lines of one reply carry different codes; the last line's counts. */
  MIXED_CODES,
  /** A line ended with a bare LF instead of CR LF. */
  BARE_LF,
  /** A line was longer than is kept; its end is missing here. */
  LINE_CUT,
  /** The reply had more lines than are kept; those in the middle are missing here. */
  LINES_DROPPED,
  /** The connection ended before the last line of the reply. */
  UNFINISHED
}
