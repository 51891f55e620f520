package smtpterm.protocol;

/**
 * Says which part of a line is a secret: all of {@code Z2VoZWlt} where a password is due, what
 * follows {@code AUTH PLAIN } on an AUTH line.
 *
 * <p>By position only, never by the wording of a challenge: a server could word it so that the
 * password shows. Every place that shows, stores or reports a line asks here.
 */
public final class Secrecy {
  /** Nothing of the line is a secret. */
  public static final int NOTHING = -1;

  private Secrecy() {}

  /**
   * From which index on the line is a secret, or {@link #NOTHING}.
   *
   * @param progress before the line is sent
   */
  public static int from(Progress progress, LineKind kind, String line) {
    return switch (kind) {
      case TEXT -> NOTHING;
      case ANSWER ->
          progress.exchange().map(Exchange::secretDue).orElse(true)
                  && !line.equals("*")
                  && !line.isEmpty()
              ? 0
              : NOTHING;
      case COMMAND -> inCommand(line);
    };
  }

  /** Whether a line of this kind may be remembered for later sessions: none of a login may. */
  public static boolean memorable(LineKind kind, String line) {
    return switch (kind) {
      case TEXT -> true;
      case ANSWER -> false;
      case COMMAND -> !new Command(line.strip()).is("AUTH") && inCommand(line) == NOTHING;
    };
  }

  private static int inCommand(String line) {
    int start = skipBlanks(line, 0);
    Command command = new Command(line.substring(start));
    if (command.is("PASS")) {
      return found(line, start + 5);
    }
    if (command.is("APOP")) {
      // The digest: whoever has it can try passwords until one fits.
      return found(line, skipBlanks(line, wordEnd(line, skipBlanks(line, start + 4))));
    }
    if (command.is("AUTH")) {
      int mechanism = skipBlanks(line, start + 4);
      int end = wordEnd(line, mechanism);
      // LOGIN's initial response is the user name.
      return line.substring(mechanism, end).equalsIgnoreCase("LOGIN")
          ? NOTHING
          : found(line, skipBlanks(line, end));
    }
    return NOTHING;
  }

  private static int found(String line, int index) {
    return index < line.length() ? index : NOTHING;
  }

  private static int wordEnd(String line, int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
      end++;
    }
    return end;
  }

  private static int skipBlanks(String line, int from) {
    int i = Math.min(from, line.length());
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }
}
