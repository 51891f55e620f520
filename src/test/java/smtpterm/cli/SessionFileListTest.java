package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class SessionFileListTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("b.session", "a.session", "deep/er/c.session", "deep/d.txt")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "C: QUIT\n");
    }
  }

  private List<Path> of(Object... names) throws SessionFileList.Unusable {
    return SessionFileList.of(
        List.of(names).stream().map(Object::toString).toList(), new Texts(Language.ENGLISH));
  }

  @Test
  void ofAFolderAllSessionFilesBelowItAreMeantInTheOrderOfTheirNames() throws Exception {
    assertThat(of(folder))
        .containsExactly(
            folder.resolve("a.session"),
            folder.resolve("b.session"),
            folder.resolve("deep/er/c.session"));
  }

  @Test
  void whatIsNamedComesInThatOrderAndWithAnyEnding() throws Exception {
    Path transcript = folder.resolve("deep/d.txt");
    assertThat(of(folder.resolve("b.session"), transcript, folder.resolve("a.session")))
        .containsExactly(folder.resolve("b.session"), transcript, folder.resolve("a.session"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aLinkThatLeadsBackIsNotFollowedForEver() throws Exception {
    Files.createSymbolicLink(folder.resolve("deep/er/again"), folder);
    Files.createSymbolicLink(folder.resolve("gone.session"), folder.resolve("nowhere"));
    assertThat(of(folder)).hasSize(3);
  }

  @Test
  void whatIsNotThereIsNamed() throws IOException {
    assertThatThrownBy(() -> of(folder.resolve("no.session"))).hasMessageContaining("no.session");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> of(empty))
        .hasMessageContaining("empty")
        .hasMessageContaining(".session");
    assertThatThrownBy(() -> of("-", "-")).hasMessageContaining("only once");
  }
}
