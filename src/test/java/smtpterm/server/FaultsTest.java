package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static smtpterm.server.Words.said;
import static smtpterm.server.Words.say;
import static smtpterm.server.Words.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.sasl.Account;
import smtpterm.wire.Line;

/** Addresses that answer on demand, as far as time and mailboxes play a part. */
final class FaultsTest {
  private final Hands hands = new Hands();
  private final PostOffice office = Offices.with(Settings.standard().withClock(hands));
  private final SmtpDialogue dialogue = dialogue("127.0.0.1");

  /** A clock that is turned by hand. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-02T11:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void forward(Duration time) {
      now = now.plus(time);
    }
  }

  private SmtpDialogue dialogue(String address) {
    SmtpDialogue fresh =
        new SmtpDialogue(office, new Channel(Channel.Role.SMTP, false, false, address));
    say(fresh, "EHLO laptop");
    say(fresh, "MAIL FROM:<anna@kolleg.de>");
    return fresh;
  }

  /** RFC 6647 section 2: the same three have to come back. */
  @Test
  void aGreylistedMailIsTakenTenSecondsLater() {
    String grey = "RCPT TO:<grey@kolleg.de>";
    assertThat(say(dialogue, grey)).isEqualTo("451 4.7.1 Greylisted, try again in 10 seconds\r\n");
    hands.forward(Duration.ofMillis(9_001));
    assertThat(say(dialogue, grey)).isEqualTo("451 4.7.1 Greylisted, try again in 1 second\r\n");
    hands.forward(Duration.ofMillis(999));
    assertThat(say(dialogue, grey)).startsWith("250 2.1.5 ");
    assertThat(say(dialogue, "RCPT TO:<grau@kolleg.de>")).startsWith("451 4.7.1 ");
    assertThat(say(dialogue("127.0.0.2"), grey)).startsWith("451 4.7.1 ");
    assertThat(say(dialogue("127.0.0.1"), grey)).startsWith("250 2.1.5 ");
  }

  @Test
  void aSlowAnswerIsTheUsualOneLater() {
    for (String command : List.of("RCPT TO:<slow@kolleg.de>", "RCPT TO:<langsam@kolleg.de>")) {
      Utterance slow = said(dialogue, command);
      assertThat(text(slow)).startsWith("250 2.1.5 ");
      assertThat(slow.delay()).isEqualTo(Duration.ofSeconds(5));
    }
    assertThat(said(dialogue, "RCPT TO:<bob@kolleg.de>").delay()).isZero();
    assertThat(said(dialogue, "RCPT TO:<data-slow@kolleg.de>").delay()).isZero();
    assertThat(said(dialogue, "RCPT TO:<dot-slow@kolleg.de>").delay()).isZero();
    Utterance goAhead = said(dialogue, "DATA");
    assertThat(text(goAhead)).startsWith("354 ");
    assertThat(goAhead.delay()).isEqualTo(Duration.ofSeconds(5));
    Utterance end = said(dialogue, ".");
    assertThat(text(end)).startsWith("250 2.0.0 Ok: queued as P0001");
    assertThat(end.delay()).isEqualTo(Duration.ofSeconds(5));
    Utterance sender = said(dialogue, "MAIL FROM:<slow@kolleg.de>");
    assertThat(text(sender)).startsWith("250 2.1.0 ");
    assertThat(sender.delay()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aSlowChunkIsAnsweredBehindItsOctets() {
    say(dialogue, "RCPT TO:<data-slow@kolleg.de>");
    assertThat(dialogue.received(new Line("BDAT 1", Line.Ending.CRLF, 0))).isEmpty();
    Utterance taken = dialogue.received(new byte[] {'x'}, 1).orElseThrow();
    assertThat(text(taken)).isEqualTo("250 2.0.0 1 octets received\r\n");
    assertThat(taken.delay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(said(dialogue, "BDAT 0 LAST").delay()).isZero();
  }

  /** RFC 1047: the mail has arrived, but its sender cannot know. */
  @Test
  void aLineThatDropsBehindTheDotHasDeliveredTheMail() {
    say(dialogue, "RCPT TO:<bob@kolleg.de>");
    say(dialogue, "RCPT TO:<dot-drop@kolleg.de>");
    say(dialogue, "DATA");
    Utterance nothing = said(dialogue, ".");
    assertThat(text(nothing)).isEmpty();
    assertThat(nothing.then()).isEqualTo(Utterance.Then.DROP);
    assertThat(office.mailboxes().list("bob").orElseThrow()).hasSize(1);
  }

  @Test
  void whatIsTakenLiesInTheMailboxOfThePostmaster() {
    say(dialogue, "RCPT TO:<slow@kolleg.de>");
    say(dialogue, "DATA");
    say(dialogue, ".");
    assertThat(office.mailboxes().list("postmaster").orElseThrow()).hasSize(1);
  }

  @Test
  void aTextRefusedBehindTheDotIsInNoMailboxAndTakesNoRoom() {
    say(dialogue, "RCPT TO:<bob@kolleg.de>");
    say(dialogue, "RCPT TO:<reject@kolleg.de>");
    say(dialogue, "DATA");
    dialogue.received(new Line("x".repeat(1_000), Line.Ending.CRLF, 0));
    assertThat(say(dialogue, ".")).isEqualTo("554 5.7.1 Not allowed, the mail is refused\r\n");
    assertThat(office.mailboxes().list("bob").orElseThrow()).isEmpty();
    assertThat(office.storage().memory().used()).isZero();
  }

  /** RFC 5321 section 4.2.1: the codes that exist; RFC 2034 section 4: the enhanced one agrees. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-X.0.0", "-X.2.2", "-X.7.1", "-X.999.999", ".X.1.10"})
  void everyCodeFrom400To599IsSaid(String enhanced) {
    for (int code = 400; code < 600; code++) {
      String wanted = code + enhanced.replace('X', (char) ('0' + code / 100));
      String status = enhanced.isEmpty() ? code / 100 + "." : wanted.substring(4);
      SmtpDialogue fresh = dialogue("127.0.0.1");
      Utterance said = said(fresh, "RCPT TO:<" + wanted + "@kolleg.de>");
      assertThat(text(said))
          .as(wanted)
          .startsWith(code + " " + status)
          .matches("[45][0-9]{2} [45](\\.[0-9]{1,3}){2} [ -~]{3,}\r\n");
      assertThat(said.then()).isEqualTo(code == 421 ? Utterance.Then.CLOSE : Utterance.Then.GO_ON);
    }
  }

  @Test
  void whoIsCalledLikeAFaultHasAMailboxAllTheSame() {
    Accounts accounts =
        new Accounts(
            List.of(new Account("full", "x"), new Account("452", "x")), List.of("kolleg.de"));
    PostOffice other = Offices.with(Settings.standard().withAccounts(accounts));
    SmtpDialogue talk =
        new SmtpDialogue(other, new Channel(Channel.Role.SMTP, false, false, "127.0.0.1"));
    say(talk, "EHLO laptop");
    assertThat(say(talk, "MAIL FROM:<452@kolleg.de>")).startsWith("250 2.1.0 ");
    assertThat(say(talk, "RCPT TO:<full@kolleg.de>")).startsWith("250 2.1.5 ");
    assertThat(say(talk, "RCPT TO:<voll@kolleg.de>")).startsWith("452 4.2.2 ");
  }

  @Test
  void helpNamesEveryAddressAndEachNameWorks() {
    String help = String.join("\n", Wishes.help());
    for (String name :
        "grey grau full voll overfull uebervoll slow langsam drop abbruch reject ablehnung spam"
            .concat(" werbung 452 452-4.2.2 data-452 data-slow data-drop dot-452 dot-slow dot-drop")
            .concat(" punkt-452")
            .split(" ", -1)) {
      assertThat(help).contains(name + "@");
      assertThat(Wishes.ofRecipient(name.toUpperCase(Locale.ROOT), false)).as(name).isPresent();
    }
    assertThat(Wishes.ofRecipient("bob", false)).isEqualTo(Optional.empty());
    assertThat(Wishes.help()).allMatch(line -> line.matches("[ -~]{1,100}"));
  }
}
