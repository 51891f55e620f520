package smtpterm.pty;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * An open pseudo-terminal such as {@code /dev/pts/4}: the program sits at its slave, this process
 * at its master.
 */
final class Pty {

  private final JniNativePty pty;
  private final InputStream master;
  private final OutputStream masterOutput;
  private final OutputStream slave;

  Pty(int columns, int rows) throws IOException {
    pty = (JniNativePty) new JniTerminalProvider().open(null, new Size(columns, rows));
    master = pty.getMasterInput();
    masterOutput = pty.getMasterOutput();
    slave = new FileOutputStream(pty.getSlaveFD());
  }

  String name() {
    return pty.getName();
  }

  /**
   * What the program writes; blocks, and fails with an IOException when nobody has the slave open.
   */
  int read(byte[] buffer) throws IOException {
    return master.read(buffer);
  }

  /** Types; blocks while the program does not read and the kernel's buffer is full. */
  void write(byte[] octets) throws IOException {
    masterOutput.write(octets);
  }

  /** A new size; the kernel sends SIGWINCH to the program. */
  void resize(int columns, int rows) throws IOException {
    pty.setSize(new Size(columns, rows));
  }

  /**
   * Makes a blocked {@link #read} return. It is needed because closing a file does not wake who
   * reads it, and the kernel hangs up only when the last reader is gone.
   */
  void wakeReader() {
    try {
      slave.write(0);
    } catch (IOException alreadyHungUp) {
      closeSlave();
    }
  }

  void closeMaster() {
    closeQuietly(master);
  }

  void closeSlave() {
    closeQuietly(slave);
  }

  private static void closeQuietly(AutoCloseable stream) {
    try {
      stream.close();
    } catch (Exception ended) {
      // A terminal that is going away has nothing left to lose.
    }
  }
}
