package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import smtpterm.protocol.Raw;
import smtpterm.protocol.Smtp;
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

  private final Session session = new Session(new Smtp(), 0);
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
    return new StatusLine(new Texts(language), Look.plain(unicode), () -> now)
        .of(
            new StatusLine.Facts(Optional.of(target), view, "", message, "", false, false, false),
            columns);
  }

  private String line(int columns) {
    return line(TARGET, Optional.of(session.view()), "", columns);
  }

  @Test
  void itTellsWhereAndHowFar() {
    play("S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 AUTH LOGIN");
    assertThat(line(120))
        .isEqualTo(" 127.0.0.1:2525 · not encrypted │ hello ✔ login – mail – rcpt – text – │ 0 ms");
    play("C: AUTH PLAIN AGFubmEAZ2VoZWlt", "S: 235 ok", "C: MAIL FROM:<a@b>", "S: 250 ok");
    play("C: RCPT TO:<c@d>", "S: 250 ok", "C: RCPT TO:<e@f>", "S: 250 ok");
    assertThat(line(120)).contains("not encrypted · anna │ hello ✔ login ✔ mail ✔ rcpt 2 text –");
    play("C: DATA", "S: 354 go");
    assertThat(line(120)).contains("text …");
    play("C: .", "S: 250 queued");
    assertThat(line(120)).contains("mail ✔ rcpt ✔ text ✔");
  }

  @Test
  void withoutAnOfferedLoginNoneIsShown() {
    play("S: 220 mx", "C: HELO me", "S: 250 mx");
    assertThat(line(120)).doesNotContain("login");
  }

  @Test
  void aLongWaitIsCounted() {
    play("S: 220 mx", "C: NOOP");
    now = 1_900_000_000L;
    assertThat(line(120)).doesNotContain("waiting");
    now = 65_000_000_000L;
    assertThat(line(120)).endsWith("waiting 65 s");
    language = Language.GERMAN;
    assertThat(line(120)).endsWith("warte seit 65 s");
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
    for (int columns = 40; columns < 120; columns++) {
      assertThat(line(columns).length()).as("%d columns", columns).isLessThan(columns);
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
    assertThat(line(web, Optional.of(raw.view()), "", 80)).isEqualTo(" [::1]:80 · not encrypted");
  }
}
