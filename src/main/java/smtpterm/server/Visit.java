package smtpterm.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import smtpterm.wire.Line;
import smtpterm.wire.LineInput;

/**
 * One client from its greeting to its end: moves lines between a socket and a {@link Dialogue},
 * whichever protocol that speaks.
 */
final class Visit implements Runnable {
  /** Answers that wait to go out together; more are sent at once. */
  private static final int MOST_WAITING = 16_384;

  /** Octets that are no lines are taken in pieces of at most this size. */
  private static final int LARGEST_PIECE = 8_192;

  /** How long a client may take to close after the good-bye. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final Socket socket;
  private final Dialogue dialogue;
  private final ScheduledExecutorService watch;
  private final Duration patience;

  /** Held by whoever asks the dialogue or writes: the visit, or the server that is closing. */
  private final ReentrantLock floor = new ReentrantLock();

  private final CountDownLatch ended = new CountDownLatch(1);
  private OutputStream out;
  private boolean over;

  /**
   * @param watch closes the socket when the client does not take its answers
   * @param patience how long to wait for a line, and for an answer to be taken
   */
  Visit(Socket socket, Dialogue dialogue, ScheduledExecutorService watch, Duration patience) {
    this.socket = socket;
    this.dialogue = dialogue;
    this.watch = watch;
    this.patience = patience;
    this.out = OutputStream.nullOutputStream();
  }

  @Override
  public void run() {
    try (socket) {
      try {
        converse();
      } finally {
        abandon();
      }
      linger();
    } catch (IOException e) {
      // The client is gone, as clients are.
    }
  }

  /**
   * The server is closing: tells the client, if nothing else is being told just now, and ends.
   *
   * @param within how long this may take
   */
  void close(Duration within) {
    ended.countDown();
    try {
      if (floor.tryLock(within.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          farewell(within);
        } finally {
          floor.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    drop();
  }

  private void farewell(Duration within) {
    if (over) {
      return;
    }
    over = true;
    try {
      Future<?> end = dropAfter(within);
      dialogue.closing().writeTo(out);
      out.flush();
      socket.shutdownOutput();
      end.cancel(false);
    } catch (IOException e) {
      // The client went first.
    }
  }

  private void converse() throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    LineInput input = open(socket.getInputStream(), socket.getOutputStream());
    try {
      say(dialogue.greeting());
      boolean more = true;
      while (more && !isOver()) {
        long due = dialogue.octetsDue();
        more = due > 0 ? hearOctets(input, due) : hearLine(input);
      }
    } catch (SocketTimeoutException e) {
      say(dialogue.tooSlow());
    }
    flush();
  }

  /** False at the end of what the client says. */
  private boolean hearLine(LineInput input) throws IOException {
    Line line = input.read();
    // What came without an ending was cut off, and half a command may be another command.
    if (line == null || line.ending() == Line.Ending.NONE) {
      return false;
    }
    answer(() -> dialogue.received(line));
    return true;
  }

  private boolean hearOctets(LineInput input, long due) throws IOException {
    byte[] octets = new byte[(int) Math.min(due, LARGEST_PIECE)];
    int length = input.read(octets, octets.length);
    if (length < 0) {
      return false;
    }
    answer(() -> dialogue.received(octets, length));
    return true;
  }

  /** From here on lines come from here and answers go there. */
  private LineInput open(InputStream from, OutputStream to) {
    floor.lock();
    try {
      out =
          new BufferedOutputStream(new GuardedOutput(to, this::dropAfter, patience), MOST_WAITING);
    } finally {
      floor.unlock();
    }
    return new LineInput(new FlushingInput(from, this::flush));
  }

  private void answer(Supplier<Optional<Utterance>> question) throws IOException {
    Optional<Utterance> answer;
    floor.lock();
    try {
      // Whoever was told that the server is closing is not heard any more.
      answer = over ? Optional.empty() : question.get();
    } finally {
      floor.unlock();
    }
    if (answer.isPresent()) {
      say(answer.get());
    }
  }

  private void say(Utterance words) throws IOException {
    if (!words.delay().isZero()) {
      flush();
      if (endsWithin(words.delay())) {
        return;
      }
    }
    floor.lock();
    try {
      if (over) {
        return;
      }
      words.writeTo(out);
      if (words.then() != Utterance.Then.GO_ON) {
        out.flush();
      }
      over = words.then() == Utterance.Then.CLOSE || dialogue.over();
    } finally {
      floor.unlock();
    }
    if (words.then() == Utterance.Then.DROP) {
      reset();
    }
  }

  private boolean isOver() {
    floor.lock();
    try {
      return over;
    } finally {
      floor.unlock();
    }
  }

  /**
   * Waits, but no longer than a client would be waited for; whether the server closed meanwhile.
   */
  private boolean endsWithin(Duration time) {
    try {
      long most = Math.min(time.toMillis(), patience.toMillis());
      return ended.await(most, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void flush() throws IOException {
    floor.lock();
    try {
      out.flush();
    } finally {
      floor.unlock();
    }
  }

  /** Before the client can see the end: what it sent of a mail is thrown away. */
  private void abandon() {
    floor.lock();
    try {
      over = true;
      dialogue.abandon();
    } finally {
      floor.unlock();
    }
  }

  /** Breaks the connection: the client sees "connection reset". */
  private void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
    throw new IOException("dropped, as the dialogue wants it");
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

  private Future<?> dropAfter(Duration time) throws IOException {
    try {
      return watch.schedule(this::drop, time.toMillis(), TimeUnit.MILLISECONDS);
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
