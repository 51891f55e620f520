package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smtpterm.knowledge.Explainer;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Smtp;
import smtpterm.session.Session;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.wire.Line;
import smtpterm.wire.LosslessUtf8;

final class WireViewTest {
  private Language language = Language.ENGLISH;
  private Look look = Look.plain(true);
  private boolean on = true;
  private boolean revealed;

  /** {@code C:} is typed, {@code S:} comes with CR LF, {@code L:} with LF only. */
  private List<String> screen(Dialect dialect, String... lines) {
    Texts texts = new Texts(language);
    Renderer renderer =
        new Renderer(
            new Layout(look),
            texts,
            new Explainer(texts, Optional.empty()),
            new Renderer.Options(
                () -> Level.OFF, () -> revealed, 100, t -> Optional.empty(), () -> on));
    Session session = new Session(dialect, 0);
    List<String> shown = new ArrayList<>();
    for (String line : lines) {
      String text = line.substring(3);
      if (line.startsWith("C: ")) {
        shown.addAll(renderer.lines(session.typed(text, false, 0)));
      } else {
        Line.Ending ending = line.startsWith("L: ") ? Line.Ending.LF : Line.Ending.CRLF;
        var replied = session.received(new Line(text, ending, 0), 7_000_000);
        session.part().ifPresent(part -> shown.addAll(renderer.lines(part)));
        replied.ifPresent(reply -> shown.addAll(renderer.lines(reply)));
      }
    }
    return shown;
  }

  private List<String> mail(String... lines) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "S: 220 mx",
                "C: EHLO me",
                "S: 250-mx",
                "S: 250-AUTH LOGIN",
                "S: 250 CHUNKING",
                "C: MAIL FROM:<a@b>",
                "S: 250 ok",
                "C: RCPT TO:<c@d>",
                "S: 250 ok"));
    int before = all.size();
    all.addAll(List.of(lines));
    List<String> shown = screen(new Smtp(), all.toArray(new String[0]));
    int said = screen(new Smtp(), all.subList(0, before).toArray(new String[0])).size();
    return shown.subList(said, shown.size());
  }

  @Test
  void eachLineIsShownWithWhatEndsIt() {
    assertThat(screen(new Smtp(), "S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 SIZE"))
        .containsExactly(
            "S: 220 mx",
            "   << 220 mx[CR][LF]   8 octets, 7 ms",
            "C: EHLO me",
            "   >> EHLO me[CR][LF]   9 octets",
            "S: 250-mx",
            "   << 250-mx[CR][LF]",
            "S: 250 SIZE",
            "   << 250 SIZE[CR][LF]   2 lines, 18 octets, 7 ms");
  }

  @Test
  void whoDidNotAskForItSeesNothingOfIt() {
    on = false;
    assertThat(screen(new Smtp(), "S: 220 mx", "C: NOOP", "L: 250 ok"))
        .containsExactly("S: 220 mx", "C: NOOP", "S: 250 ok");
  }

  @Test
  void aBareLineFeedIsNamed() {
    assertThat(screen(new Smtp(), "S: 220 mx", "C: NOOP", "S: 250-a", "L: 250-b", "S: 250 c"))
        .contains(
            "   << 250-a[CR][LF]",
            "   << 250-b[LF]   LF alone, without CR",
            "   << 250 c[CR][LF]   3 lines, 20 octets, 7 ms");
  }

  @Test
  void controlsHaveNamesAndOtherOctetsTheirDigits() {
    String raw = LosslessUtf8.decode(new byte[] {'x', (byte) 0xE4, 0, 27, '[', '3', '1', 'm'});
    assertThat(screen(new Smtp(), "S: 220 " + raw, "C: NOOP Grüße 字\t"))
        .contains(
            "   << 220 x[E4][NUL][ESC][31m[CR][LF]   14 octets, 7 ms",
            "   >> NOOP Gr[C3 BC C3 9F]e [E5 AD 97][TAB][CR][LF]   19 octets");
  }

  @Test
  void theDotThatIsOnlyForTheWayIsNamed() {
    assertThat(mail("C: DATA", "S: 354 go", "C: ..hidden", "C: .lost", "C: a.b", "C: ."))
        .contains(
            "   >> ..hidden[CR][LF]   10 octets, the server takes the first dot off",
            "   >> .lost[CR][LF]   7 octets, the server takes the first dot off",
            "   >> a.b[CR][LF]   5 octets",
            "   >> .[CR][LF]   3 octets, ends the message and is no part of it");
  }

  @Test
  void theAddedDotHasAColourOfItsOwn() {
    look = new Look(true, true, () -> 100);
    assertThat(mail("C: DATA", "S: 354 go", "C: ..x"))
        .anyMatch(line -> line.contains("\033[33m.\033[0m\033[38;5;245m.x\033[0m"));
  }

  @Test
  void inABlockOfBdatADotIsADot() {
    assertThat(mail("C: BDAT 20 LAST", "C: .x", "C: Hallo du"))
        .containsExactly(
            "C: BDAT 20 LAST",
            "   >> BDAT 20 LAST[CR][LF]   14 octets",
            "C: .x",
            "   >> .x[CR][LF]   4 octets, 16 of the block still due",
            "C: Hallo du",
            "   >> Hallo du[CR][LF]   10 octets, 6 of the block still due");
  }

  @Test
  void aSecretIsNeitherShownNorCounted() {
    String[] login = {
      "S: 220 mx",
      "C: EHLO me",
      "S: 250-mx",
      "S: 250 AUTH LOGIN",
      "C: AUTH PLAIN AGFubmEAZ2VoZWlt",
      "S: 235 ok"
    };
    assertThat(screen(new Smtp(), login))
        .contains("   >> AUTH PLAIN ••••••••[CR][LF]   not counted: it is a secret")
        .noneMatch(line -> line.contains("AGFub") || line.contains("29 octets"));
    revealed = true;
    assertThat(screen(new Smtp(), login))
        .contains("   >> AUTH PLAIN AGFubmEAZ2VoZWlt[CR][LF]   29 octets");
  }

  @Test
  void aMailThatIsFetchedShowsItsDots() {
    List<String> shown =
        screen(
            new Pop3(),
            "S: +OK hi",
            "C: USER a",
            "S: +OK",
            "C: PASS b",
            "S: +OK",
            "C: RETR 1",
            "S: +OK",
            "S: Subject: x",
            "L: ..dot",
            "S: .");
    assertThat(shown.subList(shown.size() - 9, shown.size()))
        .containsExactly(
            "S: +OK",
            "   << +OK[CR][LF]",
            "S: Subject: x",
            "   << Subject: x[CR][LF]",
            "S: ..dot",
            "   << ..dot[LF]   the first dot is only for the way and no part of the mail",
            "S: .",
            "   << .[CR][LF]   ends the reply and is no part of it",
            "   << 4 lines, 26 octets, 7 ms");
  }

  @Test
  void aLongLineIsBrokenAndItsRemarkStaysWhole() {
    look = new Look(false, true, () -> 40);
    List<String> shown = screen(new Smtp(), "S: 220 mx", "C: NOOP " + "ab".repeat(30));
    assertThat(shown.subList(2, shown.size()))
        .containsExactly(
            "C: NOOP " + "ab".repeat(30),
            "   >> NOOP " + "ab".repeat(14),
            "      " + "ab".repeat(16),
            "      [CR][LF]   67 octets");
  }

  @Test
  void aHugeLineIsCut() {
    List<String> shown = screen(new Smtp(), "S: 220 mx", "C: NOOP " + "a".repeat(60_000));
    assertThat(shown.get(3)).hasSizeLessThan(2_100).endsWith("[...][CR][LF]   60007 octets");
  }

  @Test
  void theTlsHandshakeIsAnnouncedInBothLanguages() {
    String[] tls = {"S: 220 mx", "C: EHLO me", "S: 250 STARTTLS", "C: STARTTLS", "S: 220 go"};
    assertThat(screen(new Smtp(), tls))
        .last()
        .asString()
        .startsWith("   == The TLS handshake begins here");
    language = Language.GERMAN;
    assertThat(screen(new Smtp(), tls))
        .last()
        .asString()
        .startsWith("   == Hier beginnt der TLS-Handshake");
  }

  @Test
  void onATerminalWithoutUnicodeAllIsAscii() {
    look = Look.plain(false);
    language = Language.GERMAN;
    assertThat(mail("C: DATA", "S: 354 go", "C: .Grüße", "C: AUTH PLAIN x", "C: ."))
        .filteredOn(line -> line.startsWith("   "))
        .isNotEmpty()
        .allMatch(line -> line.matches("[ -~]+"));
  }
}
