package smtpterm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The runnable jar as a thing that is handed on. */
class JarIT {
  private static final Path JAR = Path.of(System.getProperty("smtpterm.jar"));
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>.*?<artifactId>(.*?)</artifactId>(.*?)</dependency>", Pattern.DOTALL);

  @Test
  void itCarriesItsLicenceAndThoseOfItsParts() throws IOException {
    assertThat(text("META-INF/LICENSE")).contains("Apache License", "APPENDIX");
    assertThat(text("META-INF/licenses/jline.txt")).contains("Redistributions in binary form");
    assertThat(text("META-INF/licenses/dnsjava.txt")).contains("Redistributions in binary form");
    assertThat(text("META-INF/licenses/antlr.txt")).contains("Redistributions in binary form");
    assertThat(text("META-INF/licenses/slf4j.txt")).contains("Permission is hereby granted");
    assertThat(parts())
        .hasSizeGreaterThan(2)
        .allSatisfy(part -> assertThat(notice()).contains("\n" + part));
  }

  @Test
  void itNeedsNoClassPathAndNoWarningAboutNativeAccess() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("smtpterm.Main");
      assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path")).isNull();
      assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
          .isEqualTo("ALL-UNNAMED");
    }
  }

  /** With the service of dnsjava in it, every name would be looked up by that from Java 18 on. */
  @Test
  void itLeavesTheLookUpOfNamesToTheSystem() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .contains("org/xbill/DNS/Name.class")
          .doesNotContain("META-INF/services/java.net.spi.InetAddressResolverProvider")
          .noneMatch(name -> name.startsWith("META-INF/services/sun.net"))
          .noneMatch(name -> name.contains("DnsjavaInetAddressResolver"));
    }
  }

  private static String notice() throws IOException {
    return text("META-INF/NOTICE");
  }

  /** What the project description lists for more than the tests. */
  private static List<String> parts() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"), UTF_8);
    return DEPENDENCY
        .matcher(pom)
        .results()
        .filter(found -> !found.group(2).contains("<scope>"))
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static String text(String name) throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      ZipEntry entry = jar.getEntry(name);
      assertThat(entry).as(name).isNotNull();
      return new String(jar.getInputStream(entry).readAllBytes(), UTF_8);
    }
  }
}
