package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients of a script, hostile ones, and those who change to TLS. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ScriptedCrowdTest {
  private static final int CROWD = 100;
  private static final int MEBIBYTES = 64;
  private static final String[] MAIL = {
    "C: EHLO a",
    "S: 250 hi",
    "C: DATA",
    "S: 354 go",
    "C: x",
    "C: .",
    "S: 250 sent",
    "C: BDAT 3 LAST",
    "C: x",
    "S: 250 done"
  };

  @TempDir Path folder;

  @Test
  void aHundredAreServedEachInAPlaceOfItsOwnAndOneMoreIsTurnedAway() throws IOException {
    List<Talk> talks = new ArrayList<>();
    PracticeServer server = Parts.play(MAIL);
    try {
      for (int i = 0; i < CROWD; i++) {
        talks.add(new Talk(server));
        talks.get(i).reply();
      }
      try (Talk tooMany = new Talk(server)) {
        assertThat(tooMany.rest()).hasSize(1).first().asString().startsWith("421 ");
      }
      for (Talk talk : talks) {
        assertThat(talk.say("EHLO b")).isEqualTo("250 hi");
      }
      for (Talk talk : talks) {
        assertThat(talk.say("DATA")).isEqualTo("354 go");
      }
      server.close();
      for (Talk talk : talks) {
        assertThat(talk.rest()).hasSize(1).first().asString().startsWith("421 4.3.2 ");
      }
    } finally {
      server.close();
      for (Talk talk : talks) {
        talk.close();
      }
    }
  }

  @Test
  void endlessLinesTextsAndChunksTakeNoRoom() throws IOException {
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) 'x');
    try (PracticeServer server = Parts.play(MAIL);
        Talk talk = new Talk(server)) {
      talk.reply();
      OutputStream out = talk.socket().getOutputStream();
      out.write("EHLO ".getBytes(StandardCharsets.US_ASCII));
      endless(out, piece);
      assertThat(talk.say(""))
          .isEqualTo("500 5.5.2 Line too long, a command has at most 512 octets");
      assertThat(talk.say("EHLO b")).isEqualTo("250 hi");
      assertThat(talk.say("DATA")).isEqualTo("354 go");
      endless(out, piece);
      piece[piece.length - 2] = '\r';
      piece[piece.length - 1] = '\n';
      endless(out, piece);
      assertThat(talk.say(".")).isEqualTo("250 sent");
      talk.send("BDAT " + MEBIBYTES * piece.length + " LAST\r\n");
      endless(out, piece);
      assertThat(talk.reply()).containsExactly("250 done");
      // Two small mails for scripts of POP3 are there, and nothing else.
      assertThat(server.used()).isLessThan(4_096);
    }
  }

  private static void endless(OutputStream out, byte[] piece) throws IOException {
    for (int i = 0; i < MEBIBYTES; i++) {
      out.write(piece);
    }
  }

  @Test
  void whoIsSilentOrSaysTooMuchIsSeenOff() throws IOException {
    Settings settings = Settings.standard().withPort(0);
    ServerPart part = Parts.part(MAIL);
    try (PracticeServer server =
            PracticeServer.playing(
                part, settings.withTimeout(Duration.ofMillis(200)), delivery -> {});
        Talk talk = new Talk(server)) {
      assertThat(talk.rest()).hasSize(2).last().asString().startsWith("421 4.4.2 ");
    }
    Limits few = settings.limits().withAddress(9, 3);
    try (PracticeServer server =
            PracticeServer.playing(part, settings.withLimits(few), delivery -> {});
        Talk talk = new Talk(server)) {
      talk.send("NOOP\r\n".repeat(9));
      assertThat(talk.rest()).last().asString().startsWith("421 4.7.0 ");
    }
  }

  @Test
  void theScriptGoesOnBehindTheHandshake() throws Exception {
    Settings settings =
        Settings.standard().withPort(0).withFolders(Folders.none().withCertificates(folder));
    ServerPart part =
        Parts.part("C: EHLO a", "C: STARTTLS", "S: 220 go", "C: EHLO a", "S: 250 safe", "C: QUIT");
    try (PracticeServer server = PracticeServer.playing(part, settings, delivery -> {})) {
      SSLContext context = TlsClient.trusting(server);
      try (Talk talk = new Talk(server)) {
        talk.reply();
        talk.send("EHLO b\r\n");
        assertThat(talk.reply()).contains("250-STARTTLS");
        talk.send("STARTTLS\r\nQUIT\r\n");
        assertThat(talk.reply()).containsExactly("220 go");
        talk.through(TlsClient.secured(talk.socket(), "localhost", context));
        assertThat(talk.say("STARTTLS")).endsWith("the script goes on with EHLO a");
        assertThat(talk.say("EHLO b")).isEqualTo("250 safe");
        assertThat(talk.say("QUIT")).startsWith("221 ");
      }
    }
  }

  @Test
  void withoutACertificateThereIsNoTlsButTheScriptWaits() throws IOException {
    try (PracticeServer server = Parts.play("C: STARTTLS", "S: 220", "C: NOOP", "S: 250 on");
        Talk talk = new Talk(server)) {
      talk.reply();
      assertThat(talk.say("STARTTLS")).startsWith("454 4.7.0 ");
      assertThat(talk.say("NOOP")).startsWith("250 2.0.0 ");
      assertThat(talk.say("STARTTLS")).startsWith("454 4.7.0 ");
    }
  }
}
