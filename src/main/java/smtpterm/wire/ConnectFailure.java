package smtpterm.wire;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** No connection came about: nobody listens at {@code 127.0.0.1:25}, or the name is unknown. */
public final class ConnectFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why there is no connection; each needs another remedy. */
  public enum Reason {
    /** The name has no address. */
    UNKNOWN_HOST,
    /** The name has addresses, but none of the family asked for. */
    NO_SUCH_FAMILY,
    /** The host answered: nobody listens on this port. */
    REFUSED,
    /** No way leads to that network or host. */
    NO_ROUTE,
    /** No answer came in time: mostly a firewall. */
    TIMED_OUT,
    /** Anything else; the message of the system is in {@link #getMessage}. */
    OTHER
  }

  private final transient Endpoint endpoint;
  private final Reason reason;
  private final transient List<String> tried;

  ConnectFailure(Endpoint endpoint, Reason reason, List<String> tried, String detail) {
    super(detail);
    this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
    this.reason = Objects.requireNonNull(reason, "reason");
    this.tried = List.copyOf(tried);
  }

  /** The attempt was given up by the one who made it. */
  public static ConnectFailure brokenOff(Endpoint endpoint) {
    return new ConnectFailure(endpoint, Reason.OTHER, List.of(), "broken off");
  }

  /** Where the connection should have gone; never null. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** Why the last address that was tried did not answer; never null. */
  public Reason reason() {
    return reason;
  }

  /** The addresses that were tried in turn, perhaps none; never null. */
  public List<String> tried() {
    return tried;
  }
}
