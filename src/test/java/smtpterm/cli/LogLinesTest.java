package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import smtpterm.protocol.Secrecy;
import smtpterm.screen.Look;
import smtpterm.server.Guest;
import smtpterm.server.Happening;
import smtpterm.server.Happening.Kind;
import smtpterm.server.Service;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** One line for each thing that happens, readable, masked and harmless. */
final class LogLinesTest {
  private static final LocalTime NOON = LocalTime.of(12, 0, 1);
  private static final Guest STRANGER = new Guest(5, Service.SMTP, "192.168.1.23", "", false);
  private static final Guest ANNA = new Guest(5, Service.SMTP, "192.168.1.23", "anna", false);
  private static final Guest READER = new Guest(112, Service.POP3, "10.0.0.7", "bob", true);

  private static String line(Look look, Happening happening) {
    return new LogLines(look, new Texts(Language.ENGLISH)).line(happening, NOON);
  }

  private static String line(Happening happening) {
    return line(Look.plain(true), happening);
  }

  private static Happening said(Guest guest, Kind kind, String text, long lines) {
    return new Happening(guest, kind, text, Secrecy.NOTHING, lines);
  }

  @Test
  void whoSaysItStandsInAColumnOfItsOwn() {
    assertThat(line(said(STRANGER, Kind.CLIENT, "EHLO laptop", 1)))
        .isEqualTo("12:00:01   5 192.168.1.23    C: EHLO laptop");
    assertThat(line(said(ANNA, Kind.CLIENT, "NOOP", 1)))
        .isEqualTo("12:00:01   5 anna            C: NOOP");
    assertThat(line(said(READER, Kind.CLIENT, "LIST", 1)))
        .isEqualTo("12:00:01 112 bob             C: LIST");
  }

  @Test
  void ofALongAddressTheEndIsShown() {
    Guest far = new Guest(5, Service.SMTP, "fd00:1:0:0:0:0:0:1f2e", "", false);
    assertThat(line(said(far, Kind.LEFT, "", 0))).isEqualTo("12:00:01   5 …0:0:0:0:0:1f2e is gone");
  }

  @Test
  void aSecretIsMaskedWhateverItsLength() {
    assertThat(line(new Happening(ANNA, Kind.CLIENT, "AUTH PLAIN AGEAYg==", 11, 1)))
        .endsWith("C: AUTH PLAIN ••••••••");
    assertThat(line(new Happening(ANNA, Kind.CLIENT, "x", 0, 1))).endsWith("C: ••••••••");
  }

  @Test
  void whatAClientSaysCannotActOnTheTerminal() {
    String evil = "HELO \u001b[2J\u0007\u202e";
    assertThat(line(said(STRANGER, Kind.CLIENT, evil, 1))).endsWith("C: HELO \\x1b[2J\\x07\\u202e");
    assertThat(line(said(STRANGER, Kind.SERVER, "550 " + evil, 1))).doesNotContain("\u001b");
    assertThat(line(said(STRANGER, Kind.SERVER, "250 " + evil, 1))).doesNotContain("\u001b");
    assertThat(line(said(STRANGER, Kind.NO_HANDSHAKE, evil, 0))).doesNotContain("\u001b");
  }

  @Test
  void oneLineStandsForAWholeReplyAndAWholeText() {
    assertThat(line(said(STRANGER, Kind.SERVER, "250-mail.kolleg.de greets laptop", 13)))
        .endsWith("S: 250-mail.kolleg.de greets laptop (+12)");
    assertThat(line(said(STRANGER, Kind.TEXT, ".", 12))).endsWith("C: (lines of text: 12) .");
  }

  @Test
  void theCodeHasTheColourOfItsClass() {
    Look colours = new Look(true, true, () -> 0);
    assertThat(line(colours, said(ANNA, Kind.SERVER, "452 4.2.2 full", 1)))
        .contains("\033[33m452\033[0m 4.2.2 full");
    assertThat(line(colours, said(READER, Kind.SERVER, "-ERR no", 1)))
        .contains("\033[31m-ERR\033[0m no");
    assertThat(line(colours, said(READER, Kind.SERVER, "+OK yes", 1)))
        .contains("\033[32m+OK\033[0m");
  }

  @Test
  void aNarrowWindowShowsNoTime() {
    Look narrow = new Look(false, false, () -> 60);
    assertThat(line(narrow, said(STRANGER, Kind.CLIENT, "EHLO laptop", 1)))
        .isEqualTo("  5 ~2.168.1.23 C: EHLO laptop");
  }
}
