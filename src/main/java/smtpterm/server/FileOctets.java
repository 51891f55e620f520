package smtpterm.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** Octets in a file of their own. */
final class FileOctets implements MailOctets {
  /** What the name of the file takes, about. */
  private static final long MEMORY = 256;

  private final Path file;
  private final long size;
  private final ByteBudget disk;
  private final AtomicBoolean gone = new AtomicBoolean();

  /**
   * @param disk from which {@code size} octets are taken; they are given back with the file
   */
  FileOctets(Path file, long size, ByteBudget disk) {
    this.file = file;
    this.size = size;
    this.disk = disk;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long memory() {
    return MEMORY;
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void discard() {
    if (gone.compareAndSet(false, true)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // The next server takes it away: it is in no mailbox.
      }
      disk.give(size);
    }
  }
}
