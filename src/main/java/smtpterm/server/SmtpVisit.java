package smtpterm.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import smtpterm.wire.Line;
import smtpterm.wire.LineInput;

/** One client from its greeting to its end: moves lines between a socket and its dialogue. */
final class SmtpVisit implements Runnable {
  /** Answers that wait to go out together; more are sent at once. */
  private static final int MOST_WAITING = 16_384;

  /** How long a client may take to close after the good-bye, in milliseconds. */
  private static final int LINGER = 1_000;

  private final Socket socket;
  private final SmtpDialogue dialogue;
  private final ScheduledExecutorService watch;
  private final int timeout;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  /**
   * @param watch closes the socket when the client does not take its answers
   */
  SmtpVisit(Socket socket, PostOffice office, ScheduledExecutorService watch) {
    this.socket = socket;
    this.dialogue = new SmtpDialogue(office);
    this.watch = watch;
    this.timeout = (int) office.settings().timeout().toMillis();
  }

  @Override
  public void run() {
    try (socket) {
      try {
        converse();
      } finally {
        // Before the client can see the end: what it sent of a mail is thrown away.
        dialogue.abandon();
      }
      linger();
    } catch (IOException e) {
      // The client is gone, as clients are.
    }
  }

  private void converse() throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(timeout);
    LineInput input = new LineInput(new FlushingInput(socket.getInputStream(), this::flush));
    say(dialogue.greeting());
    try {
      while (!dialogue.over()) {
        Line line = input.read();
        // What came without an ending was cut off, and half a command may be another command.
        if (line == null || line.ending() == Line.Ending.NONE) {
          break;
        }
        Optional<Answer> answer = dialogue.received(line);
        if (answer.isPresent()) {
          say(answer.get());
        }
      }
    } catch (SocketTimeoutException e) {
      say(Replies.TOO_SLOW);
    }
    flush();
  }

  private void say(Answer answer) throws IOException {
    waiting.writeBytes(answer.octets());
    if (waiting.size() > MOST_WAITING) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (waiting.size() == 0) {
      return;
    }
    // Writing to a socket knows no time-out of its own: a client that never reads would stay.
    Future<?> end = dropAfter(timeout);
    try {
      waiting.writeTo(socket.getOutputStream());
    } finally {
      end.cancel(false);
    }
    waiting.reset();
  }

  /** Lets the client read the last answer: closing on unread octets would reset the connection. */
  private void linger() throws IOException {
    socket.shutdownOutput();
    Future<?> end = dropAfter(LINGER);
    byte[] ignored = new byte[4_096];
    while (socket.getInputStream().read(ignored) >= 0) {
      // Nothing that comes behind QUIT means anything; the time-out ends this.
    }
    end.cancel(false);
  }

  private Future<?> dropAfter(int milliseconds) throws IOException {
    try {
      return watch.schedule(this::drop, milliseconds, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw new IOException("the server is closing", e);
    }
  }

  private void drop() {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is closed.
    }
  }
}
