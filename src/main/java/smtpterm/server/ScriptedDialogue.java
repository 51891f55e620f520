package smtpterm.server;

import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Command;
import smtpterm.sasl.Base64Line;
import smtpterm.script.Awaited;
import smtpterm.wire.Line;

/**
 * The server's part of a script with one client: what the script says to {@code EHLO laptop}, each
 * client from the start.
 *
 * <p>{@link Prompter} knows the place in the script, {@link Speech} finds the words; {@link
 * Understudy}, the practice server, helps out where the script has none.
 */
final class ScriptedDialogue implements Dialogue {
  private final Cue greeting;
  private final Blanks blanks;
  private final Speech speech;
  private final Prompter prompter;
  private final Understudy understudy;
  private final AdLib adLib;
  private final boolean pop3;
  private final boolean lmtp;
  private final String stamp;
  private final Deque<Cue.Aside> asides = new ArrayDeque<>();
  private Channel channel;
  private Optional<ScriptedLogin> login = Optional.empty();
  private Optional<TextWatch> text = Optional.empty();
  private Optional<Line> announced = Optional.empty();
  private Optional<Integer> promisedTls = Optional.empty();
  private long octetsDue;
  private int accepted;
  private boolean closing;

  ScriptedDialogue(ServerPart part, PostOffice office, Channel channel) {
    Service service = part.service();
    this.channel = channel;
    this.pop3 = service.role() == Channel.Role.POP3;
    this.lmtp = service.role() == Channel.Role.LMTP;
    this.stamp = office.desk().stamp();
    this.greeting = part.cues().get(0);
    this.blanks =
        new Blanks(office.accounts().host(), () -> ZonedDateTime.now(office.settings().clock()));
    this.speech = new Speech(blanks);
    this.prompter = new Prompter(part.cues(), new Likeness(blanks, part.exact()));
    this.understudy =
        new Understudy(service.dialogue(office, channel), office.accounts().all().get(0), pop3);
    this.adLib = new AdLib(pop3);
  }

  @Override
  public Utterance greeting() {
    greeting.settings().forEach(blanks::set);
    Moment moment =
        new Moment(UsualWords.GREETING, "", Moment.Next.COMMAND, understudy.greeting(), "", pop3);
    Spoken words = speech.reply(greeting.said().replies().stream().findFirst(), moment);
    goOn(greeting, words);
    return words.after(greeting.said().delay());
  }

  @Override
  public Optional<Utterance> received(Line line) {
    // Promised and not kept, since there is no certificate: the client may ask once more.
    promisedTls.ifPresent(prompter::goBack);
    promisedTls = Optional.empty();
    if (text.isPresent()) {
      return text(line, text.get());
    } else if (login.isPresent()) {
      return Optional.of(answer(line, login.get()));
    }
    return command(line);
  }

  @Override
  public long octetsDue() {
    return octetsDue;
  }

  @Override
  public Optional<Utterance> received(byte[] octets, int length) {
    octetsDue -= length;
    if (octetsDue > 0) {
      return Optional.empty();
    }
    Line line = announced.orElseThrow();
    return Optional.of(prompter.expects(line) ? perform(line.text()) : improvise(line));
  }

  @Override
  public Optional<Utterance> unasked() {
    if (asides.isEmpty()) {
      return Optional.empty();
    }
    Cue.Aside aside = asides.remove();
    Moment moment = new Moment("", "", Moment.Next.COMMAND, Spoken.of(), "", pop3);
    Spoken words = speech.reply(Optional.of(aside.reply()), moment);
    closing |= asides.isEmpty() && prompter.cue().isEmpty() && words.code().equals("421");
    return Optional.of(words.after(aside.delay()));
  }

  @Override
  public boolean over() {
    return closing && asides.isEmpty();
  }

  @Override
  public void abandon() {
    understudy.leave();
  }

  @Override
  public void secured() {
    channel = channel.secured();
    promisedTls = Optional.empty();
    login = Optional.empty();
    accepted = 0;
    prompter.forgetMail();
    understudy.secured();
  }

  @Override
  public Utterance tooSlow() {
    return adLib.tooSlow();
  }

  @Override
  public Utterance closing() {
    return adLib.closing();
  }

  private Optional<Utterance> text(Line line, TextWatch watch) {
    Optional<Cue> message = prompter.cue().filter(c -> c.is(Cue.Kind.MESSAGE));
    if (watch.endsWith(line)) {
      text = Optional.empty();
      return Optional.of(message.isPresent() ? perform("") : adLib.taken());
    } else if (message.isPresent() && watch.breaksOff()) {
      text = Optional.empty();
      prompter.goOn(false);
      goOn(message.get(), Spoken.of());
      return Optional.of(Utterance.SILENCE);
    }
    return Optional.empty();
  }

  private Utterance answer(Line line, ScriptedLogin current) {
    Optional<Utterance> refusal = refusal(line);
    if (refusal.isPresent()) {
      login = Optional.empty();
      prompter.goBack(current.start());
      return refusal.get();
    }
    current.answered();
    if (current.completesAuth()) {
      return perform("AUTH");
    } else if (prompter.expectsAnswer()) {
      return perform("");
    }
    login = Optional.empty();
    return adLib.notNow(prompter.due());
  }

  /** Any answer is good; but what the script itself does not say must look like one. */
  private Optional<Utterance> refusal(Line line) {
    if (line.dropped() > 0) {
      return Optional.of(pop3 ? adLib.lineTooLong() : Replies.ANSWER_TOO_LONG);
    } else if (prompter.expectsAnswer(line.text())) {
      return Optional.empty();
    } else if (line.text().equals("*")) {
      return Optional.of(adLib.cancelled());
    }
    return Base64Line.decode(line.text()).isPresent()
        ? Optional.empty()
        : Optional.of(adLib.notBase64());
  }

  private Optional<Utterance> command(Line line) {
    boolean expected = prompter.expects(line);
    Optional<Chunk> chunk = chunk(line);
    boolean taken =
        chunk.isPresent() && (!expected || prompter.cue().orElseThrow().heard().chunk());
    if (taken && chunk.get().size() > 0) {
      announced = Optional.of(line);
      octetsDue = chunk.get().size();
      return Optional.empty();
    }
    if (!expected) {
      return Optional.of(improvise(line));
    }
    boolean auth = new Command(line.text().strip()).is("AUTH");
    return Optional.of(auth ? auth(line.text().strip()) : perform(line.text()));
  }

  private static Optional<Chunk> chunk(Line line) {
    Command command = new Command(line.text().strip());
    return command.is("BDAT") ? Chunk.parse(command.argument().strip()) : Optional.empty();
  }

  /** The first answer may stand on the line of AUTH or come later, wherever the script has it. */
  private Utterance auth(String line) {
    Cue cue = prompter.cue().orElseThrow();
    ScriptedLogin begun =
        new ScriptedLogin(new Command(line).firstArgument(), stamp, prompter.place());
    login = Optional.of(begun);
    boolean given = Likeness.initialResponse(line);
    boolean wanted = prompter.expectsInitialResponse();
    if (given) {
      begun.answered();
    }
    if (given && !wanted && cue.said().next() == Moment.Next.ANSWER) {
      prompter.goOn(false);
      return perform("");
    } else if (wanted && !given && cue.said().mayBePositive()) {
      begun.begunWithout();
      return adLib.asking(begun.challenge());
    }
    return perform(line);
  }

  /** Says what the script says now. */
  private Utterance perform(String line) {
    Cue cue = prompter.cue().orElseThrow();
    cue.settings().forEach(blanks::set);
    String verb = verb(cue, line);
    String challenge = login.map(ScriptedLogin::challenge).orElse("");
    Moment moment =
        new Moment(verb, line, cue.said().next(), practice(cue, verb, line), challenge, pop3);
    List<Spoken> replies = replies(cue, moment);
    Spoken last = replies.get(replies.size() - 1);
    prompter.goOn(verb.equals("MAIL"));
    note(verb, line, last);
    goOn(cue, last);
    closing |= prompter.cue().isEmpty() && verb.equals("QUIT") && last.positive();
    List<String> lines = replies.stream().flatMap(r -> r.lines().stream()).toList();
    Utterance words = new Spoken(lines).after(cue.said().delay());
    boolean go = last.code().equals(pop3 ? "+OK" : "220") && !channel.encrypted();
    if (go && verb.equals(pop3 ? "STLS" : "STARTTLS")) {
      promisedTls = Optional.of(prompter.place() - 1);
      return words.followedBy(Utterance.Then.TLS);
    }
    return words;
  }

  private static String verb(Cue cue, String line) {
    return switch (cue.heard().kind()) {
      case ANSWER -> "AUTH";
      case MESSAGE -> UsualWords.DOT;
      default -> new Command(line.strip()).verb();
    };
  }

  private Spoken practice(Cue cue, String verb, String line) {
    boolean in =
        cue.is(Cue.Kind.ANSWER)
            || verb.equals("PASS")
            || verb.equals("APOP")
            || (verb.equals("AUTH") && login.isPresent());
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

  /** What a reply changes. */
  private void note(String verb, String line, Spoken reply) {
    boolean asks = reply.code().equals("334") || reply.code().equals("+");
    if (!asks) {
      login = Optional.empty();
    }
    if (reply.code().equals("235")) {
      understudy.loggedIn();
    } else if (reply.code().equals("354")) {
      Optional<Cue> message = prompter.cue().filter(c -> c.is(Cue.Kind.MESSAGE));
      text = Optional.of(new TextWatch(message.map(c -> c.heard().open()).orElse(0)));
    }
    switch (verb) {
      case "RCPT" -> accepted += reply.positive() ? 1 : 0;
      case "EHLO", "HELO", "LHLO", "MAIL", "RSET" -> accepted = reply.positive() ? 0 : accepted;
      case UsualWords.DOT -> accepted = 0;
      default -> accepted = endsMessage(line) ? 0 : accepted;
    }
  }

  /** What happens behind a reply, whatever the client says. */
  private void goOn(Cue cue, Spoken reply) {
    asides.addAll(cue.said().asides());
    boolean end = prompter.cue().isEmpty() && asides.isEmpty();
    closing |= cue.said().closes() || (end && reply.code().equals("421"));
  }

  /** Says something to a line that the script does not have here. */
  private Utterance improvise(Line line) {
    if (line.dropped() > 0) {
      return adLib.lineTooLong();
    }
    Command command = new Command(line.text().strip());
    switch (command.verb()) {
      case "QUIT" -> {
        closing = true;
        return adLib.bye();
      }
      case "NOOP" -> {
        return adLib.done();
      }
      case "RSET" -> {
        accepted = 0;
        understudy.reply("RSET");
        prompter.goBackToMail();
        return adLib.done();
      }
      case "HELP" -> {
        return adLib.help(prompter.due());
      }
      default -> {
        return adLib.notNow(prompter.due());
      }
    }
  }
}
