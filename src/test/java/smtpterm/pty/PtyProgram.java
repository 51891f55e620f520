package smtpterm.pty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A running program in a terminal: {@code type("EHLO me")}, {@code key(Key.ENTER)}, {@code
 * awaitScreen("250")}.
 *
 * <p>As under a login shell, the leader of the session is a small shell that outlives the program,
 * because the kernel resets a terminal's modes when its leader ends: whether the program restored
 * them could not be seen. The shell tells the process id and the exit code in band, as an OSC, so
 * that all output of the program is known to be here when the exit code is. All waiting is for
 * events with a deadline, and {@link AssertionError} shows the screen when it passes.
 */
public final class PtyProgram implements AutoCloseable {

  /** How long an event may take. Only a failing test waits that long. */
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
  private final BlockingQueue<byte[]> typed = new LinkedBlockingQueue<>();
  private final CompletableFuture<Long> pid = new CompletableFuture<>();
  private final String nonce = "pty." + UUID.randomUUID();
  private final String background;
  private final Pty pty;
  private final Emulator emulator;
  private final Process leader;
  private final CompletableFuture<Void> leaderGone;
  private final Thread reader = new Thread(this::read, "pty reader");
  private final Thread writer = new Thread(this::write, "pty writer");
  private final Optional<ProcessHandle> process;
  private long heardLast;
  private OptionalInt exitCode = OptionalInt.empty();
  private boolean closing;
  private boolean ended;

  PtyProgram(PtyCommand command) throws IOException {
    background = command.background();
    pty = new Pty(command.columns(), command.rows());
    emulator = new Emulator(command.columns(), command.rows(), typed::add, this::told);
    leader = command.launch(pty.name(), nonce).start();
    leaderGone = leader.onExit().thenRun(pty::closeSlave);
    for (Thread thread : List.of(reader, writer)) {
      thread.setDaemon(true);
      thread.start();
    }
    process = ProcessHandle.of(within(pid));
  }

  /** Types characters, without Enter. Never blocks, even when the program does not read. */
  public void type(String text) {
    typed.add(text.getBytes(StandardCharsets.UTF_8));
  }

  public void key(Key key) {
    type(key.octets(locked(emulator::applicationKeys)));
  }

  /** Types a line and presses Enter. */
  public void enter(String line) {
    type(line + Key.ENTER.octets(false));
  }

  /**
   * Pastes as a terminal does: in brackets if the program asked for them, each line ending as CR.
   */
  public void paste(String text) {
    String pasted = text.replace("\r\n", "\r").replace('\n', '\r');
    type(locked(emulator::bracketedPaste) ? "\u001b[200~" + pasted + "\u001b[201~" : pasted);
  }

  /** Gives the terminal a new size; the program gets SIGWINCH. */
  public void resize(int columns, int rows) throws IOException {
    lock.lock();
    try {
      emulator.resize(columns, rows);
    } finally {
      lock.unlock();
    }
    pty.resize(columns, rows);
  }

  /** The present screen. */
  public Screen screen() {
    return locked(emulator::screen);
  }

  /** Waits until a row of the screen shows the text. */
  public Screen awaitScreen(String text) {
    return awaitScreen("a row with \"" + text + "\"", screen -> screen.contains(text));
  }

  /**
   * Waits until the screen is as wanted.
   *
   * @param wanted names it in the message of a failed test
   */
  public Screen awaitScreen(String wanted, Predicate<Screen> matches) {
    await(wanted, () -> matches.test(emulator.screen()));
    return screen();
  }

  /**
   * How long the program takes to show a key: from writing it to the last octet that comes before a
   * time of silence.
   *
   * @param keys nothing typed before may be waiting still
   * @param wanted what stands left of the cursor, in its row, once the key is shown
   * @param silence so long nothing more has come when this returns
   * @return nanoseconds
   */
  public long echoNanos(String keys, Predicate<String> wanted, Duration silence)
      throws IOException {
    byte[] octets = keys.getBytes(StandardCharsets.UTF_8);
    long start = System.nanoTime();
    pty.write(octets);
    await("the echo of a key", () -> wanted.test(emulator.beforeCursor()));
    return locked(() -> awaitSilence(silence)) - start;
  }

  /** When the last octets came before nothing came for so long; under the lock. */
  private long awaitSilence(Duration silence) {
    try {
      long rest = silence.toNanos();
      while (rest > 0) {
        news.awaitNanos(rest);
        rest = heardLast + silence.toNanos() - System.nanoTime();
      }
      return heardLast;
    } catch (InterruptedException interrupted) {
      throw new AssertionError("Interrupted while waiting for silence", interrupted);
    }
  }

  /** Everything the program has written until now, octet for octet. */
  public byte[] rawOutput() {
    byte[] all = locked(raw::toByteArray);
    String text = new String(all, StandardCharsets.ISO_8859_1);
    return text.replaceAll("\u001b]" + nonce + "[^\u0007]*\u0007", "")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The control sequences that the emulator did not know; empty is good. */
  public List<String> unknownSequences() {
    return locked(emulator::unknown);
  }

  /**
   * Waits for the program to end; its exit code, or 128 + n after signal n. All its output is here
   * then.
   */
  public int exitCode() {
    await("an end of the program", () -> exitCode.isPresent());
    return exitCode.getAsInt();
  }

  /** Waits until the process is gone, where no exit code comes because the terminal hung up. */
  public void awaitEnd() {
    process.ifPresent(running -> within(running.onExit()));
  }

  /** Sends a signal to the program, such as {@code "TERM"}, {@code "HUP"}, {@code "STOP"}. */
  public void signal(String name) throws IOException {
    long id = process.orElseThrow().pid();
    run("sh", "-c", "kill -s " + name + " " + id);
  }

  /**
   * The terminal's modes as {@code stty -a} names them, but not its size; works after the program's
   * end, too.
   */
  public String modes() throws IOException {
    return run("stty", "-a", "-F", pty.name())
        .replaceAll("\\s+", " ")
        .replaceAll("rows \\d+; columns \\d+; ", "");
  }

  /**
   * Closes the terminal window: the program gets SIGHUP, and whatever it writes or reads then
   * fails.
   */
  public void hangUp() {
    locked(() -> closing = true);
    pty.wakeReader();
    await("a closed terminal", () -> ended);
  }

  /** Ends the program, if it still runs, and gives the terminal back. */
  @Override
  public void close() {
    List<ProcessHandle> family = new ArrayList<>(leader.descendants().toList());
    process.ifPresent(family::add);
    family.forEach(ProcessHandle::destroyForcibly);
    leader.destroyForcibly();
    within(leaderGone);
    hangUp();
    writer.interrupt();
  }

  private void read() {
    byte[] buffer = new byte[8192];
    try {
      for (int length = pty.read(buffer); length >= 0; length = pty.read(buffer)) {
        if (!heard(buffer, length)) {
          break;
        }
      }
    } catch (IOException hungUp) {
      // Linux says EIO when the last process has closed the terminal.
    }
    pty.closeMaster();
    lock.lock();
    try {
      ended = true;
      pid.completeExceptionally(new IOException(raw.toString(StandardCharsets.UTF_8)));
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean heard(byte[] buffer, int length) {
    long now = System.nanoTime();
    lock.lock();
    try {
      if (!closing) {
        heardLast = now;
        raw.write(buffer, 0, length);
        emulator.feed(buffer, length);
        news.signalAll();
      }
      return !closing;
    } finally {
      lock.unlock();
    }
  }

  private void write() {
    try {
      while (true) {
        pty.write(typed.take());
      }
    } catch (IOException | InterruptedException closed) {
      typed.clear();
    }
  }

  /** An OSC came, under the lock; only the shell around the program knows the nonce. */
  private void told(String command) {
    int number = command.lastIndexOf(';') + 1;
    if (command.startsWith(nonce + ".pid;")) {
      pid.complete(Long.parseLong(command.substring(number)));
    } else if (command.startsWith(nonce + ".exit;")) {
      exitCode = OptionalInt.of(Integer.parseInt(command.substring(number)));
    } else if (command.equals("11;?") && !background.isEmpty()) {
      String answer = "\u001b]11;" + background + "\u0007";
      typed.add(answer.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void await(String wanted, BooleanSupplier condition) {
    long rest = DEADLINE.toNanos();
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (rest <= 0 || ended || (exitCode.isPresent() && !closing)) {
          String end = exitCode.isPresent() ? ", program ended with " + exitCode.getAsInt() : "";
          throw new AssertionError(
              "Waited in vain for " + wanted + end + "\n" + emulator.screen().picture());
        }
        rest = news.awaitNanos(rest);
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError("Interrupted while waiting for " + wanted, interrupted);
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  private static <T> T within(CompletableFuture<T> event) {
    try {
      return event.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("Waited in vain", e);
    }
  }

  private static String run(String... command) throws IOException {
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (within(tool.onExit()).exitValue() != 0) {
      throw new AssertionError(Arrays.toString(command) + ": " + output);
    }
    return output;
  }
}
