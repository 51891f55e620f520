package smtpterm.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import smtpterm.wire.Line;
import smtpterm.wire.LineInput;

/**
 * One client from its greeting to its end: moves lines between a socket and a {@link Dialogue},
 * whichever protocol that speaks.
 */
final class Visit implements Runnable {
  /** Octets that are no lines are taken in pieces of at most this size. */
  private static final int LARGEST_PIECE = 8_192;

  private final ClientSocket socket;
  private final Dialogue dialogue;
  private final Channel channel;
  private final Optional<Encryption> encryption;
  private final Duration patience;

  /** Held by whoever asks the dialogue or writes: the visit, or the server that is closing. */
  private final ReentrantLock floor = new ReentrantLock();

  private final CountDownLatch ended = new CountDownLatch(1);
  private LineInput input;
  private Optional<String> trouble = Optional.empty();
  private boolean over;

  /**
   * @param channel how the client is connected at first
   * @param encryption for a channel that may change to TLS, or starts with it
   * @param patience the longest time that an answer may be held back
   */
  Visit(
      ClientSocket socket,
      Dialogue dialogue,
      Channel channel,
      Optional<Encryption> encryption,
      Duration patience) {
    this.socket = socket;
    this.dialogue = dialogue;
    this.channel = channel;
    this.encryption = encryption;
    this.patience = patience;
  }

  @Override
  public void run() {
    try (socket) {
      try {
        converse();
      } finally {
        abandon();
      }
      socket.linger();
    } catch (SSLException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // The client is gone, as clients are.
    }
  }

  /** What went wrong with TLS, if anything did, once the visit is over. */
  Optional<String> trouble() {
    return trouble;
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
    socket.close();
  }

  private void farewell(Duration within) {
    if (over) {
      return;
    }
    over = true;
    try {
      Future<?> end = socket.dropAfter(within);
      dialogue.closing().writeTo(socket.out());
      socket.out().flush();
      socket.endOutput();
      end.cancel(false);
    } catch (IOException e) {
      // The client went first.
    }
  }

  private void converse() throws IOException {
    try {
      if (channel.encrypted()) {
        encrypt();
      } else {
        input = socket.open(this::flush);
      }
      say(dialogue.greeting());
      sayUnasked();
      boolean more = true;
      while (more && !isOver()) {
        socket.expectLine();
        long due = dialogue.octetsDue();
        more = due > 0 ? hearOctets(due) : hearLine();
      }
    } catch (SocketTimeoutException e) {
      say(dialogue.tooSlow());
    }
    flush();
  }

  /** False at the end of what the client says. */
  private boolean hearLine() throws IOException {
    Line line = input.read();
    // What came without an ending was cut off, and half a command may be another command.
    if (line == null || line.ending() == Line.Ending.NONE) {
      return false;
    }
    answer(() -> dialogue.received(line));
    return true;
  }

  private boolean hearOctets(long due) throws IOException {
    byte[] octets = new byte[(int) Math.min(due, LARGEST_PIECE)];
    int length = input.read(octets, octets.length);
    if (length < 0) {
      return false;
    }
    answer(() -> dialogue.received(octets, length));
    return true;
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
      sayUnasked();
    }
  }

  private void sayUnasked() throws IOException {
    for (Optional<Utterance> more = unasked(); more.isPresent(); more = unasked()) {
      say(more.get());
    }
  }

  private Optional<Utterance> unasked() {
    floor.lock();
    try {
      return over ? Optional.empty() : dialogue.unasked();
    } finally {
      floor.unlock();
    }
  }

  private void say(Utterance asked) throws IOException {
    Utterance words = asked.then() == Utterance.Then.TLS ? withCertificate(asked) : asked;
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
      words.writeTo(socket.out());
      if (words.then() != Utterance.Then.GO_ON) {
        socket.out().flush();
      }
      over = words.then() == Utterance.Then.CLOSE || dialogue.over();
    } finally {
      floor.unlock();
    }
    switch (words.then()) {
      case TLS -> encrypt();
      case DROP -> {
        socket.reset();
        throw new IOException("dropped, as the dialogue wants it");
      }
      case GO_ON, CLOSE -> {}
    }
  }

  /** The go-ahead for TLS, if there can be TLS; to promise it first would be too late. */
  private Utterance withCertificate(Utterance goAhead) {
    try {
      if (encryption.isPresent()) {
        encryption.get().prepare();
        return goAhead;
      }
    } catch (NoCertificate e) {
      // Told to the client, who cannot do anything about it.
    }
    return Courtesy.NO_TLS.to(channel.role());
  }

  /** Shakes hands; the dialogue then starts anew, or for the first time. */
  private void encrypt() throws IOException {
    Encryption own = encryption.orElseThrow(() -> new IOException("no TLS here"));
    // The handshake itself is under no lock, so that a closing server can break it off.
    LineInput through = socket.encrypt(own, this::flush);
    floor.lock();
    try {
      input = through;
      if (!channel.encrypted()) {
        dialogue.secured();
      }
    } finally {
      floor.unlock();
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
      socket.out().flush();
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
}
