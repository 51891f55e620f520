package smtpterm.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import smtpterm.protocol.Command;
import smtpterm.sasl.LoginStep;
import smtpterm.sasl.ServerLogin;
import smtpterm.wire.Line;

/**
 * SMTP with one client: {@code EHLO laptop} goes in, {@code 250-mail.kolleg.de greets laptop …}
 * comes out (RFC 5321).
 */
final class SmtpDialogue implements Dialogue {
  private static final Pattern NAME = Pattern.compile("[-_.:\\[\\]A-Za-z0-9]{1,255}");

  /** Who sends what a guest sends (RFC 4505). */
  private static final String GUEST = "anonymous";

  private final PostOffice office;
  private final EnvelopeCommands envelopes;
  private final Directory directory;
  private final boolean strict;
  private Channel channel;
  private Hello hello = Hello.NOT_YET;
  private String user = "";
  private Optional<ServerLogin> login = Optional.empty();
  private Optional<Transaction> mail = Optional.empty();
  private Optional<MessageText> text = Optional.empty();
  private boolean over;

  SmtpDialogue(PostOffice office, Channel channel) {
    this.office = office;
    this.channel = channel;
    this.envelopes = new EnvelopeCommands(office);
    this.directory = new Directory(office.accounts());
    this.strict = office.settings().strict();
  }

  @Override
  public Utterance greeting() {
    return Answer.bare(220, office.accounts().host() + " ESMTP smtpterm practice server");
  }

  @Override
  public Optional<Utterance> received(Line line) {
    if (text.isPresent()) {
      return text(line);
    }
    try {
      return Optional.of(login.isPresent() ? answer(line) : command(line));
    } catch (Refusal refusal) {
      return Optional.of(refusal.answer());
    }
  }

  @Override
  public boolean over() {
    return over;
  }

  @Override
  public void abandon() {
    text.ifPresent(MessageText::release);
    reset();
  }

  @Override
  public void secured() {
    channel = channel.secured();
    hello = Hello.NOT_YET;
    user = "";
    abandon();
  }

  @Override
  public Utterance tooSlow() {
    return Replies.TOO_SLOW;
  }

  @Override
  public Utterance closing() {
    return Replies.CLOSING;
  }

  private Optional<Utterance> text(Line line) {
    MessageText coming = text.orElseThrow();
    if (!coming.add(line)) {
      return Optional.empty();
    }
    Answer answer = office.deliver(mail.orElseThrow(), coming, hello, user);
    abandon();
    return Optional.of(answer);
  }

  private Answer answer(Line line) throws Refusal {
    if (!CommandLine.shortEnoughAsAnswer(line)) {
      login = Optional.empty();
      throw new Refusal(Replies.ANSWER_TOO_LONG);
    }
    return step(login.orElseThrow().answer(line.text()));
  }

  private Utterance command(Line line) throws Refusal {
    Command command = CommandLine.read(line, strict);
    String argument = command.argument().replaceFirst("^[ \t]+", "");
    return switch (command.verb()) {
      case "EHLO" -> hello(new Hello(argument, true));
      case "HELO" -> hello(new Hello(argument, false));
      case "AUTH" -> auth(argument);
      case "MAIL" -> mail(argument);
      case "RCPT" -> rcpt(argument);
      case "DATA" -> data(argument);
      case "RSET" -> rset(argument);
      case "NOOP" -> Replies.OK;
      case "HELP" -> HelpTexts.about(argument);
      case "VRFY" -> directory.verify(argument);
      case "EXPN" -> directory.expand(argument);
      case "QUIT" -> quit(argument);
      case "STARTTLS" -> startTls(argument);
      case "BDAT", "BURL", "ETRN", "ATRN", "SEND", "SOML", "SAML" ->
          Replies.notDone(command.verb());
      default -> Replies.UNKNOWN;
    };
  }

  private Answer hello(Hello said) throws Refusal {
    boolean named =
        NAME.matcher(said.name()).matches() && (!strict || PathParser.domain(said.name()));
    if (!named) {
      throw new Refusal(Replies.syntax((said.extended() ? "EHLO" : "HELO") + " computer"));
    }
    hello = said;
    // RFC 5321 section 4.1.4: a second EHLO ends the mail under way, but not the login.
    reset();
    String host = office.accounts().host();
    String greeting = host + " greets " + said.name();
    return said.extended() ? offers(greeting) : Answer.bare(250, greeting);
  }

  private Answer offers(String greeting) {
    List<String> texts = new ArrayList<>();
    texts.add(greeting);
    texts.add("SIZE " + office.settings().maximumSize());
    texts.add("8BITMIME");
    texts.add("SMTPUTF8");
    texts.add("PIPELINING");
    texts.add("ENHANCEDSTATUSCODES");
    texts.add("DSN");
    if (channel.offersTls()) {
      texts.add("STARTTLS");
    }
    texts.add("AUTH " + String.join(" ", office.desk().mechanisms()));
    texts.add("VRFY");
    texts.add("EXPN");
    texts.add("HELP");
    return new Answer(250, "", texts);
  }

  private Answer auth(String argument) throws Refusal {
    String[] words = argument.split("[ \t]+", 2);
    demand(hello.said(), Replies.HELLO_FIRST);
    demand(user.isEmpty(), Replies.LOGIN_TWICE);
    demand(mail.isEmpty(), Replies.LOGIN_INSIDE_MAIL);
    demand(!argument.isEmpty(), Replies.syntax("AUTH mechanism [response]"));
    demand(office.desk().offers(words[0]), Replies.NO_SUCH_MECHANISM);
    ServerLogin begun = office.desk().open(words[0]);
    login = Optional.of(begun);
    return step(begun.begin(words.length > 1 ? Optional.of(words[1]) : Optional.empty()));
  }

  private Answer step(LoginStep step) {
    if (step.outcome() == LoginStep.Outcome.ASK) {
      return Answer.bare(334, step.text());
    }
    login = Optional.empty();
    return switch (step.outcome()) {
      case ACCEPT -> {
        user = step.text();
        yield Replies.LOGGED_IN;
      }
      case GUEST -> {
        user = GUEST;
        yield Replies.LOGGED_IN;
      }
      case NO_INITIAL_RESPONSE -> Replies.NO_INITIAL_RESPONSE;
      case NOT_BASE64 -> Replies.NOT_BASE64;
      case CANCELLED -> Replies.LOGIN_CANCELLED;
      case WRONG, ASK -> Replies.LOGIN_WRONG;
    };
  }

  private Answer mail(String argument) throws Refusal {
    demand(hello.said(), Replies.HELLO_FIRST);
    demand(mail.isEmpty(), Replies.NESTED_MAIL);
    mail = Optional.of(new Transaction(envelopes.mail(argument, hello.extended())));
    return Replies.SENDER_OK;
  }

  private Answer rcpt(String argument) throws Refusal {
    demand(mail.isPresent(), Replies.MAIL_FIRST);
    Transaction current = mail.orElseThrow();
    Recipient recipient = envelopes.rcpt(argument, hello.extended(), current.sender().utf8());
    demand(!current.full(), Replies.TOO_MANY_RECIPIENTS);
    current.add(recipient);
    return Replies.RECIPIENT_OK;
  }

  private Answer data(String argument) throws Refusal {
    demand(argument.isEmpty(), Replies.syntax("DATA"));
    demand(mail.isPresent(), Replies.MAIL_FIRST);
    demand(!mail.orElseThrow().recipients().isEmpty(), Replies.RECIPIENT_FIRST);
    text = Optional.of(new MessageText(office.budget(), office.settings()));
    return Replies.GO_AHEAD;
  }

  private Answer rset(String argument) throws Refusal {
    demand(argument.isEmpty(), Replies.syntax("RSET"));
    reset();
    return Replies.OK;
  }

  private Answer quit(String argument) throws Refusal {
    demand(argument.isEmpty(), Replies.syntax("QUIT"));
    over = true;
    return Replies.BYE;
  }

  /** RFC 3207 section 4. */
  private Utterance startTls(String argument) throws Refusal {
    demand(argument.isEmpty(), Replies.syntax("STARTTLS"));
    demand(channel.tlsPossible(), Replies.notDone("STARTTLS"));
    demand(!channel.encrypted(), Replies.TLS_TWICE);
    return Replies.START_TLS.followedBy(Utterance.Then.TLS);
  }

  private void reset() {
    mail = Optional.empty();
    text = Optional.empty();
  }

  private static void demand(boolean held, Answer otherwise) throws Refusal {
    if (!held) {
      throw new Refusal(otherwise);
    }
  }
}
