package smtpterm.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Command;
import smtpterm.sasl.Base64Line;
import smtpterm.wire.Line;

/**
 * The server's part of a script with one client: what the script says to {@code EHLO laptop}, each
 * client from the start.
 *
 * <p>{@link Prompter} knows the place in the script, {@link Performer} says what stands there;
 * {@link Understudy}, the practice server, helps out where the script has no words.
 */
final class ScriptedDialogue implements Dialogue {
  private final Cue greeting;
  private final Prompter prompter;
  private final Performer performer;
  private final AdLib adLib;
  private final boolean pop3;
  private final String stamp;
  private final Deque<Cue.Aside> asides = new ArrayDeque<>();
  private Channel channel;
  private Optional<ScriptedLogin> login = Optional.empty();
  private Optional<TextWatch> text = Optional.empty();
  private Optional<Line> announced = Optional.empty();
  private Optional<Integer> promisedTls = Optional.empty();
  private long octetsDue;
  private boolean closing;

  ScriptedDialogue(ServerPart part, PostOffice office, Channel channel) {
    this.channel = channel;
    this.pop3 = part.service().role() == Channel.Role.POP3;
    this.stamp = office.desk().stamp();
    this.greeting = part.cues().get(0);
    this.performer = new Performer(part.service(), office, channel);
    this.prompter = new Prompter(part.cues(), new Likeness(performer.blanks(), part.exact()));
    this.adLib = new AdLib(pop3);
  }

  @Override
  public Utterance greeting() {
    Spoken words = performer.greeting(greeting);
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
    Spoken words = performer.aside(aside.reply());
    closing |= asides.isEmpty() && prompter.cue().isEmpty() && words.code().equals("421");
    return Optional.of(words.after(aside.delay()));
  }

  @Override
  public boolean over() {
    return closing && asides.isEmpty();
  }

  @Override
  public void abandon() {
    performer.leave();
  }

  @Override
  public void secured() {
    channel = channel.secured();
    promisedTls = Optional.empty();
    login = Optional.empty();
    prompter.forgetMail();
    performer.secured();
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
    String verb = Performer.verb(cue, line);
    List<Spoken> replies = performer.replies(cue, line, login);
    Spoken last = replies.get(replies.size() - 1);
    prompter.goOn(verb.equals("MAIL"));
    note(last);
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

  /** What the client says next is what the reply makes of it. */
  private void note(Spoken reply) {
    if (!reply.code().equals("334") && !reply.code().equals("+")) {
      login = Optional.empty();
    }
    if (reply.code().equals("354")) {
      Optional<Cue> message = prompter.cue().filter(c -> c.is(Cue.Kind.MESSAGE));
      text = Optional.of(new TextWatch(message.map(c -> c.heard().open()).orElse(0)));
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
        performer.reset();
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
