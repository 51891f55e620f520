package smtpterm.wire;

import java.io.IOException;
import java.util.Objects;

/** A connection that could not be encrypted, and is closed; {@link #trouble} says why. */
public final class TlsFailure extends IOException {
  private static final long serialVersionUID = 1L;
  private final transient TlsTrouble trouble;

  TlsFailure(TlsTrouble trouble, Throwable cause) {
    super(trouble.kind() + " " + trouble.detail(), cause);
    this.trouble = Objects.requireNonNull(trouble, "trouble");
  }

  /** What went wrong; never null. */
  public TlsTrouble trouble() {
    return trouble;
  }
}
