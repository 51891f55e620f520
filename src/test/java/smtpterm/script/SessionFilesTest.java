package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that session files name: only regular ones in the folder of the first. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SessionFilesTest {
  @TempDir Path home;
  private Path folder;

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectories(home.resolve("sessions"));
    Files.createDirectories(folder.resolve("sub"));
    write("../outside.session", "C: OUTSIDE");
    write("letter.eml", "Subject: Hi");
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(
        folder.resolve(name), String.join("\n", lines), StandardCharsets.UTF_8);
  }

  private ScriptReading read(String... lines) throws IOException {
    return SessionFiles.read(write("top.session", lines));
  }

  private List<String> errors(String... lines) throws IOException {
    String shown = folder + "/";
    return read(lines).errors().stream()
        .map(e -> (e.at() + " " + e.kind()).replace(shown, ""))
        .toList();
  }

  @Test
  void includedLinesStandInTheirPlaceAndKeepTheirPlaces() throws IOException {
    write("sub/login.session", "   C: b", "   @include next.session", "   S: 250-x", "   S: 250");
    write("sub/next.session", "C: c");
    ScriptReading reading = read("C: a", "@include  sub/login.session", "C: d");
    assertThat(reading.errors()).isEmpty();
    assertThat(ScriptWriter.write(reading.script()))
        .containsExactly("C: a", "C: b", "C: c", "S: 250-x", "S: 250", "C: d");
    Place place = reading.script().steps().get(2).at();
    assertThat(place).isEqualTo(new Place(folder.resolve("sub/next.session").toString(), 1, 1));
    assertThat(reading.sources().line(place)).contains("C: c");
    Place indented = reading.script().steps().get(1).at();
    assertThat(indented).hasToString(folder.resolve("sub/login.session") + ":1:4");
    assertThat(reading.sources().line(indented)).contains("   C: b");
  }

  @Test
  void aFileThatIsNamedInARoundaboutWayIncludesTheSame() throws IOException {
    write("sub/login.session", "@include next.session");
    write("sub/next.session", "C: b");
    write("top.session", "C: a", "@include sub/login.session");
    Path named = Path.of("").toAbsolutePath().relativize(folder);
    Path roundabout = named.resolve("sub/../top.session");
    ScriptReading reading = SessionFiles.read(roundabout);
    assertThat(reading.errors()).isEmpty();
    assertThat(ScriptWriter.write(reading.script())).containsExactly("C: a", "C: b");
  }

  @Test
  void aReplyInAnIncludedFileBelongsToTheCommandBeforeIt() throws IOException {
    write("reply.session", "S: 250 hello");
    List<Plan.Act> acts = Plan.of(read("C: a", "@include reply.session").script()).plan().acts();
    assertThat(((Plan.Act.Line) acts.get(0)).replies()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "../outside.session, FILE_OUTSIDE",
    "sub/../../outside.session, FILE_OUTSIDE",
    "/etc/passwd, FILE_ABSOLUTE",
    "none.session, FILE_MISSING",
    "letter.eml/x, FILE_MISSING",
    "sub, FILE_NOT_REGULAR",
    "., FILE_NOT_REGULAR",
    "${name}, INCLUDE_VARIABLE",
    "a${hex:00}b, FILE_MISSING",
  })
  void whatMayNotBeIncludedIsNamedAtItsPlace(String name, String kind) throws IOException {
    assertThat(errors("C: a", "@include " + name)).containsExactly("top.session:2:10 " + kind);
    boolean variable = kind.startsWith("INCLUDE");
    assertThat(errors("C: DATA", "S: 354", "@send " + name))
        .isEqualTo(variable ? List.of() : List.of("top.session:3:7 " + kind));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linksLeadNowhereElseAndPipesAreNotOpened() throws IOException, InterruptedException {
    Files.createSymbolicLink(folder.resolve("link"), home.resolve("outside.session"));
    Files.createSymbolicLink(folder.resolve("up"), home);
    Files.createSymbolicLink(folder.resolve("fine"), folder.resolve("letter.eml"));
    String pipe = folder.resolve("pipe").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    assertThat(errors("C: a", "@include link")).containsExactly("top.session:2:10 FILE_OUTSIDE");
    assertThat(errors("C: a", "@include up/outside.session"))
        .containsExactly("top.session:2:10 FILE_OUTSIDE");
    assertThat(errors("C: a", "@include pipe"))
        .containsExactly("top.session:2:10 FILE_NOT_REGULAR");
    assertThat(errors("C: DATA", "S: 354", "@send fine")).isEmpty();
  }

  @Test
  void filesThatIncludeEachOtherAreToldWithTheirChain() throws IOException {
    write("a.session", "@include sub/b.session");
    write("sub/b.session", "@include ../a.session");
    ScriptReading reading = read("C: x", "@include a.session");
    ScriptError error = reading.errors().get(0);
    assertThat(error.kind()).isEqualTo(ScriptError.Kind.INCLUDE_CYCLE);
    assertThat(error.at()).hasToString(folder.resolve("sub/b.session") + ":1:10");
    assertThat(error.arguments().get(0).replace(folder + "/", ""))
        .isEqualTo("top.session → a.session → sub/b.session → a.session");
    assertThat(errors("C: x", "@include top.session"))
        .containsExactly("top.session:2:10 INCLUDE_CYCLE");
  }

  @Test
  void aFanOfFilesEndsSoon() throws IOException {
    for (int i = 0; i < 20; i++) {
      String next = "@include " + (i + 1) + ".session";
      write(i + ".session", "C: x", next, next);
    }
    write("20.session", "C: end");
    assertThat(errors("@include 10.session")).allMatch(e -> e.endsWith("INCLUDE_TOO_MUCH"));
    write("deep.session", "@include deep2.session");
    for (int i = 2; i < 20; i++) {
      write("deep" + i + ".session", "@include deep" + (i + 1) + ".session");
    }
    assertThat(errors("@include deep.session"))
        .containsExactly("deep16.session:1:10 INCLUDE_DEPTH");
  }

  @Test
  void errorsInsideAnIncludedFileNameIt() throws IOException {
    write("bad.session", "C: ok", "S: hello");
    Files.write(folder.resolve("latin.session"), new byte[] {'C', ':', (byte) 0xE4});
    assertThat(errors("C: x", "@wait y", "@include bad.session", "@include latin.session"))
        .containsExactly(
            "top.session:2:7 BAD_DURATION",
            "bad.session:2:4 NO_CODE",
            "latin.session:1:1 NOT_UTF8");
  }

  @Test
  void aFileMayBeNamedAsThePersonStandsToIt() throws IOException {
    write("x.session", "C: x");
    Path relative =
        Path.of("").toAbsolutePath().relativize(write("top.session", "@include x.session"));
    ScriptReading reading = SessionFiles.read(relative);
    assertThat(reading.errors()).isEmpty();
    assertThat(reading.script().steps().get(0).at().file())
        .isEqualTo(relative.resolveSibling("x.session").toString());
    assertThatThrownBy(() -> SessionFiles.read(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
