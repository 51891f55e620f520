package smtpterm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.testing.RecordingServer;
import smtpterm.testing.TestCertificate;
import smtpterm.testing.TestCertificate.Words;

/** TLS begun by the client, against real servers with certificates of every kind. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class TlsTest {
  private static final String HOST = "127.0.0.1";
  private static final TestCertificate AUTHORITY = TestCertificate.authority("Test CA");

  private RecordingServer server;
  private Connection connection;

  @AfterEach
  void closeBoth() {
    if (connection != null) {
      connection.close();
    }
    server.close();
  }

  private void connect(RecordingServer.Conversation conversation) throws IOException {
    server = RecordingServer.playing(conversation);
    connection =
        new Connector(Duration.ofSeconds(30), AddressFamily.ANY)
            .open(new Endpoint(HOST, server.port()), new Connector.Unwatched());
  }

  private void connectTo(TestCertificate certificate) throws IOException {
    connect(
        peer -> {
          peer.secure(context(certificate));
          peer.send("220 hi\r\n");
        });
  }

  private static SSLContext context(TestCertificate certificate) throws IOException {
    try {
      return certificate.server();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Trust trusting() {
    return Trust.system().in(List.of(AUTHORITY.certificate()));
  }

  private static TlsSettings settings() {
    return TlsSettings.usual().with(trusting());
  }

  private TlsTrouble refused(TlsSettings settings) {
    TlsTrouble trouble =
        catchThrowableOfType(TlsFailure.class, () -> connection.secure(settings)).trouble();
    // A connection that failed is never used in the clear.
    assertThat(catchThrowableOfType(IOException.class, () -> connection.writeLine("QUIT")))
        .isNotNull();
    return trouble;
  }

  private static TlsCheck check(TlsTrouble trouble) {
    assertThat(trouble.kind()).isEqualTo(TlsTrouble.Kind.CERTIFICATE);
    return trouble.info().orElseThrow().check();
  }

  @Test
  void aGoodCertificateIsVerifiedAndTold() throws IOException {
    connectTo(AUTHORITY.sign("mail.test", "mail.test", HOST));
    TlsInfo info = connection.secure(settings());
    assertThat(info.check()).isEqualTo(new TlsCheck(TlsCheck.Basis.AUTHORITY, Set.of(), ""));
    assertThat(info.protocol()).isEqualTo("TLSv1.3");
    assertThat(info.cipher()).startsWith("TLS_AES_");
    assertThat(info.chain()).hasSize(2);
    PeerCertificate own = info.certificate().orElseThrow();
    assertThat(own.subjectName()).isEqualTo("mail.test");
    assertThat(own.issuerName()).isEqualTo("Test CA");
    assertThat(own.names()).containsExactly("mail.test", HOST);
    assertThat(own.key()).isEqualTo("EC 256");
    assertThat(own.selfSigned()).isFalse();
    assertThat(connection.tls()).contains(info);
    assertThat(connection.input().read().text()).isEqualTo("220 hi");
    connection.writeLine("EHLO me");
    server.awaitReceived("EHLO me\r\n");
  }

  @Test
  void eachBadCertificateIsRefusedForItsOwnReason() throws IOException {
    assertThat(flaws(AUTHORITY.sign("mail.test", "mail.test")))
        .containsExactly(CertificateFlaw.WRONG_HOST);
    assertThat(flaws(AUTHORITY.sign(Words.now("mail.test", HOST).expired())))
        .containsExactly(CertificateFlaw.EXPIRED);
    assertThat(flaws(AUTHORITY.sign(Words.now("mail.test", HOST).early())))
        .containsExactly(CertificateFlaw.NOT_YET_VALID);
    assertThat(flaws(TestCertificate.selfSigned(Words.now("mail.test", HOST))))
        .containsExactly(CertificateFlaw.SELF_SIGNED);
    assertThat(flaws(TestCertificate.authority("Other CA").sign("mail.test", HOST)))
        .containsExactly(CertificateFlaw.UNKNOWN_AUTHORITY);
  }

  @Test
  void severalFlawsAreAllNamed() throws IOException {
    assertThat(flaws(TestCertificate.selfSigned(Words.now("old", "mail.test").expired())))
        .containsExactlyInAnyOrder(
            CertificateFlaw.WRONG_HOST, CertificateFlaw.EXPIRED, CertificateFlaw.SELF_SIGNED);
  }

  private Set<CertificateFlaw> flaws(TestCertificate certificate) throws IOException {
    connectTo(certificate);
    TlsCheck check = check(refused(settings()));
    assertThat(check.basis()).isEqualTo(TlsCheck.Basis.REFUSED);
    connection.close();
    server.close();
    return check.flaws();
  }

  @Test
  void anExpiredCertificateAboveIsNamed() throws IOException {
    Words above = Words.now("Middle CA").expired();
    TestCertificate middle =
        AUTHORITY.sign(new Words(above.subject(), List.of(), above.from(), above.until(), true));
    connectTo(middle.sign("mail.test", HOST));
    assertThat(check(refused(settings())).flaws()).containsExactly(CertificateFlaw.EXPIRED);
  }

  @Test
  void theSystemDoesNotTrustAnyone() throws IOException {
    connectTo(AUTHORITY.sign("mail.test", HOST));
    assertThat(check(refused(TlsSettings.usual())).flaws())
        .containsExactly(CertificateFlaw.UNKNOWN_AUTHORITY);
  }

  @Test
  void insecureGoesOnAndSaysSo() throws IOException {
    connectTo(AUTHORITY.sign("mail.test", "mail.test"));
    TlsInfo info = connection.secure(settings().with(trusting().inAnyone(true)));
    assertThat(info.check().basis()).isEqualTo(TlsCheck.Basis.INSECURE);
    assertThat(info.check().flaws()).containsExactly(CertificateFlaw.WRONG_HOST);
    assertThat(info.check().verified()).isFalse();
  }

  @Test
  void insecureMakesNoGoodCertificateBad() throws IOException {
    connectTo(AUTHORITY.sign("mail.test", HOST));
    TlsInfo info = connection.secure(settings().with(trusting().inAnyone(true)));
    assertThat(info.check().basis()).isEqualTo(TlsCheck.Basis.AUTHORITY);
  }

  @Test
  void anExceptionIsForExactlyOneCertificate() throws IOException {
    TestCertificate own = TestCertificate.selfSigned(Words.now("mail.test", HOST));
    String fingerprint = PeerCertificate.fingerprint(own.certificate());
    connectTo(own);
    TlsSettings excepting = settings().with(trusting().excepting(fingerprint));
    assertThat(connection.secure(excepting).check().basis()).isEqualTo(TlsCheck.Basis.EXCEPTION);
    connection.close();
    server.close();
    connectTo(TestCertificate.selfSigned(Words.now("mail.test", HOST)));
    assertThat(check(refused(excepting)).flaws()).containsExactly(CertificateFlaw.SELF_SIGNED);
  }

  @ParameterizedTest
  @CsvSource({"certificate, colons", "certificate, plain", "key, curl", "key, base64"})
  void aPinMakesUpForEverything(String what, String form) throws IOException {
    TestCertificate own = TestCertificate.selfSigned(Words.now("x", "other.test").expired());
    PeerCertificate seen = PeerCertificate.of(own.certificate());
    String typed =
        switch (form) {
          case "colons" -> seen.fingerprint();
          case "plain" -> seen.fingerprint().replace(":", "").toLowerCase(Locale.ROOT);
          case "curl" -> "sha256//" + seen.keyPin();
          default -> seen.keyPin();
        };
    connectTo(own);
    TlsInfo info =
        connection.secure(settings().with(trusting().pinned(List.of(Pin.parse(typed).get()))));
    assertThat(info.check().basis()).as(what).isEqualTo(TlsCheck.Basis.PINNED);
    assertThat(info.check().verified()).isTrue();
    assertThat(info.check().flaws()).contains(CertificateFlaw.EXPIRED);
  }

  @Test
  void anotherPinIsRefusedWhateverTheAuthoritySays() throws IOException {
    connectTo(AUTHORITY.sign("mail.test", HOST));
    Pin other = Pin.parse("00".repeat(32)).orElseThrow();
    assertThat(check(refused(settings().with(trusting().pinned(List.of(other))))).flaws())
        .containsExactly(CertificateFlaw.PIN_MISMATCH);
  }

  @Test
  void anotherNameAskedForDoesNotChangeTheNameChecked() throws IOException {
    connectTo(AUTHORITY.sign("mail.test", "mail.test"));
    assertThat(check(refused(settings().asking("mail.test"))).flaws())
        .containsExactly(CertificateFlaw.WRONG_HOST);
  }

  @ParameterizedTest
  @EnumSource(TlsSettings.Version.class)
  void onlyTheVersionAskedForIsSpoken(TlsSettings.Version version) throws IOException {
    connectTo(AUTHORITY.sign("mail.test", HOST));
    assertThat(connection.secure(settings().only(version)).protocol())
        .isEqualTo(version == TlsSettings.Version.TLS_1_2 ? "TLSv1.2" : "TLSv1.3");
  }

  @Test
  void aServerWithoutThatVersionSaysSo() throws IOException {
    connect(
        peer ->
            peer.secure(
                context(AUTHORITY.sign("mail.test", HOST)),
                tls -> tls.setEnabledProtocols(new String[] {"TLSv1.2"})));
    TlsTrouble trouble = refused(settings().only(TlsSettings.Version.TLS_1_3));
    assertThat(trouble.kind()).isEqualTo(TlsTrouble.Kind.ALERT);
    assertThat(trouble.detail()).isEqualTo("protocol_version");
  }

  @Test
  void nothingInCommonIsAnAlert() throws IOException {
    connect(
        peer ->
            peer.secure(
                context(AUTHORITY.sign("mail.test", HOST)),
                tls -> {
                  SSLParameters parameters = tls.getSSLParameters();
                  parameters.setProtocols(new String[] {"TLSv1.2"});
                  parameters.setCipherSuites(
                      new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
                  tls.setSSLParameters(parameters);
                }));
    TlsTrouble trouble = refused(settings());
    assertThat(trouble.kind()).isEqualTo(TlsTrouble.Kind.ALERT);
    assertThat(trouble.detail()).isEqualTo("handshake_failure");
  }

  @Test
  void plainTextInsteadOfTlsIsNamed() throws IOException {
    connect(
        peer -> {
          peer.send("220 mx.test ESMTP without TLS on this port\r\n");
        });
    assertThat(refused(settings()).kind()).isEqualTo(TlsTrouble.Kind.NO_TLS);
  }

  @Test
  void aServerThatClosesIsNamed() throws IOException {
    connect(
        peer -> {
          peer.awaitReceived("\u0016");
          peer.endOutput();
        });
    assertThat(refused(settings()).kind()).isEqualTo(TlsTrouble.Kind.CLOSED);
  }

  @Test
  void aServerThatResetsIsNamed() throws IOException {
    connect(
        peer -> {
          peer.awaitReceived("\u0016");
          peer.reset();
        });
    assertThat(refused(settings()).kind()).isEqualTo(TlsTrouble.Kind.RESET);
  }

  @Test
  void aServerThatHangsIsGivenUp() throws IOException {
    connect(peer -> {});
    TlsTrouble trouble = refused(settings().within(Duration.ofMillis(300)));
    assertThat(trouble.kind()).isEqualTo(TlsTrouble.Kind.TIMED_OUT);
  }

  @Test
  void aServerThatDribblesIsGivenUp() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    connect(
        peer -> {
          peer.awaitReceived("\u0016");
          // A record of 16 KiB is announced, and comes octet by octet until the client leaves.
          peer.sendOctets(new byte[] {0x16, 3, 3, 0x40, 0});
          for (int i = 0; i < 10_000 && over.getCount() > 0; i++) {
            peer.sendOctets((byte) 2);
          }
        });
    TlsTrouble trouble = refused(settings().within(Duration.ofMillis(500)));
    over.countDown();
    assertThat(trouble.kind()).isEqualTo(TlsTrouble.Kind.TIMED_OUT);
  }

  @Test
  void whatStandsBehindTheGoAheadIsNeverRead() throws IOException {
    connect(peer -> peer.send("220 go ahead\r\n250 injected\r\n"));
    assertThat(connection.input().read().text()).isEqualTo("220 go ahead");
    TlsTrouble trouble = refused(settings());
    assertThat(trouble.kind()).isEqualTo(TlsTrouble.Kind.INJECTED);
    assertThat(trouble.detail()).isEqualTo("14");
    assertThat(server.received()).isEmpty();
  }

  @Test
  void closingBreaksTheHandshakeOff() throws Exception {
    connect(peer -> {});
    CompletableFuture<TlsTrouble> trouble =
        CompletableFuture.supplyAsync(() -> refused(settings()));
    server.awaitReceived("\u0016");
    connection.close();
    assertThat(trouble.get()).isNotNull();
  }

  @Test
  void closingSaysGoodByeToTheServer() throws IOException {
    connectTo(AUTHORITY.sign("mail.test", HOST));
    connection.secure(settings());
    connection.input().read();
    connection.writeLine("QUIT");
    connection.close();
    assertThat(server.peer().awaitEnd()).isEqualTo("QUIT\r\n");
  }

  @Test
  void aReaderIsFreedByClosing() throws Exception {
    connectTo(AUTHORITY.sign("mail.test", HOST));
    connection.secure(settings());
    connection.input().read();
    CompletableFuture<Object> reader =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Optional.ofNullable(connection.input().read());
              } catch (IOException e) {
                return e;
              }
            });
    connection.close();
    assertThat(reader.get()).isNotNull();
  }
}
