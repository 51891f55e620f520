package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smtpterm.protocol.Lmtp;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Raw;
import smtpterm.protocol.Smtp;
import smtpterm.screen.Cells;
import smtpterm.screen.Look;
import smtpterm.session.Ending;
import smtpterm.session.Session;
import smtpterm.session.SessionView;
import smtpterm.session.Target;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.wire.Endpoint;
import smtpterm.wire.Line;

final class StatusLineTest {
  private static final Target TARGET = new Target(new Smtp(), new Endpoint("127.0.0.1", 2525));

  private Session session = new Session(new Smtp(), 0);
  private Language language = Language.ENGLISH;
  private boolean unicode = true;
  private long now;

  private void play(String... lines) {
    for (String line : lines) {
      String text = line.substring(3);
      if (line.startsWith("C: ")) {
        session.typed(text, false, now);
      } else {
        session.received(new Line(text, Line.Ending.CRLF, 0), now);
      }
    }
  }

  private String line(Target target, Optional<SessionView> view, String message, int columns) {
    return new StatusLine(new Texts(language), Look.plain(unicode), false, () -> now)
        .of(
            new StatusLine.Facts(Optional.of(target), view, "", message, "", false, false, false),
            columns);
  }

  private String line(int columns) {
    return line(TARGET, Optional.of(session.view()), "", columns);
  }

  @Test
  void itTellsWhereAndHowFar() {
    play("S: 220 mx");
    assertThat(line(150))
        .startsWith(" 127.0.0.1:2525 · not encrypted · SMTP │ [hello] mail rcpt data");
    play("C: EHLO me", "S: 250-mx", "S: 250 AUTH LOGIN");
    assertThat(line(150))
        .isEqualTo(
            " 127.0.0.1:2525 · not encrypted · ESMTP │ hello ✔ [auth] mail rcpt data │ 0 ms"
                + " │ Tab completes · F1 help");
    play("C: MAIL FROM:<a@b>", "S: 250 ok");
    assertThat(line(150)).contains("hello ✔ auth – mail ✔ [rcpt] data");
    play("C: RSET", "S: 250 ok", "C: AUTH PLAIN AGFubmEAZ2VoZWlt", "S: 235 ok");
    assertThat(line(150)).contains("ESMTP · anna │ hello ✔ auth ✔ [mail] rcpt data");
    play("C: MAIL FROM:<a@b>", "S: 250 ok", "C: RCPT TO:<c@d>", "S: 250 ok");
    assertThat(line(150)).contains("mail ✔ rcpt ✔ [data]");
    play("C: RCPT TO:<e@f>", "S: 250 ok");
    assertThat(line(150)).contains("hello ✔ auth ✔ mail ✔ rcpt 2 [data]");
    play("C: DATA", "S: 354 go");
    assertThat(line(150)).contains("rcpt 2 [data] │ next: text, at the end a lone . │");
    play("C: .", "S: 250 queued");
    assertThat(line(150)).contains("mail ✔ rcpt ✔ data ✔ │");
  }

  @Test
  void atAChallengeTheKeyForBase64StaysLongerThanTheTime() {
    play("S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 AUTH LOGIN");
    play("C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6");
    assertThat(line(150)).contains("hello ✔ [auth]").endsWith("F6 Base64 · F7 computes · F1 help");
    assertThat(line(80)).endsWith("data │ F6 Base64");
  }

  @Test
  void theOctetsThatBdatStillNeedsAreCounted() {
    play("S: 220 mx", "C: EHLO me", "S: 250 CHUNKING", "C: MAIL FROM:<a@b>", "S: 250 ok");
    play("C: RCPT TO:<c@d>", "S: 250 ok", "C: BDAT 86 LAST");
    assertThat(line(150)).contains("[data] │ octets due: 86");
    play("C: Subject: x");
    assertThat(line(150)).contains("[data] │ octets due: 74");
    language = Language.GERMAN;
    assertThat(line(150)).contains("[data] │ fehlende Oktette: 74");
  }

  @Test
  void lmtpIsNamedAndItsRecipientsAreCounted() {
    session = new Session(new Lmtp(), 0);
    play("S: 220 mx LMTP", "C: LHLO me", "S: 250 mx", "C: MAIL FROM:<a@b>", "S: 250 ok");
    play("C: RCPT TO:<c@d>", "S: 250 ok", "C: RCPT TO:<e@f>", "S: 250 ok");
    assertThat(line(150)).contains(" · LMTP │ hello ✔ mail ✔ rcpt 2 [data]");
  }

  @Test
  void aMailboxTellsItsMessagesAndWhatIsMarked() {
    session = new Session(new Pop3(), 0);
    play("S: +OK hi", "C: USER anna", "S: +OK");
    assertThat(line(150)).contains(" · POP3 │ [login] mailbox");
    play("C: PASS geheim", "S: +OK");
    assertThat(line(150)).contains("POP3 · anna │ login ✔ [mailbox] │");
    play("C: LIST", "S: +OK", "S: 1 120", "S: 2 200", "S: 3 90", "S: .");
    assertThat(line(150)).contains("login ✔ [mailbox] messages: 3 │");
    play("C: DELE 2", "S: +OK", "C: DELE 2", "S: -ERR marked already");
    assertThat(line(150)).contains("[mailbox] messages: 3, to be deleted: 1 │");
    play("C: STAT", "S: +OK 2 210");
    assertThat(line(150)).contains("[mailbox] messages: 3, to be deleted: 1 │");
    play("C: RSET", "S: +OK");
    assertThat(line(150)).contains("[mailbox] messages: 3 │");
    play("C: DELE 1", "S: +OK", "C: QUIT");
    assertThat(line(150)).contains("login ✔ mailbox messages: 3, to be deleted: 1");
  }

  @Test
  void theLeastImportantFallsAwayFirst() {
    play("S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 AUTH LOGIN");
    play("C: AUTH PLAIN AGFubmEAZ2VoZWlt", "S: 235 ok");
    assertThat(line(105)).endsWith("[mail] rcpt data │ 0 ms │ Tab · F1");
    assertThat(line(90)).endsWith("[mail] rcpt data │ 0 ms");
    assertThat(line(80)).endsWith("not encrypted · anna │ hello ✔ auth ✔ [mail] rcpt data │ 0 ms");
    assertThat(line(70))
        .startsWith(" 127.0.0.1:2525 · not encrypted · anna │ hello ✔ auth ✔ [mail]");
    assertThat(line(60)).startsWith(" 127.0.0.1:2525 · no TLS · anna │ hello ✔ auth ✔ [mail]");
    assertThat(line(45)).startsWith(" 127.0.0.1:2525 · no TLS · anna │ [mail]");
    assertThat(line(40)).startsWith(" 127.0.0.1:2525 · no TLS │ [mail]");
  }

  @Test
  void aLongNameAndWideLettersAreCountedByColumns() {
    // The Base64 of NUL, 40 letters of Chinese, NUL, x.
    String name = "字".repeat(40);
    String answer =
        Base64.getEncoder().encodeToString(("\0" + name + "\0x").getBytes(StandardCharsets.UTF_8));
    play("S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 AUTH PLAIN");
    play("C: AUTH PLAIN " + answer, "S: 235 ok");
    assertThat(line(200)).contains("字".repeat(19) + "… │");
    for (int columns = 40; columns <= 200; columns++) {
      assertThat(Cells.of(line(columns))).as("%d columns", columns).isLessThan(columns);
    }
    assertThat(line(56)).contains("字".repeat(5) + "… │ [mail]");
  }

  @Test
  void theColourOfTheEncryptionIsNotAllThatTellsIt() {
    play("S: 220 mx");
    assertThat(coloured(false)).contains("\033[33mnot encrypted\033[0m");
    assertThat(coloured(true)).contains("\033[31mNOT ENCRYPTED\033[0m");
  }

  @Test
  void aLockStandsBeforeItWhereTheTerminalHasOne() {
    play("S: 220 mx");
    StatusLine locks =
        new StatusLine(new Texts(Language.ENGLISH), Look.plain(true), true, () -> now);
    assertThat(
            locks.of(
                new StatusLine.Facts(
                    Optional.of(TARGET),
                    Optional.of(session.view()),
                    "",
                    "",
                    "",
                    false,
                    false,
                    false),
                150))
        .startsWith(" 127.0.0.1:2525 · 🔓 not encrypted · SMTP");
  }

  private String coloured(boolean tlsRequired) {
    return new StatusLine(new Texts(language), new Look(true, true, () -> 0), false, () -> now)
        .of(
            new StatusLine.Facts(
                Optional.of(TARGET),
                Optional.of(session.view()),
                "",
                "",
                "",
                tlsRequired,
                false,
                false),
            120);
  }

  @Test
  void withoutAnOfferedLoginNoneIsShown() {
    play("S: 220 mx", "C: HELO me", "S: 250 mx");
    assertThat(line(120)).contains("· SMTP │ hello ✔ [mail] rcpt data").doesNotContain("auth");
  }

  @Test
  void aLongWaitIsCounted() {
    play("S: 220 mx", "C: NOOP");
    now = 1_900_000_000L;
    assertThat(line(120)).doesNotContain("waiting");
    now = 65_000_000_000L;
    assertThat(line(120)).endsWith("waiting 65 s (it may take 5 min)");
    assertThat(line(40)).endsWith("│ waiting 65 s");
    language = Language.GERMAN;
    assertThat(line(120)).endsWith("warte seit 65 s (er darf 5 min brauchen)");
  }

  @Test
  void whenItIsOverNothingElseIsTold() {
    play("S: 220 mx", "C: NOOP");
    session.ended(Ending.Cause.RESET, "");
    now = 65_000_000_000L;
    assertThat(line(120)).isEqualTo(" not connected");
    assertThat(line(TARGET, Optional.empty(), "", 80)).isEqualTo(" not connected");
  }

  @Test
  void aMessageIsTheLastThingToGo() {
    play("S: 220 mx");
    for (int columns = 20; columns < 120; columns++) {
      String line = line(TARGET, Optional.of(session.view()), "a flaw", columns);
      assertThat(line).endsWith("a flaw");
      assertThat(line.length()).as("%d columns: %s", columns, line).isLessThan(columns);
    }
  }

  @Test
  void itFitsEveryWindowThatHasRoomForThePlace() {
    play("S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 AUTH LOGIN");
    for (int columns = 40; columns <= 200; columns++) {
      assertThat(Cells.of(line(columns))).as("%d columns", columns).isLessThan(columns);
    }
  }

  @Test
  void withoutUnicodeItIsAscii() {
    unicode = false;
    language = Language.GERMAN;
    play("S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 AUTH LOGIN");
    assertThat(line(120)).matches("[ -~]+").contains("127.0.0.1:2525 | unverschluesselt");
  }

  @Test
  void aUserNameOfAStrangerIsHarmless() {
    // The Base64 of NUL, a user name that turns the writing direction, NUL, x.
    play("S: 220 mx", "C: AUTH PLAIN AGHigK5iAHg=", "S: 235 ok");
    assertThat(line(120)).contains("a\\u202eb");
  }

  @Test
  void anUnknownProtocolHasNoTrail() {
    Session raw = new Session(new Raw(), 0);
    Target web = new Target(new Raw(), new Endpoint("::1", 80));
    assertThat(line(web, Optional.of(raw.view()), "", 80))
        .startsWith(" [::1]:80 · not encrypted · raw │ ");
  }
}
