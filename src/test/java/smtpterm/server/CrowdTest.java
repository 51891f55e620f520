package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many at once, and one who never comes to the end of a line. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CrowdTest {
  private static final int CROWD = 100;
  private static final int PIECES = 1_024;

  @Test
  void aHundredAreServedAtOnceAndOneMoreIsToldThatTheHouseIsFull() throws IOException {
    List<Talk> talks = new ArrayList<>();
    PracticeServer server = PracticeServer.start(Settings.standard().withPort(0), delivery -> {});
    try {
      for (int i = 0; i < CROWD; i++) {
        talks.add(Talk.greeted(server));
      }
      try (Talk tooMany = new Talk(server)) {
        assertThat(tooMany.rest()).hasSize(1).first().asString().startsWith("421 ");
      }
      for (Talk talk : talks) {
        assertThat(talk.mail("bob@kolleg.de", "Subject: x\r\n\r\nhi")).startsWith("250 ");
      }
      assertThat(server.clients()).isEqualTo(CROWD);
      assertThat(server.mailboxes().list("bob").orElseThrow()).hasSize(CROWD);
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
  void aLineOfAGibibyteTakesNoRoomAndIsRefused() throws IOException {
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) 'x');
    try (PracticeServer server =
            PracticeServer.start(Settings.standard().withPort(0), delivery -> {});
        Talk talk = Talk.greeted(server)) {
      OutputStream out = talk.socket().getOutputStream();
      out.write("NOOP ".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < PIECES; i++) {
        out.write(piece);
      }
      assertThat(talk.say("")).startsWith("500 ");
      assertThat(talk.say("NOOP")).startsWith("250 ");
    }
  }
}
