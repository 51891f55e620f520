package smtpterm.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.Command;
import smtpterm.sasl.Account;
import smtpterm.sasl.Base64Line;
import smtpterm.wire.Line;

/**
 * The practice server beside a script: hears each command of the client in the same state, and is
 * asked for its reply where the script has no words of its own, such as those to {@code EHLO}.
 *
 * <p>It gets no message text and no passwords: a script takes all of them, so it logs in as the
 * first account when the script says that somebody is logged in.
 */
final class Understudy {
  /** What is not passed on: secrets, octets that are no lines, and what would change mailboxes. */
  private static final Set<String> UNHEARD = Set.of("AUTH", "BDAT", "PASS", "APOP", "QUIT");

  private static final Spoken NOTHING = Spoken.of();

  private final Dialogue practice;
  private final Account account;
  private final boolean pop3;

  Understudy(Dialogue practice, Account account, boolean pop3) {
    this.practice = practice;
    this.account = account;
    this.pop3 = pop3;
  }

  Spoken greeting() {
    return words(Optional.of(practice.greeting()));
  }

  /** What the practice server replies to a command; nothing where it was not asked. */
  Spoken reply(String line) {
    Command command = new Command(line.strip());
    if (UNHEARD.contains(command.verb())) {
      return NOTHING;
    }
    Spoken reply = say(command.is("USER") ? "USER " + account.name() : line);
    if (reply.code().equals("354")) {
      // The script takes the text, and with its end the mail is over here as well.
      practice.abandon();
    }
    return reply;
  }

  /** The script says that the client is logged in: what the practice server says to that. */
  Spoken loggedIn() {
    if (pop3) {
      say("USER " + account.name());
      return say("PASS " + account.password());
    }
    String answer = "\0" + account.name() + "\0" + account.password();
    return say("AUTH PLAIN " + Base64Line.encode(answer));
  }

  void secured() {
    practice.secured();
  }

  void leave() {
    practice.abandon();
  }

  private Spoken say(String line) {
    return words(practice.received(new Line(line, Line.Ending.CRLF, 0)));
  }

  private static Spoken words(Optional<Utterance> utterance) {
    if (utterance.isEmpty()) {
      return NOTHING;
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try {
      utterance.get().writeTo(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> lines = octets.toString(StandardCharsets.UTF_8).lines().toList();
    return new Spoken(lines);
  }
}
