package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.knowledge.Explainer;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.Lmtp;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Smtp;
import smtpterm.session.Ending;
import smtpterm.session.Notice;
import smtpterm.session.Session;
import smtpterm.testing.Golden;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.wire.Line;
import smtpterm.wire.TlsCheck;
import smtpterm.wire.TlsInfo;

/** What comes next is said when TLS has begun, and not while it may still fail. */
final class StartTlsScreenTest {
  private static final TlsInfo TLS =
      new TlsInfo(
          "TLSv1.3",
          "TLS_AES_256_GCM_SHA384",
          "mx.test",
          List.of(),
          new TlsCheck(TlsCheck.Basis.AUTHORITY, Set.of(), ""),
          TlsInfo.ClientCertificateUse.NOT_ASKED,
          Duration.ofMillis(20));

  private final List<String> screen = new ArrayList<>();
  private Renderer renderer;
  private Session session;

  private void talk(Language language, Dialect dialect, String... lines) {
    Texts texts = new Texts(language);
    renderer =
        new Renderer(
            new Layout(new Look(false, true, () -> 80)),
            texts,
            new Explainer(texts, Optional.empty()),
            new Renderer.Options(() -> Level.SHORT, () -> false, 5, turn -> Optional.empty()));
    session = new Session(dialect, 0);
    for (String line : lines) {
      hear(line);
    }
  }

  private void hear(String line) {
    String text = line.substring(3);
    if (line.startsWith("C: ")) {
      tell(session.typed(text, false, 0));
    } else {
      Optional<Notice.Replied> replied = session.received(new Line(text, Line.Ending.CRLF, 0), 0);
      session.part().ifPresent(this::tell);
      replied.ifPresent(this::tell);
    }
  }

  private void tell(Notice notice) {
    screen.addAll(renderer.lines(notice));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theStepsFollowWhenTlsHasBegun(Language language) throws IOException {
    talk(language, new Smtp(), "S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 STARTTLS");
    hear("C: STARTTLS");
    hear("S: 220 go");
    assertThat(renderer.next()).isEmpty();
    tell(session.secured(TLS));
    assertThat(renderer.next()).startsWith("EHLO");

    talk(language, new Lmtp(), "S: 220 mx", "C: LHLO me", "S: 250-mx", "S: 250 STARTTLS");
    hear("C: STARTTLS");
    hear("S: 220 go");
    tell(session.secured(TLS));
    assertThat(renderer.next()).startsWith("LHLO");

    talk(language, new Pop3(), "S: +OK mx", "C: CAPA", "S: +OK", "S: STLS", "S: USER", "S: .");
    hear("C: STLS");
    hear("S: +OK go");
    tell(session.secured(TLS));
    assertThat(renderer.next()).isEqualTo("CAPA");

    Golden.check("screen/starttls-" + language.tag() + ".txt", screen);
  }

  @Test
  void afterAHandshakeThatFailedNoStepIsShownAndNoneIsLeftForTheNextConnection() {
    talk(Language.ENGLISH, new Smtp(), "S: 220 mx", "C: STARTTLS", "S: 220 go");
    tell(session.ended(Ending.Cause.TLS, ""));
    tell(new Session(new Smtp(), 0).secured(TLS));

    assertThat(screen).filteredOn(line -> line.startsWith("   →")).hasSize(1);
    assertThat(screen).noneMatch(line -> line.contains("is encrypted"));
  }

  @Test
  void aRefusalOfTlsHasItsStepsAtOnce() {
    talk(Language.ENGLISH, new Smtp(), "S: 220 mx", "C: EHLO me", "S: 250 STARTTLS");
    hear("C: STARTTLS");
    hear("S: 454 4.7.0 not now");

    assertThat(screen.get(screen.size() - 1)).startsWith("   → ");
  }
}
