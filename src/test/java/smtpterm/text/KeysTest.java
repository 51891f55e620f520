package smtpterm.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key in the code has its sentence, and every sentence is said somewhere. */
final class KeysTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "smtpterm");
  private static final Path RESOURCES = Path.of("src", "main", "resources", "smtpterm");

  /** A key starts with the name of its package: {@code "shell.closed"}. */
  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:config|shell|typing|screen|cli|dns|knowledge|mail|manual|replay|report|script)\\.[A-Za-z0-9.-]+)\"");

  /** Beginnings of keys that the code completes, each with the source of its other half. */
  private static final Map<String, String> COMPOSED =
      Map.ofEntries(
          Map.entry("config.problem.", "what can be wrong with the configuration file"),
          Map.entry("config.remedy.", "what to do about it"),
          Map.entry("manual.section.", "the sections of the manual page"),
          Map.entry("manual.exit.", "the exit codes"),
          Map.entry("manual.environment.", "the variables of the environment"),
          Map.entry("manual.files.", "the files"),
          Map.entry("manual.description.", "the paragraphs about the program"),
          Map.entry("replay.failure.", "what can come otherwise than a session file says"),
          Map.entry("replay.remark.", "what the player does by itself"),
          Map.entry("report.verdict.", "how a session file fared"),
          Map.entry("script.error.", "what can be wrong with a session file"),
          Map.entry("screen.tls.alert.", "the alerts of TLS"),
          Map.entry("screen.tls.row.", "the rows of /tls"),
          Map.entry("shell.choice.", "the words behind local commands"),
          Map.entry("typing.from.", "from where an address is known"),
          Map.entry("typing.value.", "the values of parameters"),
          Map.entry("screen.state.name.", "the states in which a server can be"),
          Map.entry("shell.local.", "the names in the table of local commands"),
          Map.entry("shell.set.", "the preferences and their values"),
          Map.entry("shell.keys.", "the keys that /help lists"),
          Map.entry("shell.phase.", "the phases"),
          Map.entry("shell.tour.step.", "the steps of the tour"),
          Map.entry("shell.help.group.", "the groups of local commands"),
          Map.entry("shell.help.name.", "the names behind /help"),
          Map.entry("shell.play.keys.", "the keys while a file is played"),
          Map.entry("shell.part.", "the parts of a line of a login"),
          Map.entry("replay.objection.", "what can be wrong with a server during a login"),
          Map.entry("typing.search.", "whether and where earlier lines are searched"),
          Map.entry("typing.field.", "the header lines that people type"),
          Map.entry("typing.status.row.", "the rows of /status"),
          Map.entry("typing.status.keys.", "the kinds of lines"),
          Map.entry("typing.status.step.", "the steps in the status line"),
          Map.entry("dns.route.", "the ways to no answer at all"),
          Map.entry("dns.unknown.", "the failures"),
          Map.entry("dns.host.", "the failures of a host"),
          Map.entry("dns.spf.macro.", "the macro letters of SPF"),
          Map.entry("dns.dmarc.", "the tags of DMARC and their values"));

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  private static Set<String> keysInCode() throws IOException {
    return KEY.matcher(sources())
        .results()
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> keysOfTexts(Language language) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String room :
        List.of(
            "config", "shell", "typing", "screen", "cli", "dns", "mail", "manual", "replay",
            "report", "script")) {
      Properties properties = new Properties();
      Path file = RESOURCES.resolve(room).resolve("texts_" + language.tag() + ".properties");
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      properties.stringPropertyNames().forEach(name -> keys.add(room + "." + name));
    }
    return keys;
  }

  @Test
  void eachKeyInTheCodeHasItsSentenceInBothLanguages() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Language language : Language.values()) {
      Texts texts = new Texts(language);
      for (String key : keysInCode()) {
        boolean known = key.endsWith(".") ? COMPOSED.containsKey(key) : texts.knows(key);
        if (!known) {
          missing.add(language.tag() + ": " + key);
        }
      }
    }
    assertThat(keysInCode()).hasSizeGreaterThan(80);
    assertThat(missing).isEmpty();
  }

  @Test
  void noSentenceIsLeftOver() throws IOException {
    Set<String> unused = keysOfTexts(Language.ENGLISH);
    unused.removeAll(keysInCode());
    unused.removeIf(key -> COMPOSED.keySet().stream().anyMatch(key::startsWith));
    assertThat(unused).isEmpty();
  }

  @Test
  void eachBeginningIsCompletedSomewhere() throws IOException {
    String all = sources();
    for (String beginning : COMPOSED.keySet()) {
      assertThat(all).as(COMPOSED.get(beginning)).contains('"' + beginning + '"');
      assertThat(keysOfTexts(Language.GERMAN)).anyMatch(key -> key.startsWith(beginning));
    }
  }
}
