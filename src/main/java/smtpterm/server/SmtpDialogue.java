package smtpterm.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import smtpterm.protocol.Command;
import smtpterm.wire.Line;

/**
 * SMTP or LMTP with one client: {@code EHLO laptop} goes in, {@code 250-mail.kolleg.de greets
 * laptop …} comes out (RFC 5321, RFC 2033).
 *
 * <p>What belongs to one mail is done by {@link Posting}, what belongs to AUTH by {@link
 * LoginCommand}.
 */
final class SmtpDialogue implements Dialogue {
  private static final Pattern NAME = Pattern.compile("[-_.:\\[\\]A-Za-z0-9]{1,255}");

  /** RFC 3207 section 4: what is done without TLS even where TLS is required. */
  private static final Set<String> NEVER_SECRET =
      Set.of("EHLO", "LHLO", "NOOP", "STARTTLS", "QUIT");

  /** Mechanisms that hand over the password as it is (RFC 4954 section 6). */
  private static final Set<String> PLAIN_MECHANISMS = Set.of("LOGIN", "PLAIN");

  private final PostOffice office;
  private final Posting posting;
  private final LoginCommand login;
  private final Directory directory;
  private Client client;
  private boolean over;

  SmtpDialogue(PostOffice office, Channel channel) {
    this.office = office;
    this.posting = new Posting(office);
    this.login = new LoginCommand(office.desk());
    this.directory = new Directory(office.accounts());
    this.client = Client.on(channel);
  }

  @Override
  public Utterance greeting() {
    String usual = lmtp() ? " LMTP" : " ESMTP";
    String words = office.accounts().host() + usual + " smtpterm practice server";
    return Answer.bare(220, office.settings().manners().greeting().orElse(words));
  }

  @Override
  public Optional<Utterance> received(Line line) {
    if (posting.readingText()) {
      return posting.received(line, client);
    }
    try {
      return login.underWay() ? Optional.of(loggingIn(login.answer(line))) : command(line);
    } catch (Refusal refusal) {
      return Optional.of(refusal.answer());
    }
  }

  @Override
  public long octetsDue() {
    return posting.octetsDue();
  }

  @Override
  public Optional<Utterance> received(byte[] octets, int length) {
    return posting.received(octets, length, client);
  }

  @Override
  public boolean over() {
    return over;
  }

  @Override
  public void abandon() {
    posting.reset();
  }

  @Override
  public void secured() {
    client = client.secured();
    login.forget();
    posting.reset();
  }

  @Override
  public Utterance tooSlow() {
    return Replies.TOO_SLOW;
  }

  @Override
  public Utterance closing() {
    return Replies.CLOSING;
  }

  private Optional<Utterance> command(Line line) throws Refusal {
    Command command = CommandLine.read(line, office.settings().strict());
    String argument = command.argument().replaceFirst("^[ \t]+", "");
    if (command.is("BDAT")) {
      // Refused or not, what it announces has to be read.
      return posting.bdat(argument, client);
    }
    demandTls(command);
    return Optional.of(answer(command.verb(), argument));
  }

  private Utterance answer(String verb, String argument) throws Refusal {
    return switch (verb) {
      case "EHLO", "HELO", "LHLO" -> hello(verb, argument);
      case "AUTH" -> auth(argument);
      case "MAIL" -> posting.mail(argument, client);
      case "RCPT" -> posting.rcpt(argument, client);
      case "DATA" -> posting.data(argument);
      case "RSET" -> rset(argument);
      case "NOOP" -> Replies.OK;
      case "HELP" -> HelpTexts.about(argument, lmtp());
      case "VRFY" -> directory.verify(argument);
      case "EXPN" -> directory.expand(argument);
      case "ETRN" -> etrn(argument);
      case "QUIT" -> quit(argument);
      case "STARTTLS" -> startTls(argument);
      case "BURL", "ATRN", "SEND", "SOML", "SAML" -> Replies.notDone(verb);
      default -> Replies.UNKNOWN;
    };
  }

  private void demandTls(Command command) throws Refusal {
    boolean due = Offers.tlsFirst(client.channel(), office.settings());
    if (due && !NEVER_SECRET.contains(command.verb())) {
      boolean password = command.is("AUTH") && PLAIN_MECHANISMS.contains(command.firstArgument());
      throw new Refusal(password ? Replies.ENCRYPTION_FIRST : Replies.TLS_FIRST);
    }
  }

  private Answer hello(String verb, String argument) throws Refusal {
    // RFC 2033 section 4.1: LMTP has LHLO and no other, so that nobody takes it for SMTP.
    Refusal.unless(lmtp() == verb.equals("LHLO"), lmtp() ? Replies.LHLO_ONLY : Replies.NO_LHLO);
    boolean named =
        NAME.matcher(argument).matches()
            && (!office.settings().strict() || PathParser.domain(argument));
    Refusal.unless(named, Replies.syntax(verb + " computer"));
    Hello said = new Hello(argument, !verb.equals("HELO"));
    client = client.saying(said);
    // RFC 5321 section 4.1.4: a second EHLO ends the mail under way, but not the login.
    posting.reset();
    String greeting = office.accounts().host() + " greets " + said.name();
    if (!said.extended()) {
      return Answer.bare(250, greeting);
    }
    List<String> texts = new ArrayList<>();
    texts.add(greeting);
    texts.addAll(Offers.to(client, office));
    return new Answer(250, "", texts);
  }

  private Answer auth(String argument) throws Refusal {
    Refusal.unless(client.hello().said(), Replies.helloFirst(client));
    Refusal.unless(!posting.underWay(), Replies.LOGIN_INSIDE_MAIL);
    return loggingIn(login.begin(argument));
  }

  private Answer loggingIn(Answer answer) {
    client = client.as(login.user());
    return answer;
  }

  private Answer rset(String argument) throws Refusal {
    Refusal.unless(argument.isEmpty(), Replies.syntax("RSET"));
    posting.reset();
    return Replies.OK;
  }

  private Answer etrn(String argument) throws Refusal {
    Refusal.unless(!lmtp(), Replies.notDone("ETRN"));
    Refusal.unless(client.hello().said(), Replies.helloFirst(client));
    Refusal.unless(!posting.underWay(), Replies.ETRN_INSIDE_MAIL);
    return new WaitingMail(office.accounts()).start(argument);
  }

  private Answer quit(String argument) throws Refusal {
    Refusal.unless(argument.isEmpty(), Replies.syntax("QUIT"));
    over = true;
    return Replies.BYE;
  }

  /** RFC 3207 section 4. */
  private Utterance startTls(String argument) throws Refusal {
    Refusal.unless(argument.isEmpty(), Replies.syntax("STARTTLS"));
    Refusal.unless(client.channel().tlsPossible(), Replies.notDone("STARTTLS"));
    Refusal.unless(!client.channel().encrypted(), Replies.TLS_TWICE);
    return Replies.START_TLS.followedBy(Utterance.Then.TLS);
  }

  private boolean lmtp() {
    return client.is(Channel.Role.LMTP);
  }
}
