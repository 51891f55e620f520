package smtpterm.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Why a connection could not be encrypted, or did not stay so: the server's {@code
 * handshake_failure}, a certificate for another host.
 *
 * @param kind never null
 * @param detail what goes with the kind: the name of an alert, a number of octets, or the words of
 *     the library; perhaps empty, never null; the text of a stranger
 * @param info as far as the handshake came, when the certificate was the reason
 */
public record TlsTrouble(Kind kind, String detail, Optional<TlsInfo> info) {
  private static final String ALERT = "Received fatal alert: ";

  public TlsTrouble {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(info, "info");
  }

  /** Without anything known of the server. */
  static TlsTrouble of(Kind kind, String detail) {
    return new TlsTrouble(kind, detail, Optional.empty());
  }

  /** The same under another name, since more is known about it. */
  public TlsTrouble as(Kind other) {
    return new TlsTrouble(other, detail, info);
  }

  /** What can go wrong. */
  public enum Kind {
    /** The certificate did not pass; {@link TlsInfo#check} says why. */
    CERTIFICATE,
    /** The server broke it off and gave a reason; the detail is its name in RFC 8446 section 6. */
    ALERT,
    /** There is no version of TLS that both know. */
    VERSION,
    /** What came was no TLS at all. */
    NO_TLS,
    /** Octets came behind the go-ahead, before TLS began: somebody may have put them there. */
    INJECTED,
    /** The server closed in the middle. */
    CLOSED,
    /** The connection was reset in the middle. */
    RESET,
    /** It took longer than it may. */
    TIMED_OUT,
    /** The user did not want to wait any longer. */
    BROKEN_OFF,
    /** Anything else; the detail has the words of the library. */
    OTHER
  }

  /** Reads it out of what the library throws. */
  static TlsTrouble of(IOException e) {
    String message = String.valueOf(e.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    int alert = message.indexOf(ALERT);
    if (alert >= 0) {
      return of(Kind.ALERT, message.substring(alert + ALERT.length()));
    }
    if (lower.contains("unrecognized ssl message") || lower.contains("not an ssl")) {
      return of(Kind.NO_TLS, "");
    }
    if (lower.contains("not accepted by client") || lower.contains("no appropriate protocol")) {
      return of(Kind.VERSION, message);
    }
    if (lower.contains("reset") || lower.contains("broken pipe")) {
      return of(Kind.RESET, "");
    }
    if (caused(e, EOFException.class) || lower.contains("remote host terminated")) {
      return of(Kind.CLOSED, "");
    }
    return of(Kind.OTHER, message);
  }

  /** Whether this is something about TLS, and no mere failure of the network. */
  public static Optional<TlsTrouble> in(IOException e) {
    if (e instanceof TlsFailure failure) {
      return Optional.of(failure.trouble());
    }
    if (!(e instanceof SSLException)) {
      return Optional.empty();
    }
    TlsTrouble trouble = of(e);
    boolean network = trouble.kind() == Kind.RESET || trouble.kind() == Kind.CLOSED;
    return network ? Optional.empty() : Optional.of(trouble);
  }

  private static boolean caused(Throwable e, Class<?> by) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (by.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
