package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.server.Folders;
import smtpterm.server.PracticeServer;
import smtpterm.server.Service;
import smtpterm.server.Settings;
import smtpterm.wire.Endpoint;

/** What the terminal beside a practice server may believe of it. */
final class PracticeDeskTest {
  @TempDir Path folder;

  @Test
  void theAuthorityOfThePracticeServerVouchesForNoOtherServer() throws IOException {
    Settings settings =
        Settings.standard().withPort(0).withFolders(Folders.none().withCertificates(folder));
    PracticeDesk desk = new PracticeDesk();
    try (PracticeServer server = PracticeServer.start(settings, desk::delivered)) {
      desk.open(server);
      int port = server.port(Service.SMTPS);
      assertThat(desk.authorities(new Endpoint("mail.example", port))).isEmpty();
      assertThat(desk.authorities(new Endpoint("127.0.0.1", 1))).isEmpty();
      assertThat(folder).isEmptyDirectory();
      assertThat(desk.authorityFile()).isEmpty();
      assertThat(desk.authorities(new Endpoint("127.0.0.1", port)))
          .containsExactly(server.certificateAuthority().orElseThrow().certificate());
      assertThat(desk.authorityFile().map(Path::of).orElseThrow()).isRegularFile();
    }
  }

  @Test
  void aServerWithoutCertificateHasNobodyWhoVouches() throws IOException {
    PracticeDesk desk = new PracticeDesk();
    try (PracticeServer server =
        PracticeServer.start(Settings.standard().withPort(0), desk::delivered)) {
      desk.open(server);
      assertThat(desk.authorities(new Endpoint("localhost", server.port()))).isEmpty();
    }
  }
}
