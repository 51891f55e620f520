package smtpterm.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import smtpterm.sasl.Account;

/** A practice server in a process of its own, with so much memory and no more. */
final class ServerProcess implements AutoCloseable {
  /** The accounts {@code pupil01/pupil01} to {@code pupil30/pupil30}. */
  static final int PUPILS = 30;

  private final Process process;
  private final int smtp;
  private final int pop3;

  private ServerProcess(Process process, String ready) {
    String[] words = ready.split(" ", -1);
    this.process = process;
    this.smtp = Integer.parseInt(words[1]);
    this.pop3 = Integer.parseInt(words[2]);
  }

  /**
   * Starts one.
   *
   * @param memory such as {@code -Xmx64m}
   * @param data where mails outlive it
   */
  static ServerProcess start(String memory, Optional<Path> data) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(memory);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ServerProcess.class.getName());
    data.ifPresent(path -> command.add(path.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String ready =
        new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
    if (ready == null) {
      throw new IOException("the server did not start");
    }
    return new ServerProcess(process, ready);
  }

  static String pupil(int number) {
    return String.format(java.util.Locale.ROOT, "pupil%02d", number);
  }

  int smtp() {
    return smtp;
  }

  int pop3() {
    return pop3;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  @Override
  public void close() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the server does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The process: says {@code ready}, its ports for SMTP and POP3, and waits for its end. */
  public static void main(String... arguments) throws Exception {
    List<Account> pupils =
        IntStream.rangeClosed(1, PUPILS)
            .mapToObj(ServerProcess::pupil)
            .map(name -> new Account(name, name))
            .toList();
    Settings settings =
        Settings.standard().withPort(0).withAccounts(new Accounts(pupils, List.of("kolleg.de")));
    if (arguments.length > 0) {
      settings = settings.withFolders(Folders.none().withData(Path.of(arguments[0])));
    }
    try (PracticeServer server = PracticeServer.start(settings, d -> {})) {
      System.out.println("ready " + server.port() + " " + server.port(Service.POP3));
      Thread.currentThread().join();
    }
  }
}
