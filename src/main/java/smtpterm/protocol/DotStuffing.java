package smtpterm.protocol;

/**
 * A line of message text that starts with a dot gets one more: {@code .hidden} is sent as {@code
 * ..hidden}, so that it cannot end the message (RFC 5321 section 4.5.2).
 */
public final class DotStuffing {
  private DotStuffing() {}

  /** The line as it is sent. */
  public static String stuff(String line) {
    return line.startsWith(".") ? "." + line : line;
  }

  /** The line as it was meant; the lone dot is not a line of the text and must not come here. */
  public static String unstuff(String line) {
    return line.startsWith(".") ? line.substring(1) : line;
  }
}
