package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.knowledge.EntryKind;

/** {@code smtpterm explain}: the catalogue without a session. */
final class ExplainCommandTest {
  private static Run explain(String language, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "--lang";
    all[1] = language;
    all[2] = "explain";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Run.with("", all);
  }

  private static Stream<String> titles(Run run) {
    return run.lines().stream().filter(line -> line.matches("   \\S+ \\(.*\\)")).map(String::strip);
  }

  @Test
  void aCodeAndAnEnhancedCodeAreTwoPages() {
    Run run = explain("en", "550", "5.7.1");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(titles(run)).containsExactly("550 (reply code)", "5.7.1 (enhanced status code)");
    assertThat(run.out())
        .containsSubsequence("5..  ", "Usual cause  ", "What to do  ", "Source  ", "RFC 5321")
        .containsSubsequence("5.7.1 (", "Usual cause  ", "What to do  ", "Source  ", "RFC 3463");
    Run german = explain("de", "550", "5.7.1");
    assertThat(titles(german)).containsExactly("550 (Antwortcode)", "5.7.1 (erweiterter Code)");
    assertThat(german.out())
        .containsSubsequence("Übliche Ursache  ", "Was du tun kannst  ", "Quelle  ", "RFC 5321");
  }

  @Test
  void aWholeReplyLineNeedsNoQuotes() {
    Run quoted = explain("en", "550 5.1.1 User unknown");
    assertThat(quoted.code()).isZero();
    assertThat(titles(quoted)).containsExactly("550 (reply code)", "5.1.1 (enhanced status code)");
    assertThat(explain("en", "550", "5.1.1", "User", "unknown")).isEqualTo(quoted);
    assertThat(titles(explain("en", "S: 250-SIZE 35882577")))
        .containsExactly("250 (reply code)", "SIZE (keyword of EHLO)");
    assertThat(titles(explain("en", "C: RCPT TO:<bob@kolleg.de>"))).contains("RCPT (command)");
    assertThat(explain("en", "S:", "550", "5.1.1", "User", "unknown")).isEqualTo(quoted);
  }

  @ParameterizedTest
  @CsvSource({
    "354,354 (reply code),354 (Antwortcode)",
    "RCPT,RCPT (command),RCPT (Befehl)",
    "rcpt to,RCPT (command),RCPT (Befehl)",
    "8bitmime,8BITMIME (keyword of EHLO),8BITMIME (Stichwort von EHLO)",
    "cram-md5,CRAM-MD5 (way of logging in),CRAM-MD5 (Verfahren der Anmeldung)",
    "message-id:,Message-ID (header line),Message-ID (Kopfzeile)",
    "587,587 (port),587 (Port)",
    "SMTPS,465 (port),465 (Port)",
    "UIDL,UIDL (command of POP3),UIDL (Befehl von POP3)",
  })
  void everyKindIsFound(String word, String english, String german) {
    Run run = explain("en", word);
    assertThat(run.code()).isZero();
    assertThat(titles(run)).contains(english);
    assertThat(titles(explain("de", word))).contains(german);
  }

  @Test
  void severalAreShownInTheOrderAskedForAndEachOnce() {
    Run run = explain("en", "DATA", "421", "data", "Subject");
    assertThat(titles(run))
        .containsSubsequence("DATA (command)", "421 (reply code)", "Subject (header line)")
        .doesNotHaveDuplicates();
  }

  @Test
  void anUnknownCodeIsReadDigitByDigit() {
    Run run = explain("en", "577");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("577 (reply code)", "5..  ", ".7.  ");
  }

  @ParameterizedTest
  @CsvSource({"MIAL,MAIL", "SUBJCT,Subject", "STARTTSL,STARTTLS", "CRAM-MD6,CRAM-MD5"})
  void theUnknownGetsNearMatchesOnStandardError(String typed, String meant) {
    for (String language : new String[] {"en", "de"}) {
      Run run = explain(language, typed);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("smtpterm: ").contains(typed).containsPattern(meant + "\\b");
      assertThat(run.err().lines()).hasSize(1);
    }
    assertThat(explain("de", typed).err()).isNotEqualTo(explain("en", typed).err());
  }

  @Test
  void whatIsKnownIsShownBesideTheUnknown() {
    Run run = explain("en", "MIAL", "NOOP");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("MIAL").doesNotContain("NOOP");
    assertThat(titles(run)).contains("NOOP (command)");
    assertThat(explain("de", "qqqqqq").err()).contains("qqqqqq", "--list");
  }

  @Test
  void nothingAtAllAndAnUnknownListAreWrongUsage() {
    for (String language : new String[] {"en", "de"}) {
      Run nothing = explain(language);
      assertThat(nothing.code()).isEqualTo(2);
      assertThat(nothing.out()).isEmpty();
      assertThat(nothing.err()).startsWith("smtpterm: ").contains("smtpterm explain 550");
      Run list = explain(language, "--list", "nope");
      assertThat(list.code()).isEqualTo(2);
      assertThat(list.out()).isEmpty();
      assertThat(list.err()).contains("nope").contains(EntryKind.topics());
    }
  }

  static Stream<Arguments> lists() {
    return EntryKind.topics().stream()
        .flatMap(topic -> Stream.of(Arguments.of("en", topic), Arguments.of("de", topic)));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyListIsATable(String language, String topic) {
    Run run = explain(language, "--list", topic);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSizeGreaterThan(5).first().asString().endsWith(":");
    assertThat(run.lines()).allMatch(line -> line.isEmpty() || line.matches("   \\S.*\\S"));
    assertThat(run.lines().stream().filter(line -> line.matches("   \\S.*  \\S.*")).count())
        .isEqualTo(json(explain(language, "--list", topic, "--json")).size());
  }

  @ParameterizedTest
  @MethodSource("lists")
  void jsonSaysTheSameForPrograms(String language, String topic) {
    for (JsonElement element : json(explain(language, "--list", topic, "--json"))) {
      JsonObject entry = element.getAsJsonObject();
      for (String key : new String[] {"kind", "name", "line", "more", "source"}) {
        assertThat(entry.has(key)).as("%s in %s", key, entry).isTrue();
        assertThat(entry.get(key).getAsString()).as(key).isNotBlank();
      }
    }
  }

  @Test
  void jsonOfSeveralIsOneArrayAndOfTheUnknownAnEmptyOne() {
    JsonArray two = json(explain("en", "--json", "550", "EHLO"));
    assertThat(two.get(0).getAsJsonObject().get("name").getAsString()).isEqualTo("550");
    assertThat(two.get(0).getAsJsonObject().get("kind").getAsString()).isEqualTo("reply");
    assertThat(two.get(1).getAsJsonObject().get("name").getAsString()).isEqualTo("EHLO");
    Run none = explain("en", "--json", "qqqqqq");
    assertThat(none.code()).isEqualTo(1);
    assertThat(json(none)).isEmpty();
  }

  private static JsonArray json(Run run) {
    return JsonParser.parseString(run.out()).getAsJsonArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u001b[2J", "550 \u001b]0;evil\u0007", "\u009b31m", "X\u202eY", "a\nb", "\0", ""})
  void hostileInputIsNeverRepeatedRaw(String input) {
    for (String language : new String[] {"en", "de"}) {
      for (Run run :
          new Run[] {explain(language, input), explain(language, "--list", "x" + input)}) {
        assertThat(run.out() + run.err())
            .doesNotContain("\u001b", "\u009b", "\u202e", "\u0007", "\0", "Exception");
        assertThat(run.code()).isBetween(0, 2);
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void aRefusalOfPop3IsNoOption() {
    Run run = Run.with("", "explain", "--lang", "en", "-ERR [IN-USE] locked");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("-ERR (reply of POP3)");
  }
}
