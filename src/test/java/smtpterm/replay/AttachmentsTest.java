package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.script.Place;

/** Which file is meant by a name. */
final class AttachmentsTest {
  @TempDir private Path home;
  private Path folder;

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectories(home.resolve("sessions/sub")).getParent();
    Files.writeString(folder.resolve("a.eml"), "top");
    Files.writeString(folder.resolve("sub/a.eml"), "below");
  }

  private String sent(Path session) throws IOException, Failed {
    Place at = new Place(session.toString(), 1, 1);
    return Files.readString(new Attachments(Optional.of(folder)).find(at, "a.eml"));
  }

  @Test
  void aNameInAnIncludedFileIsSoughtBesideThatFile() throws IOException, Failed {
    assertThat(sent(folder.resolve("top.session"))).isEqualTo("top");
    assertThat(sent(folder.resolve("sub/part.session"))).isEqualTo("below");
  }

  @Test
  void itDoesNotMatterHowTheSessionFileWasNamed() throws IOException, Failed {
    Path here = Path.of("").toAbsolutePath();
    assertThat(sent(here.relativize(folder.resolve("sub/part.session")))).isEqualTo("below");
    assertThat(sent(folder.resolve("sub/../../sessions/sub/part.session"))).isEqualTo("below");
    assertThat(sent(Path.of(""))).isEqualTo("top");
  }

  @Test
  void aSessionFileThatIsALinkSendsWhatLiesBesideTheLink() throws IOException, Failed {
    Path part = Files.writeString(folder.resolve("sub/part.session"), "@send a.eml");
    Path link = Files.createSymbolicLink(folder.resolve("link.session"), part);
    assertThat(sent(link)).isEqualTo("top");
  }
}
