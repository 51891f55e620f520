package smtpterm.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sentence exists in German and English, with the same places to put things in. */
final class BothLanguagesTest {
  private static final Path RESOURCES = Path.of("src", "main", "resources", "smtpterm");
  private static final Pattern PLACE = Pattern.compile("%(?:[0-9]+\\$)?[-#+ 0,(]*[0-9.]*[a-zA-Z]");

  /** One word or two, or nothing but terms and syntax, may be the same in both languages. */
  private static final int LETTERS_THAT_MAY_BE_EQUAL = 24;

  @TestFactory
  List<DynamicTest> everyFileHasASisterThatSaysTheSame() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*_(de|en)\\.properties")).toList()) {
        tests.add(DynamicTest.dynamicTest(file.toString(), () -> compare(file)));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(2);
    return tests;
  }

  private static void compare(Path file) throws IOException {
    String name = file.getFileName().toString();
    boolean german = name.endsWith("_de.properties");
    String stem = name.substring(0, name.length() - "_de.properties".length());
    Properties mine = load(file);
    Properties other = load(file.resolveSibling(stem + (german ? "_en" : "_de") + ".properties"));
    assertThat(new TreeSet<>(mine.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(other.stringPropertyNames()));
    for (String key : mine.stringPropertyNames()) {
      String here = mine.getProperty(key);
      String there = other.getProperty(key);
      assertThat(here).as(key).isNotBlank();
      assertThat(places(here)).as(key).isEqualTo(places(there));
      if (here.length() > LETTERS_THAT_MAY_BE_EQUAL) {
        assertThat(here).as(key + " is the same in both languages").isNotEqualTo(there);
      }
    }
  }

  private static Set<String> places(String pattern) {
    return PLACE
        .matcher(pattern.replace("%%", ""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
