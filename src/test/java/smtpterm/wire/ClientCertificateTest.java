package smtpterm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.testing.RecordingServer;
import smtpterm.testing.TestCertificate;
import smtpterm.testing.TestCertificate.Words;

/** A certificate of ours: read from files, and shown to a server that asks. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class ClientCertificateTest {
  private static final TestCertificate AUTHORITY = TestCertificate.authority("Test CA");

  @TempDir private Path folder;
  private TestCertificate anna;
  private Path file;

  @BeforeEach
  void writeCertificate() throws IOException, GeneralSecurityException {
    anna = AUTHORITY.sign("anna");
    file = anna.writeTo(folder.resolve("anna.pem"));
  }

  private ClientCertificate load(String key) throws IOException, BadPem {
    Path keyFile = folder.resolve("key.pem");
    Files.writeString(keyFile, key, StandardCharsets.US_ASCII);
    return ClientCertificate.load(file, keyFile);
  }

  private BadPem.Problem problem(String key) {
    return catchThrowableOfType(BadPem.class, () -> load(key)).problem();
  }

  @Test
  void aKeyInPkcs8IsRead() throws Exception {
    ClientCertificate loaded = load(TestCertificate.pem("PRIVATE KEY", anna.key()));
    assertThat(loaded.chain()).hasSize(2);
    assertThat(loaded.key().getEncoded()).isEqualTo(anna.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void aKeyInAnOlderFormIsRead(String kind) throws Exception {
    anna = AUTHORITY.sign(Words.now("anna"), kind);
    file = anna.writeTo(folder.resolve("anna.pem"));
    // The older form is what PKCS#8 holds as its last element.
    byte[] pkcs8 = anna.key();
    byte[] inner = Arrays.copyOfRange(pkcs8, kind.equals("RSA") ? 26 : 28, pkcs8.length);
    assertThat(load(TestCertificate.pem(kind + " PRIVATE KEY", inner)).key().getEncoded())
        .isEqualTo(pkcs8);
  }

  @Test
  void oneFileMayHoldBoth() throws Exception {
    Path both = folder.resolve("both.pem");
    Files.writeString(
        both,
        TestCertificate.pem("PRIVATE KEY", anna.key()) + Files.readString(file),
        StandardCharsets.US_ASCII);
    assertThat(ClientCertificate.load(both, both).chain()).hasSize(2);
  }

  @Test
  void whatCannotBeUsedIsNamed() throws Exception {
    assertThat(problem("nothing")).isEqualTo(BadPem.Problem.NO_KEY);
    assertThat(problem(TestCertificate.pem("ENCRYPTED PRIVATE KEY", new byte[] {1})))
        .isEqualTo(BadPem.Problem.ENCRYPTED_KEY);
    assertThat(
            problem(
                """
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED

                AAAA
                -----END RSA PRIVATE KEY-----
                """))
        .isEqualTo(BadPem.Problem.ENCRYPTED_KEY);
    assertThat(problem(TestCertificate.pem("PRIVATE KEY", AUTHORITY.sign("bob").key())))
        .isEqualTo(BadPem.Problem.KEY_OF_ANOTHER);
    assertThat(
            problem(
                TestCertificate.pem("PRIVATE KEY", AUTHORITY.sign(Words.now("bob"), "RSA").key())))
        .isEqualTo(BadPem.Problem.KEY_OF_ANOTHER);
  }

  @Test
  void aFileWithoutCertificatesIsNamed() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    Path damaged = folder.resolve("damaged.pem");
    Files.writeString(damaged, TestCertificate.pem("CERTIFICATE", new byte[] {48, 3, 1, 2, 3}));
    assertThat(certificates(empty)).isEqualTo(BadPem.Problem.NO_CERTIFICATE);
    assertThat(certificates(damaged)).isEqualTo(BadPem.Problem.DAMAGED);
    assertThat(certificates(folder)).isEqualTo(BadPem.Problem.UNREADABLE);
    assertThat(certificates(folder.resolve("none"))).isEqualTo(BadPem.Problem.UNREADABLE);
  }

  private static BadPem.Problem certificates(Path path) {
    return catchThrowableOfType(BadPem.class, () -> Pem.certificates(path)).problem();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aServerThatAsksGetsIt(String version) throws Exception {
    ClientCertificate ours = load(TestCertificate.pem("PRIVATE KEY", anna.key()));
    TestCertificate own = AUTHORITY.sign("mail.test", "127.0.0.1");
    try (RecordingServer server = asking(own, version, true);
        Connection connection = open(server)) {
      TlsInfo info = connection.secure(settings().with(ours));
      assertThat(info.clientCertificate()).isEqualTo(TlsInfo.ClientCertificateUse.SENT);
      assertThat(connection.input().read().text()).isEqualTo("220 hello CN=anna");
    }
  }

  @Test
  void aServerThatOnlyAsksDoesNotGetWhatThereIsNot() throws Exception {
    TestCertificate own = AUTHORITY.sign("mail.test", "127.0.0.1");
    try (RecordingServer server = asking(own, "TLSv1.3", false);
        Connection connection = open(server)) {
      TlsInfo info = connection.secure(settings());
      assertThat(info.clientCertificate()).isEqualTo(TlsInfo.ClientCertificateUse.NOT_SENT);
      assertThat(connection.input().read().text()).isEqualTo("220 hello nobody");
    }
  }

  @Test
  void aServerThatInsistsSaysSoInItsAlert() throws Exception {
    TestCertificate own = AUTHORITY.sign("mail.test", "127.0.0.1");
    try (RecordingServer server = asking(own, "TLSv1.3", true);
        Connection connection = open(server)) {
      // In TLS 1.3 the client is done before the server has looked at its certificate.
      connection.secure(settings());
      IOException refused =
          catchThrowableOfType(IOException.class, () -> connection.input().read());
      TlsTrouble trouble = TlsTrouble.in(refused).orElseThrow();
      assertThat(trouble.kind()).isEqualTo(TlsTrouble.Kind.ALERT);
      assertThat(trouble.detail()).contains("certificate");
    }
  }

  private static TlsSettings settings() {
    return TlsSettings.usual().with(Trust.system().in(List.of(AUTHORITY.certificate())));
  }

  private static Connection open(RecordingServer server) throws IOException {
    return new Connector(Duration.ofSeconds(30), AddressFamily.ANY)
        .open(new Endpoint("127.0.0.1", server.port()), new Connector.Unwatched());
  }

  private static RecordingServer asking(TestCertificate own, String version, boolean insisting)
      throws IOException {
    return RecordingServer.playing(
        peer -> {
          try {
            String who = peer.secureAsking(own.serverTrusting(AUTHORITY), version, insisting);
            peer.send("220 hello " + who + "\r\n");
          } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
          }
        });
  }
}
