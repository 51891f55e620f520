package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The certificate is made once, kept, and made anew when it must be. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CertificateFolderTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"));
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final HostNames NAMES =
      new HostNames(List.of("mail.kolleg.de", "localhost"), Loopback.addresses());

  @TempDir Path home;

  private CertificateFolder at(Instant time) {
    return new CertificateFolder(
        home.resolve("state/tls"), JAVA, Clock.fixed(time, ZoneOffset.UTC));
  }

  @Test
  void theSecondServerFindsWhatTheFirstOneMade() throws Exception {
    Keys first = at(NOW).keys(NAMES);
    Keys second = at(NOW.plus(Duration.ofDays(300))).keys(NAMES);
    assertThat(second).isEqualTo(first);
    assertThat(first.server().getSubjectX500Principal().getName()).isEqualTo("CN=mail.kolleg.de");
    assertThat(first.authority().getBasicConstraints()).isZero();
    assertThat(first.server().getBasicConstraints()).isEqualTo(-1);
    assertThat(NAMES.in(first.server())).isTrue();
    first.server().verify(first.authority().getPublicKey());
  }

  @Test
  void onlyItsOwnerCanReadIt() throws Exception {
    at(NOW).keys(NAMES);
    Path folder = home.resolve("state/tls");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> !f.endsWith("lock")))
          .extracting(f -> f.getFileName().toString(), CertificateFolderTest::permissions)
          .containsExactlyInAnyOrder(
              tuple("keys.p12", "rw-------"),
              tuple("password", "rw-------"),
              tuple("smtpterm-ca.pem", "rw-------"));
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anExpiredCertificateIsMadeAnewByTheSameAuthority() throws Exception {
    Keys first = at(NOW.minus(Duration.ofDays(400))).keys(NAMES);
    Keys second = at(NOW).keys(NAMES);
    assertThat(second.authority()).isEqualTo(first.authority());
    assertThat(second.server()).isNotEqualTo(first.server());
    second.server().checkValidity(Date.from(NOW));
    second.server().verify(first.authority().getPublicKey());
  }

  @Test
  void anExpiredAuthorityIsMadeAnew() throws Exception {
    Keys first = at(NOW.minus(Duration.ofDays(3_700))).keys(NAMES);
    Keys second = at(NOW).keys(NAMES);
    assertThat(second.authority()).isNotEqualTo(first.authority());
    second.authority().checkValidity(Date.from(NOW));
    assertThat(Files.readString(at(NOW).pem(), StandardCharsets.US_ASCII))
        .startsWith("-----BEGIN CERTIFICATE-----\n");
  }

  @Test
  void aNewAddressOfTheServerNeedsANewCertificateOfTheSameAuthority() throws Exception {
    Keys first = at(NOW).keys(NAMES);
    HostNames more =
        new HostNames(
            NAMES.names(),
            List.of(InetAddress.getByAddress(new byte[] {(byte) 192, (byte) 168, 1, 20})));
    assertThat(more.in(first.server())).isFalse();
    Keys second = at(NOW).keys(more);
    assertThat(more.in(second.server())).isTrue();
    assertThat(second.authority()).isEqualTo(first.authority());
  }

  @Test
  void whatCannotBeReadIsMadeAnew() throws Exception {
    Keys first = at(NOW).keys(NAMES);
    Files.writeString(home.resolve("state/tls/keys.p12"), "cut", StandardCharsets.US_ASCII);
    assertThat(at(NOW).keys(NAMES).authority()).isNotEqualTo(first.authority());
  }

  @Test
  void severalServersAtOnceMakeOne() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Keys>> all =
          Stream.generate(() -> pool.submit(() -> at(NOW).keys(NAMES))).limit(4).toList();
      for (Future<Keys> keys : all) {
        assertThat(keys.get()).isEqualTo(all.get(0).get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aJavaWithoutKeytoolSaysSo() {
    CertificateFolder folder =
        new CertificateFolder(home.resolve("tls"), home, Clock.fixed(NOW, ZoneOffset.UTC));
    assertThatThrownBy(() -> folder.keys(NAMES))
        .isInstanceOf(NoCertificate.class)
        .hasMessage(home.resolve("bin/keytool").toString())
        .extracting(e -> ((NoCertificate) e).reason())
        .isEqualTo(NoCertificate.Reason.NO_KEYTOOL);
  }
}
