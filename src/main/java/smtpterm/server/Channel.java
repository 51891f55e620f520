package smtpterm.server;

import java.util.Objects;

/**
 * How a client is connected: to the port for submission, from 127.0.0.1, not encrypted yet.
 *
 * @param role what the port is for
 * @param tlsPossible whether the client may change to TLS
 * @param encrypted whether TLS is up
 * @param clientAddress the client's IP address, such as {@code 127.0.0.1} or {@code fe80::1}
 */
record Channel(Role role, boolean tlsPossible, boolean encrypted, String clientAddress) {
  Channel {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(clientAddress, "clientAddress");
  }

  /** What a port is for; with TLS from the start or not. */
  enum Role {
    /** Mail from everywhere, 25 on a real server. */
    SMTP,
    /** Mail from the server's own people, 587 or 465 on a real server (RFC 6409). */
    SUBMISSION,
    /** Mail from another program of the same house (RFC 2033). */
    LMTP,
    /** Fetching mail, 110 or 995 on a real server (RFC 1939). */
    POP3
  }

  /** The same connection once TLS is up. */
  Channel secured() {
    return new Channel(role, tlsPossible, true, clientAddress);
  }

  /** Whether the command for TLS is of use now. */
  boolean offersTls() {
    return tlsPossible && !encrypted;
  }
}
