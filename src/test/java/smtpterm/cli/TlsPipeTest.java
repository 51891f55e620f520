package smtpterm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.testing.RecordingServer;
import smtpterm.testing.TestCertificate;
import smtpterm.testing.TestCertificate.Words;
import smtpterm.testing.TlsServer;

/** Encryption in a pipe: what is sent, what is said, and how it ends. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class TlsPipeTest {
  private static final TestCertificate AUTHORITY = TestCertificate.authority("Test CA");
  private static final TestCertificate GOOD = AUTHORITY.sign("mx.test", "mx.test", "127.0.0.1");
  private static final String STARTTLS = "EHLO me\nSTARTTLS\nEHLO me\nQUIT\n";

  @TempDir private Path folder;
  private Path authority;

  @BeforeEach
  void writeAuthority() throws IOException, GeneralSecurityException {
    authority = AUTHORITY.writeTo(folder.resolve("ca.pem"));
  }

  @Test
  void thePracticeServerIsTrustedByItsOwnTerminal() throws IOException {
    Map<String, String> home = Map.of("XDG_STATE_HOME", folder.toString());
    String input = STARTTLS.replace("QUIT\n", "NOOP\nQUIT\n");
    Run run = Run.with(input.getBytes(UTF_8), home, "practice", "--smtp", "0");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .containsSubsequence(
            "C: STARTTLS", "S: 220 2.0.0 Ready to start TLS", "C: NOOP", "C: QUIT");
    assertThat(folder.resolve("smtpterm/practice-tls/smtpterm-ca.pem")).exists();
  }

  @Test
  void noCertificateIsMadeAsLongAsNobodyWantsTls() {
    Map<String, String> home = Map.of("XDG_STATE_HOME", folder.toString());
    Run run = Run.with("EHLO me\nQUIT\n".getBytes(UTF_8), home, "practice", "--smtp", "0");
    assertThat(run.code()).isZero();
    assertThat(folder.resolve("smtpterm")).doesNotExist();
  }

  private Run run(RecordingServer server, String input, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("127.0.0.1:" + server.port());
    return Run.with(input, arguments.toArray(new String[0]));
  }

  private Run trusting(RecordingServer server, String input, String... options) {
    List<String> all = new ArrayList<>(List.of("--ca", authority.toString()));
    all.addAll(List.of(options));
    return run(server, input, all.toArray(new String[0]));
  }

  @Test
  void aTypedStartTlsIsFollowedByTheHandshake() throws IOException {
    try (RecordingServer server = TlsServer.startTls(GOOD)) {
      Run run = trusting(server, STARTTLS);
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      assertThat(run.lines())
          .containsExactly(
              "S: 220 mx.test ESMTP",
              "C: EHLO me",
              "S: 250-mx.test",
              "S: 250-SIZE 1000",
              "S: 250 STARTTLS",
              "C: STARTTLS",
              "S: 220 go ahead",
              "C: EHLO me",
              "S: 250-mx.test",
              "S: 250-SIZE 2000",
              "S: 250 AUTH PLAIN LOGIN",
              "C: QUIT",
              "S: 221 bye");
    }
  }

  @Test
  void withExplanationsTheCertificateAndTheDifferenceAreTold() throws IOException {
    try (RecordingServer server = TlsServer.startTls(GOOD)) {
      assertThat(trusting(server, STARTTLS, "--explain", "short").lines())
          .anyMatch(line -> line.startsWith("# Encrypted from here on: TLS 1.3, TLS_AES_"))
          .anyMatch(line -> line.startsWith("   Certificate for mx.test, 127.0.0.1, issued by"))
          .containsSubsequence(
              "   Compared with the list before TLS:",
              "     gone     STARTTLS",
              "     new      AUTH PLAIN LOGIN",
              "     changed  SIZE 2000");
    }
  }

  @Test
  void strangeOffersUnderTlsAreMarked() throws IOException {
    String again = "250-mx.test\r\n250 STARTTLS\r\n";
    try (RecordingServer server = TlsServer.startTls(GOOD, again)) {
      assertThat(trusting(server, STARTTLS, "--explain", "short").out())
          .contains("   ! STARTTLS is offered although TLS is on already.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "host, Wrong host: it is made out to mx.test",
    "expired, Expired: it was valid until",
    "early, Not valid yet: its time begins on",
    "self, Self-signed: only the server itself",
    "unknown, Unknown authority: Other CA vouches"
  })
  void eachBadCertificateIsExplainedInItsOwnWords(String kind, String words) throws IOException {
    Words here = Words.now("mx.test", "127.0.0.1");
    TestCertificate bad =
        switch (kind) {
          case "host" -> AUTHORITY.sign("mx.test", "mx.test");
          case "expired" -> AUTHORITY.sign(here.expired());
          case "early" -> AUTHORITY.sign(here.early());
          case "self" -> TestCertificate.selfSigned(here);
          default -> TestCertificate.authority("Other CA").sign(here);
        };
    try (RecordingServer server = TlsServer.startTls(bad)) {
      Run run = trusting(server, STARTTLS);
      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err())
          .startsWith("smtpterm: The certificate of the server did not pass the check")
          .contains("smtpterm: " + words);
      assertThat(server.received()).isEqualTo("EHLO me\r\nSTARTTLS\r\n");
    }
  }

  @Test
  void insecureGoesOnAndSaysSo() throws IOException {
    try (RecordingServer server =
        TlsServer.startTls(TestCertificate.selfSigned(Words.now("mx", "127.0.0.1")))) {
      Run run = trusting(server, STARTTLS, "--insecure");
      assertThat(run.code()).isZero();
      assertThat(run.err()).contains("NOT verified: TLS 1.3").contains("Self-signed");
    }
  }

  @Test
  void tlsFromTheFirstOctet() throws IOException {
    try (RecordingServer server = TlsServer.implicit(GOOD)) {
      assertThat(trusting(server, "QUIT\n", "--tls").lines())
          .containsExactly("S: 220 mx.test ESMTP", "C: QUIT", "S: 221 bye");
      Run url =
          Run.with("QUIT\n", "--ca", authority.toString(), "smtps://127.0.0.1:" + server.port());
      assertThat(url.code()).isZero();
      assertThat(server.peer(1).received()).isEqualTo("QUIT\r\n");
    }
  }

  @Test
  void tlsWhereThePortStartsUnencryptedIsExplained() throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Run run = run(server, "QUIT\n", "--tls");
      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err()).contains("What the server sent is not TLS.");
      assertThat(run.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTH PLAIN AGEAYg==", "MAIL FROM:<a@b>", " auth login", "RCPT TO:<a@b>"})
  void whatIsRequiredToBeEncryptedIsNotSentInTheClear(String line) throws IOException {
    try (RecordingServer server = RecordingServer.smtp()) {
      Run run = run(server, "EHLO me\n" + line + "\nNOOP\n", "--starttls", "required");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("Line 2 was not sent, and nothing behind it");
      assertThat(server.peer().awaitEnd()).isEqualTo("EHLO me\r\nQUIT\r\n");
    }
  }

  @Test
  void aStrippedStartTlsLetsNothingThrough() throws IOException {
    try (RecordingServer server = RecordingServer.smtp(Map.of("STARTTLS", "502 what?\r\n"))) {
      Run run = run(server, "EHLO me\nSTARTTLS\nAUTH PLAIN AGEAYg==\n", "--starttls", "required");
      assertThat(run.code()).isEqualTo(1);
      assertThat(server.peer().awaitEnd()).isEqualTo("EHLO me\r\nSTARTTLS\r\nQUIT\r\n");
    }
  }

  @Test
  void underTlsWhatIsRequiredIsThere() throws IOException {
    try (RecordingServer server = TlsServer.startTls(GOOD)) {
      Run run =
          trusting(server, "EHLO me\nSTARTTLS\nMAIL FROM:<a@b>\nQUIT\n", "--starttls", "required");
      assertThat(run.code()).isZero();
      server.awaitReceived("MAIL FROM:<a@b>\r\n");
    }
  }

  @Test
  void anInjectionIsNamed() throws IOException {
    try (RecordingServer server =
        RecordingServer.smtp(Map.of("STARTTLS", "220 go\r\n250 AUTH PLAIN\r\n"))) {
      Run run = run(server, STARTTLS);
      assertThat(run.code()).isEqualTo(4);
      assertThat(run.err()).contains("Unencrypted octets (16) stood right behind");
      assertThat(run.out()).doesNotContain("AUTH PLAIN\nC");
    }
  }

  @Test
  void hostileTextInACertificateIsHarmless() throws IOException {
    TestCertificate bad = AUTHORITY.sign("evil\u001b[2J\u202e", "mx.test");
    try (RecordingServer server = TlsServer.implicit(bad)) {
      Run run = trusting(server, "QUIT\n", "--tls", "--insecure", "--explain", "full");
      assertThat(run.out() + run.err()).doesNotContain("\u001b").doesNotContain("\u202e");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--pin,        nonsense,   is no SHA-256",
    "--tls-version, 1.0,       cannot be",
    "--sni,        a b,        is no name",
    "--ca,         /nowhere,   cannot be read",
    "--key,        /nowhere,   needs --cert",
    "--starttls,   perhaps,    cannot be"
  })
  void aWrongOptionIsNamed(String option, String value, String words) {
    Run run = Run.with("QUIT\n", option, value, "127.0.0.1:1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(words);
  }

  @Test
  void aLockedKeyIsExplained() throws Exception {
    Path certificate = GOOD.writeTo(folder.resolve("cert.pem"));
    Path key =
        Files.writeString(
            folder.resolve("key.pem"),
            TestCertificate.pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));
    Run run =
        Run.with("", "--cert", certificate.toString(), "--key", key.toString(), "127.0.0.1:1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("locked by a passphrase");
  }

  @Test
  void commandsThatConnectToNobodyDoNotTakeTheseOptions() {
    assertThat(Run.with("", "base64", "--tls", "anna").code()).isEqualTo(2);
    assertThat(Run.with("", "base64", "--help").out()).doesNotContain("--insecure");
    assertThat(Run.with("", "--help").out()).contains("--insecure").contains("--pin=SHA256");
  }
}
