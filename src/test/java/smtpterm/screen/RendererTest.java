package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.knowledge.Explainer;
import smtpterm.protocol.Reply;
import smtpterm.protocol.Smtp;
import smtpterm.session.Ending;
import smtpterm.session.Notice;
import smtpterm.session.Session;
import smtpterm.testing.Golden;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.wire.Line;

/** What stands on the screen, line by line. */
final class RendererTest {
  private static final String[] LOGIN = {
    "S: 220 mx.test ESMTP",
    "C: EHLO laptop",
    "S: 250-mx.test greets laptop",
    "S: 250-SIZE 10485760",
    "S: 250 AUTH LOGIN PLAIN",
    "C: AUTH LOGIN",
    "S: 334 VXNlcm5hbWU6",
    "C: YW5uYQ==",
    "S: 334 UGFzc3dvcmQ6",
    "C: Z2VoZWlt",
    "S: 535 5.7.8 Wrong",
    "C: AUTH PLAIN AGFubmEAZ2VoZWlt",
    "S: 235 2.7.0 ok",
  };

  private static final String[] MAIL = {
    "S: 220 mx.test ESMTP",
    "C: HELO laptop",
    "S: 250 mx.test",
    "C: MAIL FROM:<anna@kolleg.de>",
    "S: 250 ok",
    "C: RCPT TO:<niemand@kolleg.de>",
    "S: 550 5.1.1 unknown",
    "C: RCPT TO:<bob@kolleg.de>",
    "S: 250 ok",
    "C: DATA",
    "S: 354 go",
    "C: Subject: Grüße",
    "C: ",
    "C:  AUTH PLAIN is no secret here",
    "C: .",
    "S: 452 4.3.1 full",
    "C: QUIT",
    "S: 221 bye",
  };

  private static final String[] HOSTILE = {
    "S: 220 \u001b]0;title\u0007\u001b[2Jmx\u009b31m \uDCE4\u202e",
    "S: no code at all",
    "S: 250-what nobody asked for",
    "S: 250 is shown all the same\t!",
    "C: EHLO \u001b[2J",
  };

  private static Renderer renderer(Look look, Language language, Level level, boolean revealed) {
    Texts texts = new Texts(language);
    Explainer explainer = new Explainer(texts, Optional.of("kolleg.de"));
    return new Renderer(
        new Layout(look),
        texts,
        explainer,
        new Renderer.Options(() -> level, () -> revealed, 5, t -> Optional.empty()));
  }

  private static List<String> screen(Renderer renderer, String... lines) {
    Session session = new Session(new Smtp(), 0);
    List<String> screen = new ArrayList<>();
    for (String line : lines) {
      String text = line.substring(3);
      if (line.startsWith("C: ")) {
        screen.addAll(renderer.lines(session.typed(text, false, 0)));
      } else {
        session
            .received(new Line(text, Line.Ending.CRLF, 0), 0)
            .ifPresent(replied -> screen.addAll(renderer.lines(replied)));
      }
    }
    return screen;
  }

  private static Look wide(int columns) {
    return new Look(false, true, () -> columns);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aLoginIsMaskedByItsPosition(Language language) throws IOException {
    Renderer renderer = renderer(wide(80), language, Level.SHORT, false);
    List<String> screen = screen(renderer, LOGIN);
    assertThat(screen).contains("C: YW5uYQ==", "C: ••••••••", "C: AUTH PLAIN ••••••••");
    Golden.check("screen/login-" + language.tag() + ".txt", screen);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aMailIsExplainedLineByLine(Language language) throws IOException {
    Renderer renderer = renderer(wide(80), language, Level.SHORT, false);
    Golden.check("screen/mail-" + language.tag() + ".txt", screen(renderer, MAIL));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aNarrowWindowBreaksExplanationsButNeverTheTranscript(Language language) throws IOException {
    Renderer renderer = renderer(wide(40), language, Level.SHORT, false);
    List<String> screen = screen(renderer, MAIL);
    for (String line : screen) {
      if (line.startsWith("   ")) {
        assertThat(line.length()).as(line).isLessThan(40);
      }
    }
    assertThat(screen).contains("C:  AUTH PLAIN is no secret here");
    Golden.check("screen/narrow-" + language.tag() + ".txt", screen);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whereThereIsNoUnicodeAllIsAscii(Language language) throws IOException {
    Renderer renderer = renderer(new Look(false, false, () -> 80), language, Level.SHORT, false);
    List<String> screen = screen(renderer, MAIL);
    assertThat(String.join("\n", screen)).matches("(?s)[\n -~]*");
    Golden.check("screen/ascii-" + language.tag() + ".txt", screen);
  }

  @Test
  void withoutExplanationsOnlyTheTranscriptIsLeft() {
    Renderer renderer = renderer(wide(80), Language.ENGLISH, Level.OFF, true);
    List<String> expected = new ArrayList<>(List.of(MAIL));
    expected.set(expected.indexOf("C: "), "C:");
    assertThat(screen(renderer, MAIL)).isEqualTo(expected);
  }

  @Test
  void revealedSecretsAreShown() {
    Renderer renderer = renderer(wide(80), Language.ENGLISH, Level.OFF, true);
    assertThat(screen(renderer, LOGIN)).contains("C: Z2VoZWlt", "C: AUTH PLAIN AGFubmEAZ2VoZWlt");
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void nothingOfAHostileServerReachesTheTerminal(Level level) throws IOException {
    Renderer renderer = renderer(wide(80), Language.ENGLISH, level, false);
    List<String> screen = screen(renderer, HOSTILE);
    for (String line : screen) {
      assertThat(line.codePoints().allMatch(Printable::harmless)).as(line).isTrue();
    }
    Golden.check("screen/hostile-" + level.name().toLowerCase(Locale.ROOT) + ".txt", screen);
  }

  @Test
  void codesSignsAndMarksHaveTheirColours() {
    Renderer renderer =
        renderer(new Look(true, true, () -> 80), Language.ENGLISH, Level.SHORT, false);
    List<String> screen = screen(renderer, "S: 550 no");
    assertThat(screen.get(0)).isEqualTo("\033[38;5;245mS: \033[0m\033[31m550\033[0m no");
    assertThat(screen.get(1)).startsWith("   \033[31m✖\033[0m ");
  }

  @ParameterizedTest
  @CsvSource({
    "FINISHED,ELSEWHERE", "SERVICE_CLOSING,ELSEWHERE", "SERVER_CLOSED,ELSEWHERE",
    "RESET,IN_TEXT", "BROKEN,AFTER_DOT", "LEFT,IN_TEXT",
  })
  void eachEndIsToldInBothLanguages(Ending.Cause cause, Ending.Place place) throws IOException {
    List<String> screen = new ArrayList<>();
    for (Language language : Language.values()) {
      Renderer renderer = renderer(wide(80), language, Level.SHORT, false);
      Ending ending =
          new Ending(cause, Optional.of(Reply.of("250-one", "250-tw")), place, "No \u001b route");
      screen.addAll(renderer.lines(new Notice.Ended(ending)));
    }
    assertThat(screen).allMatch(line -> line.startsWith("S: ") || line.startsWith("# "));
    Golden.check("screen/ended-" + cause.name().toLowerCase(Locale.ROOT) + ".txt", screen);
  }

  @Test
  void notesAreBrokenAndEachOfTheirLinesIsMarked() {
    Layout renderer = new Layout(wide(40));
    assertThat(renderer.note("one two three four five six seven eight nine ten"))
        .containsExactly("# one two three four five six seven", "# eight nine ten");
  }

  @Test
  void theSecondColumnStaysInItsColumn() {
    Layout renderer = new Layout(wide(55));
    assertThat(
            renderer.table(
                List.of(
                    new Layout.Row("SIZE", "takes messages up to ten megabytes"),
                    new Layout.Row("A TERM THAT IS LONGER THAN", "its column"),
                    new Layout.Row("HELP", ""))))
        .containsExactly(
            "   SIZE                    takes messages up to ten",
            "                           megabytes",
            "   A TERM THAT IS LONGER THAN",
            "                           its column",
            "   HELP");
  }

  @Test
  void inANarrowWindowTheSecondColumnGoesBelowTheFirst() {
    Layout renderer = new Layout(wide(30));
    assertThat(
            renderer.table(List.of(new Layout.Row("SIZE", "takes messages up to ten megabytes"))))
        .containsExactly("   SIZE", "     takes messages up to ten", "     megabytes");
  }

  @Test
  void twoTextsStandBesideEachOtherWhereThereIsRoom() {
    List<String> left = List.of("Envelope", "", "MAIL FROM:<a@b>");
    List<String> right = List.of("Message", "", "Subject: \u001b[2J", "x ".repeat(40).strip());
    Layout wide = new Layout(wide(80));
    assertThat(wide.beside(left, right))
        .containsExactly(
            "   Envelope        │ Message",
            "                   │",
            "   MAIL FROM:<a@b> │ Subject: \\x1b[2J",
            "                   │ " + "x ".repeat(29).strip(),
            "                   │ " + "x ".repeat(11).strip());
    Layout narrow = new Layout(wide(50));
    assertThat(narrow.beside(left, List.of("Message")))
        .containsExactly("   Envelope", "   ", "   MAIL FROM:<a@b>", "", "   Message");
  }

  @Test
  void theUsualCauseIsLeftOutWhereTheMistakeIsNamed() {
    Renderer renderer = renderer(wide(100), Language.ENGLISH, Level.FULL, false);
    assertThat(screen(renderer, "S: 220 mx", "C: EHLO", "S: 501 5.5.4 Syntax"))
        .anyMatch(line -> line.startsWith("   ✖ 501 "))
        .noneMatch(line -> line.contains("Usual cause"));
    assertThat(screen(renderer, "C: EHLO a", "S: 250 a", "C: VRFY bob", "S: 550 5.1.1 no"))
        .anyMatch(line -> line.contains("Usual cause"));
  }

  @Test
  void aRemarkComesBeforeTheNextStep() {
    Texts texts = new Texts(Language.ENGLISH);
    Renderer renderer =
        new Renderer(
            new Layout(wide(80)),
            texts,
            new Explainer(texts, Optional.empty()),
            new Renderer.Options(
                () -> Level.SHORT, () -> false, 5, turn -> Optional.of("bob has mail")));
    assertThat(screen(renderer, "S: 220 mx"))
        .containsSubsequence("S: 220 mx", "   → bob has mail")
        .last()
        .asString()
        .startsWith("   → EHLO");
  }
}
