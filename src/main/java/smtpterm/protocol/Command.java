package smtpterm.protocol;

/**
 * A command line taken apart: {@code mail from:<a@b>} has the verb {@code MAIL} and the argument
 * {@code from:<a@b>}.
 *
 * <p>Nothing is corrected: {@link #line} is what was typed.
 *
 * @param line the whole line, without its ending; never null
 */
public record Command(String line) {
  public Command {
    if (line == null) {
      throw new NullPointerException("line");
    }
  }

  /**
   * The first word in upper case, empty when the line starts with a blank or is empty.
   *
   * <p>It is as long as it was typed: only ASCII letters have another case here (RFC 5321 section
   * 2.4), so no {@code ß} becomes two letters, and no dotless i makes a {@code MAIL}.
   */
  public String verb() {
    return PrintedLetters.upper(word());
  }

  /** What stands behind the verb and one blank; empty when there is nothing. */
  public String argument() {
    int start = word().length() + 1;
    return start >= line.length() ? "" : line.substring(start);
  }

  /** The first word of the argument in upper case, such as the mechanism of AUTH; or empty. */
  public String firstArgument() {
    return new Command(argument().strip()).verb();
  }

  /** Whether this is that command, whatever the case of its letters. */
  public boolean is(String verb) {
    return verb().equals(verb);
  }

  private String word() {
    int blank = line.indexOf(' ');
    int tab = line.indexOf('\t');
    int end = blank < 0 ? tab : tab < 0 ? blank : Math.min(blank, tab);
    return end < 0 ? line : line.substring(0, end);
  }
}
