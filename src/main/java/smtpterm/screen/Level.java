package smtpterm.screen;

/** How much is explained. */
public enum Level {
  /** Nothing: the plain conversation. */
  OFF,
  /** One line on what a reply means, and one on what may come next. */
  SHORT,
  /** Besides, the enhanced code in its parts, what it is about, why it came and what to do. */
  FULL
}
