package smtpterm.server;

import java.io.IOException;

/** No listening on this port: another program does, or the system forbids it. */
public final class PortTaken extends IOException {
  private static final long serialVersionUID = 1L;

  private final Service service;
  private final int port;
  private final boolean forbidden;

  PortTaken(Service service, int port, boolean forbidden) {
    super(service.label() + " " + port);
    this.forbidden = forbidden;
    this.service = service;
    this.port = port;
  }

  public Service service() {
    return service;
  }

  public int port() {
    return port;
  }

  /** Whether only an administrator may listen there, as on the ports below 1024. */
  public boolean forbidden() {
    return forbidden;
  }
}
