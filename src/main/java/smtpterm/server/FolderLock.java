package smtpterm.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** While it is open, no other program, and no other server in this one, is at work in a folder. */
final class FolderLock implements AutoCloseable {
  private static final Duration AT_MOST = Duration.ofSeconds(60);
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until the folder is free, and takes it. */
  static FolderLock of(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long end = System.nanoTime() + AT_MOST.toNanos();
    while (!taken(channel)) {
      if (System.nanoTime() > end || Thread.interrupted()) {
        channel.close();
        throw new NoCertificate(NoCertificate.Reason.BUSY, folder.toString());
      }
      // There is no waiting for a lock that another thread of this program holds.
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    return new FolderLock(channel);
  }

  /** The channel holds the lock until it is closed. */
  private static boolean taken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
