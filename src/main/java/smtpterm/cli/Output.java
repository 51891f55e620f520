package smtpterm.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The three standard streams, and the only place that knows them. Text leaves as UTF-8, whatever
 * the locale, because a transcript must not depend on it.
 */
final class Output {
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  Output(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** The streams of this process. */
  static Output standard() {
    return new Output(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

  InputStream in() {
    return in;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  /** Prints lines at once. */
  void print(List<String> lines) {
    for (String line : lines) {
      out.print(line);
      out.print('\n');
    }
    out.flush();
  }

  /** Whether whoever read our output has gone, as {@code head -1} does. */
  boolean unread() {
    return out.checkError();
  }

  /** Says what went wrong, in one line. */
  void complain(String sentence) {
    err.print("smtpterm: " + sentence + "\n");
    err.flush();
  }
}
