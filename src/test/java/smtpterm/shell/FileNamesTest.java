package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileNamesTest {
  @TempDir private Path folder;
  private String start;

  @BeforeEach
  void fill() throws IOException {
    for (String name : new String[] {"mail.txt", "mailbox.txt", "other", ".hidden", "a b", "ü"}) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("mails"));
    start = folder + "/";
  }

  @Test
  void namesAreCompletedAndFoldersEndWithASlash() {
    assertThat(FileNames.complete(start + "mail"))
        .containsExactly(start + "mail.txt", start + "mailbox.txt", start + "mails/");
    assertThat(FileNames.complete(start + "x")).isEmpty();
    assertThat(FileNames.complete(start + "mails/")).isEmpty();
  }

  @Test
  void hiddenFilesAreOfferedOnlyBehindADot() {
    assertThat(FileNames.complete(start)).hasSize(6).doesNotContain(start + ".hidden");
    assertThat(FileNames.complete(start + ".")).containsExactly(start + ".hidden");
  }

  @Test
  void aNameThatCouldActOnTheTerminalIsNotOffered() throws IOException {
    Files.createFile(folder.resolve("evil\u001b[2J"));
    Files.createFile(folder.resolve("evil\u202egpj"));
    assertThat(FileNames.complete(start + "evil")).isEmpty();
  }

  @Test
  void whatIsNoFolderHasNoNames() {
    assertThat(FileNames.complete("/no/such/folder/x")).isEmpty();
    assertThat(FileNames.complete(start + "mail.txt/")).isEmpty();
    assertThat(FileNames.complete("a\0/b")).isEmpty();
  }

  @Test
  void theTildeIsTheHome() {
    String home = System.getProperty("user.home");
    assertThat(FileNames.path("~/mail.txt")).isEqualTo(Path.of(home, "mail.txt"));
    assertThat(FileNames.path("mail~/x")).isEqualTo(Path.of("mail~/x"));
    assertThat(FileNames.complete("~/")).allMatch(name -> name.startsWith("~/"));
  }

  @Test
  void withoutAFolderTheOneOfTheProcessIsMeant() {
    assertThat(FileNames.complete("pom.x")).containsExactly("pom.xml");
  }
}
