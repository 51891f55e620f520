package smtpterm.cli;

import java.util.List;
import smtpterm.shell.Board;

/** Output that nobody watches, or that goes into a file: no keys, and no line is cut. */
final class PipedBoard implements Board {
  private final Output output;

  PipedBoard(Output output) {
    this.output = output;
  }

  @Override
  public int columns() {
    return 0;
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public synchronized void show(List<String> lines) {
    output.print(lines);
  }

  @Override
  public void showCut(String line) {
    show(List.of(line));
  }

  @Override
  public void status(String text) {
    // There is no place for it.
  }

  @Override
  public int key() {
    return -1;
  }

  @Override
  public void close() {
    // The streams belong to the process.
  }
}
