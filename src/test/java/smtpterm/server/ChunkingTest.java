package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** BDAT: octets instead of lines (RFC 3030). */
final class ChunkingTest {
  private PracticeServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        PracticeServer.start(
            Settings.standard().withPort(0).withLimits(Limits.standard().withLargestMail(100_000)),
            d -> {});
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void addressed(Talk talk) throws IOException {
    talk.say("MAIL FROM:<anna@kolleg.de>");
    talk.say("RCPT TO:<bob@kolleg.de>");
  }

  private String bobs() {
    StoredMail mail = server.mailboxes().mail("bob", 1).orElseThrow();
    return new String(mail.octets(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void everyOctetIsKeptAndNoDotIsSpecial() throws IOException {
    StringBuilder all =
        new StringBuilder("Subject: x\r\n\r\n.\r\n..zwei\r\n\n.\n\r\n.\r\nQUIT\r\n");
    for (char c = 0; c < 256; c++) {
      all.append(c);
    }
    String text = all.toString();
    try (Talk talk = Talk.greeted(server)) {
      addressed(talk);
      for (int i = 0; i < text.length(); i++) {
        talk.send("BDAT 1\r\n" + text.charAt(i));
      }
      talk.send("BDAT 0 LAST\r\n");
      for (int i = 0; i < text.length(); i++) {
        assertThat(talk.reply()).containsExactly("250 2.0.0 1 octets received");
      }
      assertThat(talk.reply()).containsExactly("250 2.0.0 Ok: queued as P0001");
    }
    assertThat(bobs()).endsWith(text);
  }

  @Test
  void aChunkMayComeInPiecesAndAllCommandsInOne() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      String mail = "MAIL FROM:<anna@kolleg.de>\r\nRCPT TO:<bob@kolleg.de>\r\nBDAT 5 LAST\r\nabcde";
      String packet = mail + "NOOP\r\n" + mail + "QUIT\r\n";
      talk.send(packet.substring(0, 73));
      talk.send(packet.substring(73, 75));
      talk.send(packet.substring(75));
      assertThat(talk.rest())
          .extracting(reply -> reply.substring(0, 3))
          .containsExactly("250", "250", "250", "250", "250", "250", "250", "221");
    }
    assertThat(bobs()).endsWith("abcde");
  }

  /** RFC 3030 section 2 and RFC 1870 section 6.3. */
  @Test
  void whatIsTooBigIsSwallowedAndRefused() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      addressed(talk);
      String commands = "RSET\r\n".repeat(20_000);
      talk.send("BDAT 120000\r\n" + commands);
      assertThat(talk.reply()).first().asString().startsWith("552 5.3.4 ");
      talk.send("BDAT 6 LAST\r\nQUIT\r\n");
      assertThat(talk.reply()).first().asString().startsWith("503 5.5.1 ");
      assertThat(talk.say("RSET")).startsWith("250 ");
      addressed(talk);
      talk.send("BDAT 60000\r\n" + commands.substring(0, 60_000));
      assertThat(talk.reply()).first().asString().startsWith("250 2.0.0 60000 octets");
      talk.send("BDAT 60000 LAST\r\n" + commands.substring(0, 60_000));
      assertThat(talk.reply()).first().asString().startsWith("552 5.3.4 ");
      assertThat(talk.say("MAIL FROM:<anna@kolleg.de>")).startsWith("250 2.1.0 ");
    }
    assertThat(server.mailboxes().list("bob").orElseThrow()).isEmpty();
    assertThat(server.used()).isZero();
  }

  /** RFC 1870 section 6.3, for DATA. */
  @Test
  void aTextBeyondTheSizeIsRefusedBehindTheDotAndNotReadAsCommands() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      assertThat(talk.say("MAIL FROM:<anna@kolleg.de> SIZE=100001")).startsWith("552 5.3.4 ");
      assertThat(talk.mail("bob@kolleg.de", "RSET\r\n".repeat(20_000) + "QUIT"))
          .startsWith("552 5.3.4 ");
      assertThat(talk.say("NOOP")).startsWith("250 ");
    }
    assertThat(server.used()).isZero();
  }

  @Test
  void aChunkThatWasCutOffIsThrownAway() throws IOException {
    try (Talk talk = Talk.greeted(server)) {
      addressed(talk);
      talk.send("BDAT 99999999999999999999 LAST\r\nabc");
      talk.halfClose();
      assertThat(talk.rest()).isEmpty();
    }
    assertThat(server.mailboxes().list("bob").orElseThrow()).isEmpty();
    assertThat(server.used()).isZero();
  }
}
