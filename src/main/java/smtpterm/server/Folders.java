package smtpterm.server;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a server keeps on disk, and where.
 *
 * @param certificates where its certificate is made and kept; empty for a server without TLS
 * @param data where mailboxes outlive the server; empty for a server that keeps them in memory
 */
public record Folders(Optional<Path> certificates, Optional<Path> data) {
  public Folders {
    Objects.requireNonNull(certificates, "certificates");
    Objects.requireNonNull(data, "data");
  }

  /** Nothing is kept. */
  public static Folders none() {
    return new Folders(Optional.empty(), Optional.empty());
  }

  /** The same with the certificate kept here. */
  public Folders withCertificates(Path folder) {
    return new Folders(Optional.of(folder), data);
  }

  /** The same with the mailboxes kept here. */
  public Folders withData(Path folder) {
    return new Folders(certificates, Optional.of(folder));
  }
}
