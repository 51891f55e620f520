package smtpterm.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lessons in {@code scripts/sessions}, as the README says to play them. */
@EnabledOnOs(OS.LINUX)
class SessionsIT {
  private static final String FOLDER = Path.of("scripts", "sessions").toAbsolutePath().toString();

  @TempDir Path home;

  @Test
  void eachOneRunsOnThePracticeServer() throws IOException {
    Piped all = Piped.run(home, "", "check", "--practice", "--jobs", "8", "--lang", "en", FOLDER);
    assertThat(all.out()).doesNotContain("✖").containsPattern("\\b60 files: 60 passed\\b");
    assertThat(all).returns(0, Piped::exitCode).returns("", Piped::err);
  }
}
