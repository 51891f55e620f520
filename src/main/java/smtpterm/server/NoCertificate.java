package smtpterm.server;

import java.io.IOException;
import java.util.Objects;

/** There is no TLS, because no certificate could be made: this Java has no keytool, for one. */
public final class NoCertificate extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why there is none. */
  public enum Reason {
    /** The Java that runs this program came without the tool that makes certificates. */
    NO_KEYTOOL,
    /** The tool was there and failed; its words are in {@link #getMessage}. */
    KEYTOOL_FAILED,
    /** The folder could not be written or read; the message says what the system says. */
    FOLDER,
    /** Another program has been making one for too long. */
    BUSY
  }

  NoCertificate(Reason reason, String detail) {
    super(detail);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  NoCertificate(Reason reason, Exception cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
