package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole class at once, a process with little memory, and one that is killed. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClassIT {
  private static final int PUPILS = ServerProcess.PUPILS;
  private static final int MAILS = 100;

  /** Thirty of these have three times the octets that may lie in memory. */
  private static final String LARGE = ("." + "x".repeat(76) + "\r\n").repeat(20_000);

  private static final String STUFFED = "." + LARGE.replace("\n.", "\n..");

  private final ExecutorService pool = Executors.newFixedThreadPool(PUPILS);

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void thirtyClientsSendAHundredMailsEachAndFetchThemAllFrom64MiB() throws Exception {
    try (ServerProcess server = ServerProcess.start("-Xmx64m", Optional.empty())) {
      forEachPupil(number -> send(server, number));
      forEachPupil(number -> fetch(server, number));
      forEachPupil(number -> isEmpty(server, number));
      assertThat(server.alive()).isTrue();
    }
  }

  /** What one pupil does. */
  @FunctionalInterface
  private interface Part {
    void play(int number) throws IOException;
  }

  private void forEachPupil(Part part) throws Exception {
    List<Callable<Void>> parts = new ArrayList<>();
    for (int number = 1; number <= PUPILS; number++) {
      int pupil = number;
      parts.add(
          () -> {
            part.play(pupil);
            return null;
          });
    }
    for (Future<Void> played : pool.invokeAll(parts)) {
      played.get();
    }
  }

  /** Sends to the next pupil: mail 50 is a large one. */
  private static void send(ServerProcess server, int number) throws IOException {
    String to = ServerProcess.pupil(number % PUPILS + 1) + "@kolleg.de";
    try (Talk talk = new Talk(server.smtp())) {
      talk.reply();
      talk.say("EHLO laptop");
      for (int mail = 0; mail < MAILS; mail++) {
        String text = "Subject: " + number + "/" + mail + "\r\n\r\n..\r\n";
        assertThat(talk.mail(to, mail == 50 ? text + STUFFED : text)).startsWith("250 ");
      }
      talk.say("QUIT");
    }
  }

  private static void fetch(ServerProcess server, int number) throws IOException {
    int sender = (number + PUPILS - 2) % PUPILS + 1;
    Set<String> subjects = new HashSet<>();
    try (PopTalk talk = PopTalk.in(server.pop3(), ServerProcess.pupil(number))) {
      assertThat(talk.say("STAT")).startsWith("+OK " + MAILS + " ");
      for (int mail = 1; mail <= MAILS; mail++) {
        String text = talk.fetch(mail);
        subjects.add(text.replaceFirst("(?s).*\r\nSubject: ([0-9/]+)\r\n.*", "$1"));
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        assertThat(body.equals(mail == 51 ? ".\r\n" + LARGE + "\r\n" : ".\r\n\r\n")).isTrue();
        talk.say("DELE " + mail);
      }
      assertThat(talk.say("QUIT")).startsWith("+OK");
    }
    assertThat(subjects).hasSize(MAILS).allMatch(subject -> subject.startsWith(sender + "/"));
  }

  private static void isEmpty(ServerProcess server, int number) throws IOException {
    try (PopTalk talk = PopTalk.in(server.pop3(), ServerProcess.pupil(number))) {
      assertThat(talk.say("STAT")).isEqualTo("+OK 0 0");
    }
  }

  @Test
  void whatWasAcceptedIsThereAfterTheServerWasKilled(@TempDir Path folder) throws Exception {
    Optional<Path> data = Optional.of(folder.resolve("mails"));
    Set<String> accepted = ConcurrentHashMap.newKeySet();
    try (ServerProcess server = ServerProcess.start("-Xmx64m", data)) {
      CountDownLatch some = new CountDownLatch(300);
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        int client = i;
        clients.add(pool.submit(() -> sendUntilTheEnd(server, client, accepted, some)));
      }
      some.await();
      server.kill();
      for (Future<?> client : clients) {
        client.get();
      }
    }
    assertThat(accepted).hasSizeGreaterThanOrEqualTo(300);
    try (ServerProcess server = ServerProcess.start("-Xmx64m", data);
        PopTalk talk = PopTalk.in(server.pop3(), ServerProcess.pupil(1))) {
      Set<String> found = new HashSet<>();
      int count = Integer.parseInt(talk.say("STAT").split(" ", -1)[1]);
      for (int mail = 1; mail <= count; mail++) {
        String text = talk.fetch(mail);
        assertThat(text).endsWith("\r\nend\r\n");
        found.add(text.replaceFirst("(?s).*\r\nSubject: ([0-9/]+)\r\n.*", "$1"));
      }
      assertThat(found).containsAll(accepted);
    }
  }

  private static void sendUntilTheEnd(
      ServerProcess server, int client, Set<String> accepted, CountDownLatch some) {
    String large = "x".repeat(40_000);
    try (Talk talk = new Talk(server.smtp())) {
      talk.reply();
      talk.say("EHLO laptop");
      for (int mail = 0; mail < 100_000; mail++) {
        String name = client + "/" + mail;
        String text = "Subject: " + name + "\r\n\r\n" + (mail % 10 == 0 ? large : "") + "\r\nend";
        if (talk.mail(ServerProcess.pupil(1) + "@kolleg.de", text).startsWith("250 ")) {
          accepted.add(name);
          some.countDown();
        }
      }
    } catch (IOException | IndexOutOfBoundsException e) {
      // The server was killed, which this waited for.
    }
  }
}
