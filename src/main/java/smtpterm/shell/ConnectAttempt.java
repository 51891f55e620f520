package smtpterm.shell;

import java.io.Closeable;
import java.io.IOException;
import smtpterm.wire.Connector;

/** Looks in on an attempt to connect, and can end it. */
final class ConnectAttempt implements Connector.Attempt {
  private final Conversation.Progress progress;
  private int number;
  private Closeable opening;

  ConnectAttempt(Conversation.Progress progress) {
    this.progress = progress;
  }

  @Override
  public void trying(String address) {
    number++;
    progress.trying(address, number);
  }

  @Override
  public synchronized void opening(Closeable now) {
    opening = now;
  }

  synchronized void close() {
    try {
      if (opening != null) {
        opening.close();
      }
    } catch (IOException e) {
      // It is given up anyway.
    }
  }
}
