package smtpterm.server;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Command;
import smtpterm.script.Awaited;

/**
 * Says what a script has for its server at one place after the other: {@code 250 Ok} to RCPT, and
 * behind the dot of LMTP as many replies as recipients were taken. For one conversation.
 */
final class Performer {
  private final Blanks blanks;
  private final Speech speech;
  private final Understudy understudy;
  private final boolean pop3;
  private final boolean lmtp;
  private int accepted;

  Performer(Service service, PostOffice office, Channel channel) {
    this.pop3 = service.role() == Channel.Role.POP3;
    this.lmtp = service.role() == Channel.Role.LMTP;
    this.blanks =
        new Blanks(office.accounts().host(), () -> ZonedDateTime.now(office.settings().clock()));
    this.speech = new Speech(blanks);
    this.understudy =
        new Understudy(service.dialogue(office, channel), office.accounts().all().get(0), pop3);
  }

  /** What stands for the variables of the script by now. */
  Blanks blanks() {
    return blanks;
  }

  Spoken greeting(Cue cue) {
    cue.settings().forEach(blanks::set);
    return speech.reply(
        cue.said().replies().stream().findFirst(),
        new Moment(UsualWords.GREETING, "", Moment.Next.COMMAND, understudy.greeting(), "", pop3));
  }

  /** A reply that nobody asked for. */
  Spoken aside(Awaited awaited) {
    return speech.reply(
        Optional.of(awaited), new Moment("", "", Moment.Next.COMMAND, Spoken.of(), "", pop3));
  }

  /**
   * The replies to what the client says; one, but for the end of a message with LMTP.
   *
   * @param line what it says, if that is a command
   * @param login the AUTH under way
   */
  List<Spoken> replies(Cue cue, String line, Optional<ScriptedLogin> login) {
    cue.settings().forEach(blanks::set);
    String verb = verb(cue, line);
    Spoken practice = practice(cue, verb, line, login.isPresent());
    String challenge = login.map(ScriptedLogin::challenge).orElse("");
    Moment moment = new Moment(verb, line, cue.said().next(), practice, challenge, pop3);
    List<Spoken> replies = replies(cue, moment);
    note(moment, replies.get(replies.size() - 1));
    return replies;
  }

  /** The verb of a command, that of AUTH for its answers, a dot for a message. */
  static String verb(Cue cue, String line) {
    return switch (cue.heard().kind()) {
      case ANSWER -> "AUTH";
      case MESSAGE -> UsualWords.DOT;
      default -> new Command(line.strip()).verb();
    };
  }

  private Spoken practice(Cue cue, String verb, String line, boolean login) {
    boolean in = verb.equals("PASS") || verb.equals("APOP") || (verb.equals("AUTH") && login);
    if (pop3 && in && cue.said().next() == Moment.Next.COMMAND && cue.said().mayBePositive()) {
      return understudy.loggedIn();
    }
    return cue.is(Cue.Kind.COMMAND) ? understudy.reply(line) : Spoken.of();
  }

  /** RFC 2033 section 4.2: one for each recipient, of which the script speaks of the last. */
  private List<Spoken> replies(Cue cue, Moment moment) {
    boolean whole = cue.is(Cue.Kind.MESSAGE) || endsMessage(moment.line());
    int count = lmtp && whole ? Math.max(1, accepted) : 1;
    List<Awaited> awaited = cue.said().replies();
    List<Spoken> replies = new ArrayList<>();
    for (int i = awaited.size() - count; i < awaited.size(); i++) {
      replies.add(speech.reply(i < 0 ? Optional.empty() : Optional.of(awaited.get(i)), moment));
    }
    return replies;
  }

  private static boolean endsMessage(String line) {
    Command command = new Command(line.strip());
    return command.is("BDAT")
        && Chunk.parse(command.argument().strip()).filter(Chunk::last).isPresent();
  }

  private void note(Moment moment, Spoken reply) {
    if (reply.code().equals("235")) {
      understudy.loggedIn();
    }
    switch (moment.verb()) {
      case "RCPT" -> accepted += reply.positive() ? 1 : 0;
      case "EHLO", "HELO", "LHLO", "MAIL", "RSET" -> accepted = reply.positive() ? 0 : accepted;
      case UsualWords.DOT -> accepted = 0;
      default -> accepted = endsMessage(moment.line()) ? 0 : accepted;
    }
  }

  /** The client says RSET where the script does not. */
  void reset() {
    accepted = 0;
    understudy.reply("RSET");
  }

  void secured() {
    accepted = 0;
    understudy.secured();
  }

  void leave() {
    understudy.leave();
  }
}
