package smtpterm.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Smtp;
import smtpterm.testing.RecordingServer;
import smtpterm.testing.TestCertificate;
import smtpterm.testing.TestCertificate.Words;
import smtpterm.testing.TlsServer;
import smtpterm.wire.AddressFamily;
import smtpterm.wire.CertificateFlaw;
import smtpterm.wire.Connection;
import smtpterm.wire.Connector;
import smtpterm.wire.Endpoint;
import smtpterm.wire.TlsSettings;
import smtpterm.wire.TlsTrouble;
import smtpterm.wire.Trust;

/** STARTTLS typed by hand, against servers that do it well and badly. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class StartTlsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final TestCertificate AUTHORITY = TestCertificate.authority("Test CA");
  private static final TestCertificate GOOD = AUTHORITY.sign("mx.test", "127.0.0.1");

  private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
  private TlsSettings settings =
      TlsSettings.usual().with(Trust.system().in(List.of(AUTHORITY.certificate())));
  private RecordingServer server;
  private Client client;

  @AfterEach
  void closeBoth() {
    client.close();
    server.close();
  }

  private void connect(RecordingServer with) throws IOException {
    server = with;
    client = new Client(open(), new Smtp(), notices::add, System::nanoTime, settings);
    client.start();
  }

  private Connection open() throws IOException {
    return new Connector(LONG, AddressFamily.ANY)
        .open(new Endpoint("127.0.0.1", server.port()), new Connector.Unwatched());
  }

  private <T extends Notice> T next(Class<T> kind) throws InterruptedException {
    for (Notice notice = notices.poll(30, SECONDS);
        notice != null;
        notice = notices.poll(30, SECONDS)) {
      if (kind.isInstance(notice)) {
        return kind.cast(notice);
      }
    }
    throw new AssertionError("no " + kind.getSimpleName());
  }

  private void say(String line) {
    assertThat(client.type(line)).isTrue();
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ANSWERED);
  }

  private Ending endOf(String line) throws InterruptedException {
    assertThat(client.type(line)).isTrue();
    assertThat(client.awaitEnd(LONG)).isEqualTo(Client.Waited.ENDED);
    return next(Notice.Ended.class).ending();
  }

  private TlsTrouble troubleOf(String line) throws InterruptedException {
    Ending ending = endOf(line);
    assertThat(ending.cause()).isEqualTo(Ending.Cause.TLS);
    assertThat(ending.lost()).isTrue();
    return ending.trouble().orElseThrow();
  }

  @Test
  void theNextLineIsEncrypted() throws Exception {
    connect(TlsServer.startTls(GOOD));
    client.await(LONG);
    say("EHLO me");
    assertThat(client.view().progress().capabilities().offersTls()).isTrue();
    say("STARTTLS");
    Notice.Secured secured = next(Notice.Secured.class);
    assertThat(secured.tls().check().verified()).isTrue();
    assertThat(secured.before().keywords()).containsOnlyKeys("SIZE", "STARTTLS");
    assertThat(client.view().tls()).contains(secured.tls());
    say("EHLO me");
    assertThat(client.view().progress().capabilities().mechanisms())
        .containsExactly("PLAIN", "LOGIN");
    // Recorded by the server behind its decryption.
    assertThat(server.received()).isEqualTo("EHLO me\r\nSTARTTLS\r\nEHLO me\r\n");
  }

  @Test
  void whatWasLearntInTheClearIsForgotten() throws Exception {
    connect(TlsServer.startTls(GOOD));
    client.await(LONG);
    say("EHLO me");
    say("STARTTLS");
    assertThat(client.view().progress().phase()).isEqualTo(Phase.HELLO);
    assertThat(client.view().progress().capabilities().keywords()).isEmpty();
  }

  @Test
  void whatIsTypedMeanwhileGoesOutEncrypted() throws Exception {
    connect(
        TlsServer.afterGoAhead(
            peer -> {
              peer.awaitRelease();
              peer.secure(TlsServer.context(GOOD));
              peer.expect("EHLO early");
              peer.send("250 hi\r\n");
            }));
    client.await(LONG);
    assertThat(client.type("STARTTLS")).isTrue();
    assertThat(client.type("EHLO early")).isTrue();
    next(Notice.Replied.class);
    next(Notice.Replied.class);
    assertThat(server.received()).startsWith("STARTTLS\r\n").doesNotContain("early");
    server.release();
    assertThat(client.await(LONG)).isEqualTo(Client.Waited.ANSWERED);
    next(Notice.Secured.class);
    assertThat(next(Notice.Sent.class).line()).isEqualTo("EHLO early");
  }

  @Test
  void whatIsTypedMeanwhileIsWithheldWhenTlsIsRefused() throws Exception {
    connect(
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("STARTTLS");
              peer.awaitRelease();
              peer.send("454 not now\r\n");
              peer.expect("NOOP");
              peer.send("250 ok\r\n");
            }));
    client.await(LONG);
    assertThat(client.type("STARTTLS")).isTrue();
    assertThat(client.type("AUTH PLAIN AGEAYg==")).isTrue();
    server.release();
    assertThat(next(Notice.Withheld.class).lines()).isEqualTo(1);
    say("NOOP");
    assertThat(server.received()).isEqualTo("STARTTLS\r\nNOOP\r\n");
    assertThat(client.view().tls()).isEmpty();
  }

  @Test
  void anInjectionBehindTheGoAheadIsRefused() throws Exception {
    connect(
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n");
              peer.expect("STARTTLS");
              peer.send("220 go ahead\r\n250-mx\r\n250 AUTH PLAIN\r\n");
            }));
    client.await(LONG);
    TlsTrouble trouble = troubleOf("STARTTLS");
    assertThat(trouble.kind()).isEqualTo(TlsTrouble.Kind.INJECTED);
    assertThat(trouble.detail()).isEqualTo("24");
    assertThat(server.peer().awaitEnd()).isEqualTo("STARTTLS\r\n");
  }

  @Test
  void aBrokenHandshakeIsSurvivedAndNamed() throws Exception {
    // As OpenSMTPD does when its certificate is missing: 220, and then an alert.
    connect(
        TlsServer.afterGoAhead(
            peer -> {
              peer.awaitReceived("\u0016");
              peer.sendOctets(new byte[] {0x15, 3, 3, 0, 2, 2, 40});
            }));
    client.await(LONG);
    TlsTrouble trouble = troubleOf("STARTTLS");
    assertThat(trouble.kind()).isEqualTo(TlsTrouble.Kind.ALERT);
    assertThat(trouble.detail()).isEqualTo("handshake_failure");
  }

  @Test
  void garbageInPlaceOfTlsIsNamed() throws Exception {
    connect(
        TlsServer.afterGoAhead(
            peer -> {
              peer.awaitReceived("\u0016");
              peer.send("500 what is this?\r\n");
            }));
    client.await(LONG);
    assertThat(troubleOf("STARTTLS").kind()).isEqualTo(TlsTrouble.Kind.NO_TLS);
  }

  @Test
  void aServerThatHangsAfterItsGoAheadIsGivenUp() throws Exception {
    settings = settings.within(Duration.ofMillis(300));
    connect(TlsServer.afterGoAhead(peer -> {}));
    client.await(LONG);
    assertThat(troubleOf("STARTTLS").kind()).isEqualTo(TlsTrouble.Kind.TIMED_OUT);
  }

  @Test
  void aHandshakeCanBeBrokenOff() throws Exception {
    connect(TlsServer.afterGoAhead(peer -> {}));
    client.await(LONG);
    client.type("STARTTLS");
    server.awaitReceived("\u0016");
    client.stopWaiting();
    assertThat(next(Notice.Ended.class).ending().trouble().orElseThrow().kind())
        .isEqualTo(TlsTrouble.Kind.BROKEN_OFF);
  }

  @Test
  void aBadCertificateEndsTheConnection() throws Exception {
    connect(TlsServer.startTls(TestCertificate.selfSigned(Words.now("mx.test", "127.0.0.1"))));
    client.await(LONG);
    TlsTrouble trouble = troubleOf("STARTTLS");
    assertThat(trouble.info().orElseThrow().check().flaws())
        .containsExactly(CertificateFlaw.SELF_SIGNED);
    assertThat(client.type("AUTH PLAIN AGEAYg==")).isFalse();
    server.peer().awaitEnd();
    assertThat(server.received()).doesNotContain("AUTH");
  }

  @Test
  void anEndInTheMiddleOfAnEncryptedReplyIsTruncation() throws Exception {
    connect(
        TlsServer.afterGoAhead(
            peer -> {
              peer.secure(TlsServer.context(GOOD));
              peer.expect("EHLO me");
              peer.send("250-mx.test\r\n");
              peer.endOutput();
            }));
    client.await(LONG);
    say("STARTTLS");
    Ending ending = endOf("EHLO me");
    assertThat(ending.cause()).isEqualTo(Ending.Cause.TRUNCATED);
    assertThat(ending.unfinished().orElseThrow().lines()).containsExactly("250-mx.test");
  }

  @Test
  void anEndWithNothingAskedIsNoTruncation() throws Exception {
    connect(
        TlsServer.afterGoAhead(
            peer -> {
              peer.secure(TlsServer.context(GOOD));
              peer.awaitRelease();
              peer.close();
            }));
    client.await(LONG);
    say("STARTTLS");
    server.release();
    assertThat(next(Notice.Ended.class).ending().cause()).isEqualTo(Ending.Cause.SERVER_CLOSED);
  }

  @Test
  void anUnaskedGoAheadStartsNothing() throws Exception {
    connect(
        RecordingServer.playing(
            peer -> {
              peer.send("220 hi\r\n220 go ahead\r\n");
              peer.expect("NOOP");
              peer.send("250 ok\r\n");
            }));
    client.await(LONG);
    say("NOOP");
    // The 220 may be taken for the answer: without this, closing could overtake the NOOP.
    server.awaitReceived("NOOP\r\n");
    assertThat(client.view().tls()).isEmpty();
  }

  @Test
  void stlsOfPop3IsTheSame() throws Exception {
    server =
        RecordingServer.playing(
            peer -> {
              peer.send("+OK hi <1.2@pop.test>\r\n");
              peer.expect("STLS");
              peer.send("+OK begin\r\n");
              peer.secure(TlsServer.context(GOOD));
              peer.expect("CAPA");
              peer.send("+OK\r\nUSER\r\n.\r\n");
            });
    client = new Client(open(), new Pop3(), notices::add, System::nanoTime, settings);
    client.start();
    client.await(LONG);
    say("STLS");
    assertThat(client.view().progress().phase()).isEqualTo(Phase.AUTHORIZATION);
    assertThat(client.view().progress().stamp()).isEqualTo("<1.2@pop.test>");
    say("CAPA");
    assertThat(client.view().progress().capabilities().offers("USER")).isTrue();
  }

  @Test
  void aConnectionEncryptedFromTheStartSaysSoFirst() throws Exception {
    server = TlsServer.implicit(GOOD);
    Connection connection = open();
    connection.secure(settings);
    client = new Client(connection, new Smtp(), notices::add, System::nanoTime, settings);
    client.start();
    assertThat(notices.poll(30, SECONDS)).isInstanceOf(Notice.Secured.class);
    assertThat(next(Notice.Replied.class).turn().reply().is(220)).isTrue();
  }
}
