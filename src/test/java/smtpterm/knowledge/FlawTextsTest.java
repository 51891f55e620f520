package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineFlaw;
import smtpterm.protocol.LineFlaws;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;
import smtpterm.protocol.TypedLines;
import smtpterm.protocol.WrongLines;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** What is said about the flaws of a typed line, before and after it is refused. */
final class FlawTextsTest {
  private static final int LONGEST_BRIEF = 72;
  private static final int LONGEST_HEADLINE = 95;

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyFlawOfTheTableIsNamedInOneShortSentence(Language language) {
    FlawTexts flawTexts = new FlawTexts(new Texts(language));
    for (String row : WrongLines.TABLE.lines().toList()) {
      String[] cells = row.split(" \\| ?", -1);
      String line = TypedLines.typed(cells[1].strip());
      for (LineFlaw flaw : flaws(cells[0].strip(), line)) {
        assertThat(flawTexts.brief(flaw, line))
            .as(row)
            .hasSizeBetween(10, LONGEST_BRIEF)
            .doesNotContain("\n", "null", "%")
            .doesNotEndWith(".");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyKindHasItsSentencesAndEverySentenceItsKind(Language language) {
    Properties texts = new Texts(language).bundle("knowledge/flaws");
    Set<String> expected = new TreeSet<>();
    for (LineFlaw.Kind kind : LineFlaw.Kind.values()) {
      expected.add(kind.name());
      expected.add("headline." + kind.family());
    }
    Set<String> found = new TreeSet<>(texts.stringPropertyNames());
    found.removeIf(
        key -> key.endsWith(".headline") && expected.contains(key.replace(".headline", "")));
    assertThat(found).isEqualTo(expected);
  }

  /** Whatever code a server picks, the line is looked at. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          open  | MAIL FROM <a@b>  | 501 no  | 501 Form: hinter FROM fehlt der Doppelpunkt.
          open  | MAIL FROM <a@b>  | 500 no  | 500 Form: hinter FROM fehlt der Doppelpunkt.
          open  | MAIL FROM:a@b    | 555 no  | 555 Form: die Adresse muss in < > stehen.
          open  | MAIL FROM: <a@b> | 501 no  | 501 Form: vielleicht stört das Leerzeichen zwischen Doppelpunkt und <.
          open  | MAIL FROM: <a@b> | 550 no  | 550 abgelehnt: diesen Absender nimmt der Server nicht an.
          rcpt  | RCPT TO:<bob>    | 550 no  | 550 Form: der Adresse fehlt das @ mit der Domäne dahinter.
          rcpt  | RCPT TO:<bob>    | 550 5.1.1 no | 550 abgelehnt: dieses Postfach gibt es hier nicht. Ist es richtig geschrieben?
          rcpt  | RCPT TO:<b ob@c> | 553 no  | 553 Form: in der Adresse ist ein Leerzeichen.
          open  | MIAL FROM:<a@b>  | 500 no  | 500 unbekannter Befehl „MIAL“. Meinst du MAIL?
          open  | XFOO bar         | 500 no  | 500
          open  | Hallo Bob,       | 502 no  | 502 nicht verstanden: das ist wohl Nachrichtentext; erst kommen MAIL, RCPT und DATA.
          open  | GET / HTTP/1.1   | 500 no  | 500 nicht verstanden: das ist HTTP, die Sprache des Webs; der Server spricht SMTP.
          open  | Subject: Party   | 502 no  | 502 nicht verstanden: Subject: ist eine Kopfzeile; sie gehört in die Mail, nach DATA.
          open  | VRFY „bob“       | 501 no  | 501 nicht verstanden: „ kommt aus einer Textverarbeitung; tippe ".
          open  | EHLO\u00a0me     | 500 no  | 500 nicht verstanden: Zeichen 5 ist ein besonderes Leerzeichen; nimm die Leertaste.
          hello | EHLO             | 501 no  | 501 Form: der Name deines Rechners fehlt, etwa so: EHLO laptop.
          hello | MAIL FROM:<a@b>  | 503 no  | 503 Reihenfolge: erst EHLO, dann MAIL.
          helo  | AUTH LOGIN       | 503 no  | 503 Reihenfolge: AUTH braucht EHLO; HELO genügt nicht.
          helo  | MAIL FROM:<a@b> SIZE=3 | 503 no | 503 Reihenfolge: SIZE braucht EHLO; HELO genügt nicht.
          bare  | STARTTLS         | 502 no  | 502 abgelehnt: STARTTLS hat der Server nicht angeboten.
          rcpt  | DATA             | 503 no  | 503 Reihenfolge: erst RCPT TO, dann DATA.
          open  | MAIL FROM:<a@b> SIZE=2000000 | 501 no | 501 abgelehnt: zu groß, der Server nimmt höchstens 976,6 KiB.
          """)
  void aRefusalIsExplainedByTheLine(String state, String line, String reply, String headline) {
    Progress progress = TypedLines.at(state);
    Moment moment =
        new Moment(
            progress, Optional.of(new Asked(Asked.Kind.COMMAND, line)), Reply.of(reply), progress);
    Explainer explainer = new Explainer(new Texts(Language.GERMAN), Optional.empty());
    assertThat(explainer.explain(moment).headline()).startsWith(headline);
    assertThat(headline.length()).isLessThanOrEqualTo(LONGEST_HEADLINE);
  }

  @Test
  void nothingOfASecretIsRepeated() {
    FlawTexts flawTexts = new FlawTexts(new Texts(Language.ENGLISH));
    for (String line :
        List.of(
            "AUTH PLAIN topSecret!", "AUTH PLAIN topSecret", "dG9wU2VjcmV0", "PASS topSecret")) {
      for (LineFlaw flaw : flaws("open", line)) {
        assertThat(flawTexts.brief(flaw, line)).doesNotContain("Secret", "U2Vj", "!");
      }
    }
  }

  /** A password that was typed ahead, and came too late to be an answer. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingOfALineThatWasHiddenIsRepeated(Language language) {
    Explainer explainer = new Explainer(new Texts(language), Optional.empty());
    Progress progress = TypedLines.at("open");
    for (String line : List.of("geheim", "geheim: x", "MIAL geheim", "HELP")) {
      for (String code : List.of("500", "501", "502", "503", "504", "550", "553", "555")) {
        Asked asked = new Asked(Asked.Kind.COMMAND, line, true);
        Moment moment = new Moment(progress, Optional.of(asked), Reply.of(code + " no"), progress);
        Explanation explanation = explainer.explain(moment);
        assertThat(explanation.headline()).isNotEmpty().doesNotContain("geheim", "MIAL", "HELP ");
        assertThat(explanation.id()).doesNotStartWith("flaw.");
      }
    }
  }

  @Test
  void aLongWordIsCut() {
    FlawTexts flawTexts = new FlawTexts(new Texts(Language.ENGLISH));
    String line = "Q".repeat(300);
    assertThat(flawTexts.brief(flaws("open", line).get(0), line))
        .isEqualTo("unknown command \"" + "Q".repeat(15) + "…\"");
  }

  @Test
  void protocolAndCatalogueKnowTheSameCommandsAndParameters() {
    Catalog catalog = new Catalog(new Texts(Language.ENGLISH));
    for (CommandEntry command : catalog.commands("smtp")) {
      assertThat(flaws("open", command.verb()))
          .as(command.verb())
          .noneMatch(flaw -> flaw.kind().family() == LineFlaw.Family.START);
    }
    for (String verb : List.of("MAIL", "RCPT")) {
      for (ParameterEntry parameter : catalog.parameters(verb)) {
        String line =
            (verb.equals("MAIL") ? "MAIL FROM" : "RCPT TO") + ":<a@b> " + parameter.name();
        assertThat(flaws(verb.equals("MAIL") ? "open" : "rcpt", line))
            .as(line)
            .extracting(LineFlaw::kind)
            .doesNotContain(LineFlaw.Kind.PARAMETER_UNKNOWN, LineFlaw.Kind.PARAMETER_ELSEWHERE)
            .doesNotContain(LineFlaw.Kind.PARAMETER_MISSPELT);
      }
    }
  }

  private static List<LineFlaw> flaws(String state, String line) {
    return LineFlaws.in(TypedLines.at(state), LineKind.COMMAND, line);
  }
}
