package smtpterm.shell;

import java.util.Objects;
import smtpterm.session.Target;

/**
 * A server as the user knows it: where it is, on which terms, and as whom he logs in there.
 *
 * @param target where it is
 * @param terms how to connect
 * @param user whom {@code /login} proposes; empty for nobody
 */
public record Place(Target target, Terms terms, String user) {
  public Place {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(user, "user");
  }
}
