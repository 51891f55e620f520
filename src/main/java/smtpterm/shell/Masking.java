package smtpterm.shell;

import java.util.function.ToIntFunction;
import org.jline.reader.MaskingCallback;
import smtpterm.protocol.Secrecy;

/**
 * Shows eight bullets for a secret while it is typed, whatever its length.
 *
 * <p>A line that was masked once stays masked until it is empty again: when the server refuses in
 * the meantime, what stands there is still a password.
 */
final class Masking implements MaskingCallback {
  private final ToIntFunction<String> secretFrom;
  private final String bullets;
  private boolean stuck;
  private boolean untouched;

  /**
   * @param secretFrom from which index on a line is a secret, or {@link Secrecy#NOTHING}
   * @param bullets what is shown instead
   */
  Masking(ToIntFunction<String> secretFrom, String bullets) {
    this.secretFrom = secretFrom;
    this.bullets = bullets;
  }

  /** The line being typed is now this; to be called before it is drawn. */
  void now(String line) {
    untouched &= line.isEmpty();
    stuck = line.isEmpty() ? stuck && untouched : stuck || secretFrom.applyAsInt(line) == 0;
  }

  /** Whether the line being typed is masked from its first character. */
  boolean hidden() {
    return stuck;
  }

  /**
   * A new line begins.
   *
   * @param hidden whether it is a secret, whatever it may look like
   */
  void begin(boolean hidden) {
    stuck = hidden;
    untouched = true;
  }

  @Override
  public String display(String line) {
    int from = stuck ? 0 : secretFrom.applyAsInt(line);
    if (from == Secrecy.NOTHING || from >= line.length()) {
      return line;
    }
    return line.substring(0, from) + bullets;
  }

  @Override
  public String history(String line) {
    // What may be remembered is decided by what was sent, not by the reader.
    return null;
  }
}
