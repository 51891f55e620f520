package smtpterm.server;

/**
 * Sees what goes on at a server. Called by the threads of the clients, so it must be quick, safe
 * for several threads, and throw nothing.
 */
@FunctionalInterface
public interface Onlooker {
  /** A mail came in; its sender has not heard of it yet. */
  void delivered(Delivery delivery);

  /** Somebody said something, came or went. */
  default void happened(Happening happening) {}

  /** The server has its certificate, which somebody needed for the first time. */
  default void certified(CertificateAuthority authority) {}

  /** Somebody wanted TLS and could not have it. */
  default void withoutTls(NoCertificate why) {}
}
