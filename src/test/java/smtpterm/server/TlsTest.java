package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS from the start and in between, seen by a client that trusts the server's own authority. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TlsTest {
  @TempDir static Path folder;

  private static final List<CertificateAuthority> CERTIFIED = new CopyOnWriteArrayList<>();
  private static PracticeServer server;

  @BeforeAll
  static void start() throws IOException {
    server = PracticeServer.start(settings(), new Watching());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Settings settings() {
    return Settings.standard().withPort(0).withFolders(Folders.none().withCertificates(folder));
  }

  /** Notes which authority was made. */
  private static final class Watching implements Onlooker {
    @Override
    public void delivered(Delivery delivery) {
      // Nobody sends a mail here.
    }

    @Override
    public void certified(CertificateAuthority authority) {
      CERTIFIED.add(authority);
    }
  }

  private static SSLContext trustingTheServer() throws Exception {
    return TlsClient.trusting(server);
  }

  private static Talk startTls(PracticeServer at, SSLContext context) throws IOException {
    Talk talk = new Talk(at);
    talk.reply();
    talk.send("EHLO laptop\r\n");
    assertThat(talk.reply()).contains("250-STARTTLS");
    assertThat(talk.say("STARTTLS")).isEqualTo("220 2.0.0 Ready to start TLS");
    talk.through(TlsClient.secured(talk.socket(), "localhost", context));
    return talk;
  }

  @Test
  void whatWasSaidInTheClearIsForgottenAfterStartTls() throws Exception {
    try (Talk talk = startTls(server, trustingTheServer())) {
      assertThat(talk.say("MAIL FROM:<anna@kolleg.de>")).startsWith("503 5.5.1 ");
      talk.send("EHLO laptop\r\n");
      assertThat(talk.reply()).doesNotContain("250-STARTTLS").contains("250-8BITMIME");
      assertThat(talk.say("STARTTLS")).startsWith("503 5.5.1 ");
      assertThat(talk.mail("bob@kolleg.de", "x")).startsWith("250 ");
      assertThat(talk.say("QUIT")).startsWith("221 ");
      assertThat(talk.rest()).isEmpty();
    }
  }

  @Test
  void whatCameBehindStartTlsInTheClearIsNotObeyed() throws Exception {
    SSLContext context = trustingTheServer();
    try (Talk talk = Talk.greeted(server)) {
      talk.send("STARTTLS\r\nNOOP\r\nVRFY bob\r\n");
      assertThat(talk.reply()).containsExactly("220 2.0.0 Ready to start TLS");
      talk.through(TlsClient.secured(talk.socket(), "localhost", context));
      assertThat(talk.say("HELP")).startsWith("214 ");
    }
  }

  @Test
  void theCertificateIsGoodForEachNameAndAddressAndForNoOther() throws Exception {
    SSLContext context = trustingTheServer();
    for (String name :
        List.of("localhost", "127.0.0.1", "::1", "mail.kolleg.de", "mail.example.com")) {
      try (Talk talk = new Talk(server, Service.SMTPS)) {
        talk.through(TlsClient.secured(talk.socket(), name, context));
        assertThat(talk.reply().get(0)).as(name).startsWith("220 mail.kolleg.de ");
      }
    }
    try (Talk talk = new Talk(server, Service.SMTPS)) {
      assertThatThrownBy(() -> TlsClient.secured(talk.socket(), "mail.school.example", context))
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("mail.school.example");
    }
  }

  @Test
  void pop3sIsEncryptedFromTheFirstOctet() throws Exception {
    try (Talk talk = new Talk(server, Service.POP3S)) {
      talk.through(TlsClient.secured(talk.socket(), "localhost", trustingTheServer()));
      talk.send("CAPA\r\nSTLS\r\nQUIT\r\n");
      assertThat(talk.octets())
          .startsWith("+OK smtpterm practice server for POP3")
          .doesNotContain("\r\nSTLS\r\n")
          .contains("\r\n-ERR ")
          .endsWith("\r\n");
    }
  }

  @Test
  void whoDoesNotTrustTheAuthorityGetsNoFurtherAndHarmsNobody() throws Exception {
    try (Talk talk = new Talk(server, Service.SMTPS)) {
      assertThatThrownBy(
              () -> TlsClient.secured(talk.socket(), "localhost", SSLContext.getDefault()))
          .isInstanceOf(SSLException.class);
    }
    try (Talk talk = Talk.greeted(server)) {
      assertThat(talk.say("NOOP")).startsWith("250 ");
    }
  }

  @Test
  void theAuthorityIsToldOnceAndItsFileIsWhatSignedTheCertificate() throws Exception {
    CertificateAuthority authority = server.certificateAuthority().orElseThrow();
    server.certificateAuthority();
    assertThat(CERTIFIED).hasSize(1);
    assertThat(CERTIFIED.get(0).fingerprint())
        .isEqualTo(authority.fingerprint())
        .matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    assertThat(Files.readString(authority.file(), StandardCharsets.US_ASCII))
        .startsWith("-----BEGIN CERTIFICATE-----\n")
        .endsWith("-----END CERTIFICATE-----\n")
        .doesNotContain("PRIVATE");
  }

  @Test
  void aClosingServerSaysSoThroughTls() throws Exception {
    PracticeServer other = PracticeServer.start(settings(), d -> {});
    SSLContext context = TlsClient.trusting(other);
    try (Talk talk = startTls(other, context)) {
      // The client is done with the handshake first; the server says nothing until it is, too.
      assertThat(talk.say("NOOP")).startsWith("250 ");
      other.close();
      assertThat(talk.reply()).containsExactly("421 4.3.2 The server is closing, good-bye");
      assertThat(talk.rest()).isEmpty();
    }
  }

  @Test
  void clientsWithoutAHandshakeKeepNobodyWaiting() throws Exception {
    SSLContext context = trustingTheServer();
    List<Talk> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        silent.add(new Talk(server, Service.SMTPS));
      }
      try (Talk talk = startTls(server, context)) {
        assertThat(talk.say("NOOP")).startsWith("250 ");
      }
    } finally {
      for (Talk talk : silent) {
        talk.close();
      }
    }
  }

  @Test
  void plainTextOnThePortForTlsIsHungUpOn() throws Exception {
    try (Talk talk = new Talk(server, Service.SMTPS)) {
      talk.send("EHLO laptop\r\n");
      // RFC 8446 section 6: an alert has the type 21, and seven octets.
      assertThat(talk.octets()).startsWith("\u0015").hasSize(7);
    }
  }

  @Test
  void manyClientsAtOnceShareOneCertificate() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(20);
    try (PracticeServer other = PracticeServer.start(settings(), d -> {})) {
      SSLContext context = trustingTheServer();
      List<Future<String>> clients = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        clients.add(
            pool.submit(
                () -> {
                  try (Talk talk = startTls(other, context)) {
                    talk.say("EHLO laptop");
                    return talk.mail("bob@kolleg.de", "x");
                  }
                }));
      }
      for (Future<String> client : clients) {
        assertThat(client.get()).startsWith("250 ");
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void withoutTheFolderForItThereIsNoTls() throws Exception {
    Path file = Files.createFile(folder.resolve("in-the-way"));
    Settings broken =
        Settings.standard().withPort(0).withFolders(Folders.none().withCertificates(file));
    List<NoCertificate> problems = new CopyOnWriteArrayList<>();
    Onlooker onlooker =
        new Onlooker() {
          @Override
          public void delivered(Delivery delivery) {
            // Nobody sends a mail here.
          }

          @Override
          public void withoutTls(NoCertificate why) {
            problems.add(why);
          }
        };
    try (PracticeServer other = PracticeServer.start(broken, onlooker);
        Talk talk = Talk.greeted(other)) {
      assertThat(talk.say("STARTTLS")).startsWith("454 4.7.0 No TLS at the moment");
      assertThat(talk.say("NOOP")).startsWith("250 ");
    }
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).reason()).isEqualTo(NoCertificate.Reason.FOLDER);
    try (PracticeServer plain = PracticeServer.start(Settings.standard().withPort(0), d -> {});
        Talk talk = Talk.greeted(plain)) {
      assertThat(talk.say("STARTTLS")).startsWith("502 5.5.1 ");
      assertThat(plain.certificateAuthority()).isEmpty();
    }
  }
}
