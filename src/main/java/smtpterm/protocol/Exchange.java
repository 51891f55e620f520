package smtpterm.protocol;

import java.util.Objects;
import java.util.Optional;

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
    return mechanism.equals("LOGIN") || mechanism.equals("PLAIN");
  }

  private Exchange read(String answer, int position) {
    StrictBase64.Verdict verdict = StrictBase64.judge(answer);
    boolean doubt = !verdict.base64() || (textual() && !verdict.readable());
    return new Exchange(
        mechanism,
        initialResponse,
        answers,
        verdict.readable() ? userIn(verdict.text(), position) : user,
        doubt && doubtful.isEmpty() ? Optional.of(verdict) : doubtful);
  }

  private String userIn(String text, int position) {
    return switch (mechanism) {
      case "LOGIN" -> position == 0 ? text : user;
      case "PLAIN" -> {
        // RFC 4616 section 2: authzid NUL authcid NUL passwd
        String[] parts = text.split("\0", -1);
        yield parts.length == 3 ? parts[1] : user;
      }
      default -> user;
    };
  }
}
