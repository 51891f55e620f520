package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** POP3 before and behind the TLS handshake (RFC 2595 section 4). */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PopTlsTest {
  @TempDir static Path folder;

  private static final String LOGIN = "AUTH PLAIN AGJvYgB0b3BTZWNyZXQ=";

  private static PracticeServer server;
  private static PracticeServer secret;
  private static SSLContext context;

  @BeforeAll
  static void start() throws Exception {
    Settings settings =
        Settings.standard().withPort(0).withFolders(Folders.none().withCertificates(folder));
    Manners tlsRequired = new Manners(false, false, true, Optional.empty());
    server = PracticeServer.start(settings, d -> {});
    secret = PracticeServer.start(settings.withManners(tlsRequired), d -> {});
    context = TlsClient.trusting(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    secret.close();
  }

  private static void shakeHands(PopTalk talk) throws IOException {
    talk.through(TlsClient.secured(talk.socket(), "localhost", context));
  }

  private static PopTalk encrypted(PracticeServer at) throws IOException {
    PopTalk talk = new PopTalk(at);
    assertThat(talk.say("STLS")).isEqualTo("+OK begin the TLS handshake");
    shakeHands(talk);
    return talk;
  }

  @Test
  void stlsIsOfferedWhileItIsPossible() throws IOException {
    try (PopTalk talk = new PopTalk(server)) {
      List<String> before = talk.rest("CAPA");
      assertThat(before)
          .contains("TOP", "UIDL", "USER", "STLS", "RESP-CODES", "AUTH-RESP-CODE", "PIPELINING")
          .anyMatch(line -> line.startsWith("SASL ") && line.contains(" SCRAM-SHA-256"))
          .noneMatch(line -> line.contains("ANONYMOUS"));
      assertThat(talk.say("STLS")).startsWith("+OK");
      shakeHands(talk);
      assertThat(talk.rest("CAPA")).contains("USER").doesNotContain("STLS");
      assertThat(talk.say("STLS")).isEqualTo("-ERR TLS is up already");
      assertThat(talk.say(LOGIN)).startsWith("+OK bob has ");
      assertThat(talk.rest("CAPA")).contains("UIDL").doesNotContain("STLS");
    }
    try (PopTalk talk = PopTalk.in(server, "bob", "topSecret")) {
      assertThat(talk.rest("CAPA")).doesNotContain("STLS");
      assertThat(talk.say("STLS")).startsWith("-ERR STLS: you are logged in");
    }
  }

  @Test
  void aServerWithoutTlsDoesNotOfferItAndSaysSo() throws IOException {
    try (PracticeServer plain = PracticeServer.start(Settings.standard().withPort(0), d -> {});
        PopTalk talk = new PopTalk(plain)) {
      assertThat(talk.rest("CAPA")).doesNotContain("STLS");
      assertThat(talk.say("STLS")).isEqualTo("-ERR this server has no TLS");
      assertThat(talk.say(LOGIN)).startsWith("+OK bob has ");
    }
  }

  @Test
  void whatCameBehindStlsInTheClearIsNotObeyed() throws IOException {
    try (PopTalk talk = new PopTalk(server)) {
      talk.send("STLS\r\nUSER bob\r\nPASS topSecret\r\n");
      assertThat(talk.line()).startsWith("+OK");
      shakeHands(talk);
      // Whoever put it there would have chosen the mailbox.
      assertThat(talk.say("STAT")).isEqualTo("-ERR STAT: log in first");
    }
  }

  @Test
  void whatWasSaidInTheClearIsForgotten() throws IOException {
    try (PopTalk talk = new PopTalk(server)) {
      assertThat(talk.say("USER bob")).startsWith("+OK");
      assertThat(talk.say("STLS")).startsWith("+OK");
      shakeHands(talk);
      assertThat(talk.say("PASS topSecret")).isEqualTo("-ERR PASS: say USER first");
    }
  }

  /** RFC 6856 section 2.1. */
  @Test
  void utf8ComesBehindStls() throws IOException {
    try (PopTalk talk = new PopTalk(server)) {
      assertThat(talk.say("UTF8")).startsWith("+OK");
      assertThat(talk.say("STLS")).isEqualTo("-ERR STLS has to come before UTF8");
    }
    try (PopTalk talk = encrypted(server)) {
      assertThat(talk.say("UTF8")).startsWith("+OK");
    }
  }

  @Test
  void whereTlsIsRequiredNobodyLogsInWithoutIt() throws IOException {
    try (PopTalk talk = new PopTalk(secret)) {
      assertThat(talk.rest("CAPA"))
          .contains("STLS")
          .noneMatch(line -> line.startsWith("USER") || line.startsWith("SASL"));
      for (String command :
          List.of("USER bob", "PASS topSecret", "APOP bob 00", LOGIN, "AUTH CRAM-MD5")) {
        assertThat(talk.say(command)).as(command).contains(": only over TLS, say STLS first");
      }
    }
    try (PopTalk talk = encrypted(secret)) {
      assertThat(talk.rest("CAPA")).contains("USER").anyMatch(line -> line.startsWith("SASL "));
      assertThat(talk.say(LOGIN)).startsWith("+OK bob has ");
      assertThat(talk.say("QUIT")).startsWith("+OK");
      assertThat(talk.ended()).isTrue();
    }
  }

  @Test
  void aMailIsTheSameThroughTls() throws IOException {
    String text = "Subject: large\r\n\r\n" + ("." + "x".repeat(70) + "\r\n").repeat(2_000);
    try (Talk talk = Talk.greeted(server)) {
      assertThat(talk.mail("carol@kolleg.de", text.replace("\n.", "\n.."))).startsWith("250 ");
    }
    try (PopTalk talk = encrypted(server)) {
      talk.say("USER carol");
      assertThat(talk.say("PASS garten")).startsWith("+OK carol has 1 message ");
      assertThat(talk.fetch(1)).endsWith("\r\n" + text + "\r\n");
    }
  }
}
