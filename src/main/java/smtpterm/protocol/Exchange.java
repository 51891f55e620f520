package smtpterm.protocol;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An AUTH that is under way: LOGIN, with the user name sent and the password still due (RFC 4954
 * section 4).
 *
 * @param mechanism in upper case, such as {@code LOGIN}; empty when AUTH came without one
 * @param initialResponse whether the first answer came on the AUTH line itself
 * @param answers how many answers were sent on lines of their own
 * @param user the user name as far as it could be read, perhaps empty
 * @param doubtful the first answer that was not Base64 of text, if any
 */
public record Exchange(
    String mechanism,
    boolean initialResponse,
    int answers,
    String user,
    Optional<StrictBase64.Verdict> doubtful) {
  private static final Set<String> TEXTUAL =
      Set.of("LOGIN", "PLAIN", "CRAM-MD5", "DIGEST-MD5", "EXTERNAL", "ANONYMOUS");

  public Exchange {
    Objects.requireNonNull(mechanism, "mechanism");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(doubtful, "doubtful");
  }

  /** The exchange that this AUTH command opens. */
  public static Exchange opened(Command auth) {
    String[] words = auth.argument().strip().split("[ \t]+", 2);
    Exchange opened =
        new Exchange(new Command(words[0]).verb(), words.length > 1, 0, "", Optional.empty());
    // RFC 4954 section 4: "=" is the empty initial response.
    return words.length > 1 && !words[1].equals("=") ? opened.read(words[1], 0) : opened;
  }

  /** The exchange after this answer, sent on a line of its own. */
  public Exchange answered(String line) {
    Exchange next = new Exchange(mechanism, initialResponse, answers + 1, user, doubtful);
    return line.equals("*") ? next : next.read(line, position());
  }

  /** Which answer is due next, counted from 0, the initial response included. */
  public int position() {
    return answers + (initialResponse ? 1 : 0);
  }

  /** Whether the answer that is due next is a secret: all are but LOGIN's user name. */
  public boolean secretDue() {
    return !(mechanism.equals("LOGIN") && position() == 0);
  }

  /** Whether the answers of this mechanism are Base64 of text: then anything else is a mistake. */
  public boolean textual() {
    return textual(mechanism);
  }

  /** The same for a mechanism in upper case; tokens travel between control characters. */
  static boolean textual(String mechanism) {
    return TEXTUAL.contains(mechanism) || mechanism.startsWith("SCRAM-");
  }

  /**
   * How many answers are still to come before the server decides, as far as the mechanism is known;
   * perhaps 0.
   */
  public int answersDue() {
    int all =
        switch (mechanism) {
          case "LOGIN", "DIGEST-MD5" -> 2;
          default -> mechanism.startsWith("SCRAM-") ? 3 : 1;
        };
    return Math.max(0, all - position());
  }

  private Exchange read(String answer, int position) {
    StrictBase64.Verdict verdict = StrictBase64.judge(answer);
    boolean doubt = !verdict.base64() || (textual() && !verdict.readable());
    return new Exchange(
        mechanism,
        initialResponse,
        answers,
        position == 0 && verdict.base64() ? LoginNames.in(mechanism, answer, user) : user,
        doubt && doubtful.isEmpty() ? Optional.of(verdict) : doubtful);
  }
}
