package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.EnhancedCode;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** The catalogue is complete, in both languages, and its entries say what the RFCs do. */
final class CatalogTest {
  private static final Path PROTOCOL = Path.of("src", "main", "java", "smtpterm", "protocol");

  /** The code, a blank and this, and a short enhanced code still fit a line of 100 or so. */
  private static final int LONGEST_HEADLINE = 88;

  private final Catalog catalog = new Catalog(new Texts(Language.ENGLISH));

  @ParameterizedTest
  @EnumSource(Language.class)
  void headlinesAreShortCalmAndOneSentenceOrTwo(Language language) {
    Properties moments = new Texts(language).bundle("knowledge/moments");
    for (String key : moments.stringPropertyNames()) {
      String text = moments.getProperty(key);
      assertThat(text).as(key).hasSizeLessThanOrEqualTo(LONGEST_HEADLINE).doesNotContain("!");
      if (!key.startsWith("doubt.") && !key.startsWith("second.")) {
        assertThat(text).as(key).matches(".*[.?]");
      }
    }
  }

  @Test
  void everyKeyOfAMomentCanBePicked() {
    Properties moments = new Texts(Language.ENGLISH).bundle("knowledge/moments");
    for (String key : moments.stringPropertyNames()) {
      String place = key.substring(0, key.indexOf('.') < 0 ? key.length() : key.indexOf('.'));
      if (place.matches("[A-Z]{2,}") && !place.matches("GREETING|ANSWER|DOT")) {
        assertThat(catalog.command(place)).as(key).isPresent();
      }
      String code = key.replaceFirst("^[A-Z]+\\.([0-9]{3}).*", "$1");
      if (code.matches("[0-9]{3}")) {
        assertThat(catalog.reply(code)).as(key).isPresent();
      }
    }
  }

  @Test
  void whateverTheProtocolKnowsTheCatalogueKnowsToo() throws IOException {
    assertThat(quoted("case \"([A-Z]+)\" ->")).contains("MAIL", "RCPT", "USER");
    for (String verb : quoted("case \"([A-Z]+)\" ->")) {
      boolean known =
          catalog.command(verb).isPresent()
              || catalog.command("pop3", verb).isPresent()
              || catalog.mechanism(verb).isPresent();
      assertThat(known).as(verb).isTrue();
    }
    for (String keyword : quoted("(?:offers|arguments)\\(\"([A-Z0-9-]+)\"\\)")) {
      assertThat(catalog.keyword(keyword)).as(keyword).isPresent();
    }
  }

  @Test
  void whatOneTableNamesTheOtherHas() {
    for (KeywordEntry keyword : catalog.keywords()) {
      assertThat(keyword.commands()).allMatch(verb -> catalog.command(verb).isPresent());
      assertThat(keyword.parameters())
          .allMatch(
              name ->
                  Stream.of("MAIL", "RCPT")
                      .flatMap(verb -> catalog.parameters(verb).stream())
                      .anyMatch(p -> p.name().equals(name)));
    }
    for (CommandEntry command : catalog.commands("smtp")) {
      command.needs().ifPresent(k -> assertThat(catalog.keyword(k)).as(k).isPresent());
    }
    for (ParameterEntry parameter : catalog.parameters("MAIL")) {
      assertThat(catalog.keyword(parameter.needs())).as(parameter.name()).isPresent();
    }
    for (EnhancedEntry entry : catalog.enhanced()) {
      assertThat(entry.subject()).as(entry.name()).isNotEmpty();
      assertThat(entry.replyCodes())
          .allMatch(c -> c.equals("any") || c.equals("5xx") || catalog.reply(c).isPresent());
    }
  }

  @Test
  void allRegisteredCodesAndMechanismsAreThere() {
    assertThat(catalog.replies()).hasSize(45);
    assertThat(catalog.enhanced()).hasSize(81);
    assertThat(catalog.mechanisms()).hasSizeGreaterThanOrEqualTo(48);
    assertThat(catalog.mechanism("scram-sha-999").orElseThrow().name()).isEqualTo("SCRAM-*");
    assertThat(catalog.mechanism("FOO")).isEmpty();
  }

  @Test
  void syntaxSpeaksTheLanguage() {
    Texts texts = new Texts(Language.GERMAN);
    Catalog spoken = new Catalog(texts);
    assertThat(spoken.command("rcpt").orElseThrow().syntax()).isEqualTo("RCPT TO:<Adresse>");
    texts.speak(Language.ENGLISH);
    assertThat(spoken.command("rcpt").orElseThrow().syntax()).isEqualTo("RCPT TO:<address>");
    assertThat(spoken.commands("smtp").get(0).article().line()).startsWith("says hello");
    texts.speak(Language.GERMAN);
    assertThat(spoken.commands("smtp").get(0).article().line()).startsWith("sagt Hallo");
    assertThat(catalog.commands("smtp")).noneMatch(c -> c.syntax().matches(".*[{}].*"));
  }

  @Test
  void onlyWhatFitsThePhaseAndWasOfferedIsLegal() {
    Capabilities offered = Capabilities.of(Reply.of("250-mx", "250-AUTH LOGIN", "250 STARTTLS"));
    Progress hello = Progress.at(Phase.HELLO);
    Progress auth = hello.greeted(offered);
    assertThat(legal(hello)).isEqualTo("EHLO HELO RSET VRFY EXPN HELP NOOP QUIT");
    assertThat(legal(auth)).isEqualTo("EHLO HELO STARTTLS AUTH MAIL RSET VRFY EXPN HELP NOOP QUIT");
    assertThat(legal(auth.loggedIn("anna"))).doesNotContain("AUTH").contains("MAIL");
    assertThat(legal(auth.from("a@b"))).contains("RCPT").doesNotContain("DATA", "MAIL", "AUTH");
    assertThat(legal(auth.from("a@b").to("c@d"))).contains("RCPT", "DATA").doesNotContain("BDAT");
    assertThat(legal(auth.in(Phase.TEXT))).isEmpty();
    assertThat(legal(auth.in(Phase.CHALLENGE))).isEmpty();
  }

  @Test
  void enhancedCodesAreDecodedEvenWhenTheyAreUnknown() {
    EnhancedCode known = new EnhancedCode(5, 7, 8);
    assertThat(catalog.statusOf(known)).isEqualTo("refused");
    assertThat(catalog.subjectOf(known)).isEqualTo("security");
    assertThat(catalog.detailOf(known)).isEqualTo("wrong login data");
    assertThat(catalog.enhanced(known).map(EnhancedEntry::source)).contains("RFC 4954 6");
    EnhancedCode unknown = new EnhancedCode(4, 99, 999);
    assertThat(catalog.enhanced(unknown)).isEqualTo(Optional.empty());
    assertThat(catalog.subjectOf(unknown)).isEqualTo("unknown subject");
    assertThat(catalog.detailOf(unknown)).isEqualTo("unknown detail");
  }

  private String legal(Progress progress) {
    return catalog.commands("smtp").stream()
        .filter(c -> c.legalIn(progress))
        .map(CommandEntry::verb)
        .collect(Collectors.joining(" "));
  }

  private static Set<String> quoted(String pattern) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(PROTOCOL)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Pattern.compile(pattern)
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult m) -> m.group(1))
            .forEach(found::add);
      }
    }
    return new TreeSet<>(found);
  }
}
