package smtpterm.shell;

import java.util.Arrays;
import java.util.Objects;

/** A login that {@code /login} does not begin, with the sentence that says why. */
final class LoginProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] arguments;

  /**
   * @param key of the sentence
   * @param arguments what is put into it
   */
  LoginProblem(String key, Object... arguments) {
    super(key);
    this.key = Objects.requireNonNull(key, "key");
    this.arguments = arguments.clone();
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return Arrays.copyOf(arguments, arguments.length);
  }
}
