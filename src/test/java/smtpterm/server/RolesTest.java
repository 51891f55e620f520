package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static smtpterm.server.Words.said;
import static smtpterm.server.Words.say;
import static smtpterm.server.Words.text;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.server.Channel.Role;

/** What a port is for, and whether TLS is up, changes what is answered. */
final class RolesTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-02T11:00:00Z"), ZoneId.of("Europe/Berlin"));
  private static final Manners TLS_REQUIRED = new Manners(false, false, true, Optional.empty());

  private final PostOffice office = office(Manners.lenient());

  private static PostOffice office(Manners manners) {
    return Offices.with(Settings.standard().withClock(NOON).withManners(manners));
  }

  private static SmtpDialogue dialogue(PostOffice office, Role role, boolean tlsPossible) {
    return new SmtpDialogue(office, new Channel(role, tlsPossible, false, "::1"));
  }

  private static void send(SmtpDialogue to, String... lines) {
    for (String line : lines) {
      assertThat(say(to, line)).as(line).matches("(?s)(|[23].*)");
    }
  }

  private List<String> bobs() {
    return office.mailboxes().mail("bob", 1).orElseThrow().lines(100);
  }

  /** RFC 3207 section 4. */
  @Test
  void tlsIsOfferedWhileItIsPossibleAndOnlyOnce() {
    SmtpDialogue talk = dialogue(office, Role.SMTP, true);
    assertThat(say(talk, "EHLO laptop")).contains("250-STARTTLS\r\n").doesNotContain("REQUIRETLS");
    assertThat(say(talk, "STARTTLS now")).startsWith("501 5.5.4 ");
    Utterance go = said(talk, "STARTTLS");
    assertThat(text(go)).startsWith("220 2.0.0 ");
    assertThat(go.then()).isEqualTo(Utterance.Then.TLS);
    talk.secured();
    assertThat(say(talk, "EHLO laptop"))
        .contains("250-REQUIRETLS\r\n")
        .doesNotContain("STARTTLS")
        .contains("250-AUTH ");
    assertThat(say(talk, "STARTTLS")).startsWith("503 5.5.1 ");
    assertThat(say(talk, "MAIL FROM:<a@b> REQUIRETLS")).startsWith("250 2.1.0 ");
    SmtpDialogue without = dialogue(office, Role.SMTP, false);
    assertThat(say(without, "EHLO laptop")).doesNotContain("STARTTLS");
    assertThat(say(without, "STARTTLS")).startsWith("502 5.5.1 ");
  }

  /** RFC 3207 section 4.2. */
  @Test
  void nothingThatWasSaidBeforeTlsCountsBehindIt() {
    SmtpDialogue talk = dialogue(office, Role.SMTP, true);
    send(talk, "EHLO laptop", "AUTH PLAIN AGFubmEAZ2VoZWlt", "MAIL FROM:<a@b>", "STARTTLS");
    talk.secured();
    assertThat(say(talk, "RCPT TO:<bob@kolleg.de>")).startsWith("503 5.5.1 Say MAIL");
    assertThat(say(talk, "MAIL FROM:<a@b>")).startsWith("503 5.5.1 Say EHLO");
    assertThat(say(talk, "AUTH LOGIN")).startsWith("503 5.5.1 Say EHLO");
    send(talk, "EHLO laptop", "AUTH PLAIN AGFubmEAZ2VoZWlt", "MAIL FROM:<a@b>");
    assertThat(say(talk, "AUTH LOGIN")).startsWith("503 5.5.1 ");
  }

  /** RFC 3207 section 4: 530 for all but EHLO, NOOP, STARTTLS and QUIT. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HELO x",
        "MAIL FROM:<a@b>",
        "RCPT TO:<bob@kolleg.de>",
        "DATA",
        "RSET",
        "VRFY bob",
        "EXPN klasse",
        "HELP",
        "ETRN kolleg.de",
        "BDAT 0 LAST",
        "AUTH",
        "AUTH FOO",
        "FOO",
        "LHLO"
      })
  void whereTlsIsRequiredNothingElseIsDoneBefore(String command) {
    SmtpDialogue talk = dialogue(office(TLS_REQUIRED), Role.SMTP, true);
    assertThat(say(talk, "NOOP")).startsWith("250 ");
    assertThat(say(talk, "EHLO laptop")).contains("STARTTLS").doesNotContain("AUTH");
    if (command.equals("LHLO")) {
      assertThat(say(talk, command)).startsWith("500 ");
    } else {
      assertThat(say(talk, command)).startsWith("530 5.7.0 ").contains("STARTTLS");
    }
    send(talk, "STARTTLS");
    talk.secured();
    assertThat(say(talk, "EHLO laptop")).contains("250-AUTH ");
    assertThat(say(talk, command)).doesNotStartWith("530");
    assertThat(say(dialogue(office(TLS_REQUIRED), Role.SMTP, true), "QUIT")).startsWith("221 ");
  }

  /** RFC 4954 section 6. */
  @ParameterizedTest
  @ValueSource(strings = {"AUTH LOGIN", "auth plain AGFubmEAZ2VoZWlt", "AUTH PLAIN"})
  void noPasswordIsTakenInTheClearWhereTlsIsRequired(String command) {
    SmtpDialogue talk = dialogue(office(TLS_REQUIRED), Role.SUBMISSION, true);
    send(talk, "EHLO laptop");
    assertThat(say(talk, command)).startsWith("538 5.7.11 ");
    assertThat(say(talk, "MAIL FROM:<anna@kolleg.de>")).startsWith("530 5.7.0 Must issue");
  }

  /** RFC 3848, RFC 6531 section 4.3. */
  @ParameterizedTest
  @CsvSource({
    "SMTP, HELO, false, false, '', SMTP",
    "SMTP, HELO, true, false, '', SMTP",
    "SMTP, EHLO, false, false, '', ESMTP",
    "SMTP, EHLO, true, false, '', ESMTPS",
    "SMTP, EHLO, false, true, '', ESMTPA",
    "SUBMISSION, EHLO, true, true, '', ESMTPSA",
    "SMTP, EHLO, false, false, ' SMTPUTF8', UTF8SMTP",
    "SUBMISSION, EHLO, true, true, ' SMTPUTF8', UTF8SMTPSA",
    "LMTP, LHLO, false, false, '', LMTP",
    "LMTP, LHLO, true, true, '', LMTPSA",
    "LMTP, LHLO, false, false, ' SMTPUTF8', UTF8LMTP",
  })
  void theTraceNamesTheWay(
      Role role, String hello, boolean tls, boolean login, String utf8, String way) {
    SmtpDialogue talk = dialogue(office, role, true);
    if (tls) {
      talk.secured();
    }
    send(talk, hello + " laptop");
    if (login) {
      send(talk, "AUTH PLAIN AGFubmEAZ2VoZWlt");
    }
    send(talk, "MAIL FROM:<anna@kolleg.de>" + utf8, "RCPT TO:<bob@kolleg.de>", "DATA", ".");
    assertThat(bobs())
        .contains(
            "Received: from laptop ([IPv6:::1])", "\tby mail.kolleg.de with " + way + " id P0001");
  }

  /** RFC 6409 section 8: nobody else may add what is missing. */
  @ParameterizedTest
  @CsvSource({
    "SUBMISSION, 'Subject: x||Hi', 'Date: D|Message-ID: I|Subject: x||Hi'",
    "SUBMISSION, 'date: now|Subject: x||Hi', 'Message-ID: I|date: now|Subject: x||Hi'",
    "SUBMISSION, 'MESSAGE-ID : <m>|Subject: x| folded||Date: y', "
        + "'Date: D|MESSAGE-ID : <m>|Subject: x| folded||Date: y'",
    "SUBMISSION, 'Date: a|Message-ID: b', 'Date: a|Message-ID: b'",
    "SUBMISSION, '|Hi', 'Date: D|Message-ID: I||Hi'",
    "SUBMISSION, 'Hi Bob|Date: y', 'Date: D|Message-ID: I||Hi Bob|Date: y'",
    "SMTP, 'Subject: x||Hi', 'Subject: x||Hi'",
    "LMTP, 'Subject: x||Hi', 'Subject: x||Hi'",
  })
  void theSendersOwnServerAddsWhatIsMissing(Role role, String sent, String arrived) {
    SmtpDialogue talk = dialogue(office, role, false);
    send(talk, role == Role.LMTP ? "LHLO laptop" : "EHLO laptop");
    send(talk, "AUTH PLAIN AGFubmEAZ2VoZWlt");
    send(talk, "MAIL FROM:<anna@kolleg.de>", "RCPT TO:<bob@kolleg.de>", "DATA");
    send(talk, sent.split("\\|", -1));
    send(talk, ".");
    List<String> lines = bobs();
    assertThat(lines.subList(5, lines.size()))
        .containsExactly(
            arrived
                .replace("Date: D", "Date: Mon, 2 Nov 2026 12:00:00 +0100")
                .replace("ID: I", "ID: <P0001@mail.kolleg.de>")
                .split("\\|", -1));
  }

  @Test
  void theHeaderIsWatchedInChunksAsWell() {
    SmtpDialogue talk = dialogue(office, Role.SUBMISSION, false);
    send(talk, "EHLO laptop", "AUTH PLAIN AGFubmEAZ2VoZWlt", "MAIL FROM:<anna@kolleg.de>");
    send(talk, "RCPT TO:<bob@kolleg.de>", "BDAT 24 LAST");
    for (byte octet : "Subject: x\r\nDate: y\r\n\r\nz".getBytes(StandardCharsets.US_ASCII)) {
      talk.received(new byte[] {octet}, 1);
    }
    assertThat(bobs().subList(5, bobs().size()))
        .containsExactly("Message-ID: <P0001@mail.kolleg.de>", "Subject: x", "Date: y", "", "z");
  }

  @Test
  void theGreetingNamesTheProtocolOrIsWhatWasAskedFor() {
    assertThat(text(dialogue(office, Role.LMTP, false).greeting()))
        .isEqualTo("220 mail.kolleg.de LMTP smtpterm practice server\r\n");
    assertThat(text(dialogue(office, Role.SUBMISSION, false).greeting()))
        .isEqualTo("220 mail.kolleg.de ESMTP smtpterm practice server\r\n");
    Manners own = new Manners(false, false, false, Optional.of("mx.example ESMTP hello"));
    assertThat(text(dialogue(office(own), Role.SMTP, false).greeting()))
        .isEqualTo("220 mx.example ESMTP hello\r\n");
  }
}
