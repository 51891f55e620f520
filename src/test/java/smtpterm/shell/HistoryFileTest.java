package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("state").resolve("smtpterm").resolve("history");
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String mode(Path path) throws IOException {
    assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"));
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void whatIsAddedIsThereNextTime() {
    HistoryFile first = new HistoryFile(file);
    assertThat(first.load()).isEmpty();
    first.add("EHLO ü");
    first.add("  ");
    first.add("QUIT");
    assertThat(new HistoryFile(file).load()).containsExactly("EHLO ü", "QUIT");
  }

  @Test
  void twoSessionsDoNotHarmEachOther() {
    HistoryFile one = new HistoryFile(file);
    HistoryFile two = new HistoryFile(file);
    one.load();
    two.load();
    one.add("one");
    two.add("two");
    one.add("three");
    assertThat(new HistoryFile(file).load()).containsExactly("one", "two", "three");
  }

  @Test
  void onlyTheOwnerMayRead() throws IOException {
    new HistoryFile(file).load();
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(file.getParent())).isEqualTo("rwx------");
  }

  @Test
  void aFileThatOthersCouldReadIsClosedToThem() throws IOException {
    write("old\n");
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(new HistoryFile(file).load()).containsExactly("old");
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void aBrokenFileIsReadAsFarAsItGoes() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {'a', 0, 27, '\n', (byte) 0xFF, 'b', '\n', '\n', 'c'});
    assertThat(new HistoryFile(file).load()).containsExactly("a", "\uFFFDb", "c");
  }

  @Test
  void onlyTheNewestLinesAreKept() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 1_500; i++) {
      all.append("NOOP ").append(i).append('\n');
    }
    write(all.toString());
    List<String> lines = new HistoryFile(file).load();
    assertThat(lines).hasSize(1_000).startsWith("NOOP 500").endsWith("NOOP 1499");
  }

  @Test
  void aHugeFileIsCutAtALineAndMadeSmall() throws IOException {
    String line = "NOOP " + "x".repeat(1_995) + "\n";
    write(line.repeat(600));
    List<String> lines = new HistoryFile(file).load();
    assertThat(lines).isNotEmpty().extracting(String::length).containsOnly(2_000);
    assertThat(Files.size(file)).isLessThanOrEqualTo(512L * 1024);
    assertThat(new HistoryFile(file).load()).hasSameSizeAs(lines);
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.writeString(elsewhere, "precious\n", StandardCharsets.UTF_8);
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, elsewhere);
    HistoryFile history = new HistoryFile(file);
    assertThat(history.load()).isEmpty();
    history.add("QUIT");
    assertThat(elsewhere).hasContent("precious\n");
  }

  @Test
  void aFolderInItsPlaceCostsOnlyTheHistory() throws IOException {
    Files.createDirectories(file);
    HistoryFile history = new HistoryFile(file);
    assertThat(history.load()).isEmpty();
    history.add("QUIT");
    assertThat(file).isEmptyDirectory();
  }

  @Test
  void aPlaceThatCannotBeWrittenCostsOnlyTheHistory() throws IOException {
    Path blocked = folder.resolve("file");
    Files.writeString(blocked, "no folder", StandardCharsets.UTF_8);
    HistoryFile history = new HistoryFile(blocked.resolve("smtpterm").resolve("history"));
    assertThat(history.load()).isEmpty();
    history.add("QUIT");
    assertThat(blocked).hasContent("no folder");
  }

  @Test
  void aFileThatVanishesCostsOnlyTheHistory() throws IOException {
    HistoryFile history = new HistoryFile(file);
    history.load();
    Files.delete(file);
    history.add("QUIT");
    assertThat(file).doesNotExist();
  }

  @Test
  void nothingIsWrittenBeforeItWasLoaded() {
    new HistoryFile(file).add("QUIT");
    assertThat(file).doesNotExist();
  }
}
