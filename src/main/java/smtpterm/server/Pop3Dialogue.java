package smtpterm.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import smtpterm.sasl.LoginStep;
import smtpterm.wire.Line;

/**
 * POP3 with one client: {@code STAT} goes in, {@code +OK 2 320} comes out (RFC 1939, 2449, 2595,
 * 5034, 6856).
 */
final class Pop3Dialogue implements Dialogue {
  private static final Utterance SILENCE = out -> {};

  private final PostOffice office;
  private final PopLogin login;
  private final boolean strict;
  private Channel channel;
  private Optional<PopTransaction> transaction = Optional.empty();
  private boolean utf8;
  private boolean over;

  Pop3Dialogue(PostOffice office, Channel channel) {
    this.office = office;
    this.channel = channel;
    this.login = new PopLogin(office);
    this.strict = office.settings().strict();
  }

  @Override
  public Utterance greeting() {
    String words =
        office.settings().manners().greeting().orElse("smtpterm practice server for POP3");
    return PopReply.ok(words + " " + login.stamp());
  }

  @Override
  public Optional<Utterance> received(Line line) {
    try {
      return Optional.of(login.underWay() ? after(login.answer(line)) : command(line));
    } catch (PopRefusal refusal) {
      return Optional.of(refusal.reply());
    }
  }

  @Override
  public boolean over() {
    return over;
  }

  /** RFC 1939 section 6: without QUIT nothing is deleted. */
  @Override
  public void abandon() {
    transaction.ifPresent(PopTransaction::abandon);
    transaction = Optional.empty();
  }

  @Override
  public void secured() {
    channel = channel.secured();
    login.forget();
    utf8 = false;
  }

  /** RFC 1939 section 3: the server closes without a word. */
  @Override
  public Utterance tooSlow() {
    return SILENCE;
  }

  /** POP3 has no reply that nobody asked for; a client would take it for that to its next line. */
  @Override
  public Utterance closing() {
    return SILENCE;
  }

  private Utterance command(Line line) throws PopRefusal {
    PopCommand command = PopCommand.read(line, strict, utf8, transaction.isPresent());
    if (command.verb().logsIn() && !mayLogIn()) {
      throw new PopRefusal(command.verb() + ": only over TLS, say STLS first");
    }
    List<String> words = command.arguments();
    return switch (command.verb()) {
      case USER -> login.user(words.get(0));
      case PASS -> after(login.pass(words.get(0)));
      case APOP -> after(login.apop(words.get(0), words.get(1)));
      case AUTH -> after(login.auth(words));
      case STLS -> stls();
      case CAPA -> PopReply.list("this server can", capabilities());
      case UTF8 -> utf8();
      case LANG -> lang(words);
      case QUIT -> quit();
      default -> transaction.orElseThrow().answer(command);
    };
  }

  private Utterance after(LoginStep step) throws PopRefusal {
    return switch (step.outcome()) {
      case ASK -> PopReply.challenge(step.text());
      case ACCEPT -> enter(step.text());
      case WRONG, GUEST -> PopReply.err("[AUTH] user name or password wrong");
      case NO_INITIAL_RESPONSE ->
          PopReply.err("this mechanism begins with a question, nothing may follow its name");
      case NOT_BASE64 -> PopReply.err("that is not Base64");
      case CANCELLED -> PopReply.err("login cancelled");
    };
  }

  private PopReply enter(String name) throws PopRefusal {
    // Many read one mailbox in a lesson; RFC 1939 section 4 wants it for one session alone.
    Maildrop drop =
        Maildrop.open(office.mailboxes(), name, strict)
            .orElseThrow(() -> new PopRefusal("[IN-USE] another session has this mailbox open"));
    PopTransaction entered = new PopTransaction(drop, strict && !utf8);
    transaction = Optional.of(entered);
    return PopReply.ok(entered.summary());
  }

  private Utterance stls() throws PopRefusal {
    if (channel.encrypted()) {
      throw new PopRefusal("TLS is up already");
    }
    if (!channel.tlsPossible()) {
      throw new PopRefusal("this server has no TLS");
    }
    if (utf8) {
      // RFC 6856 section 2.1
      throw new PopRefusal("STLS has to come before UTF8");
    }
    return PopReply.ok("begin the TLS handshake").followedBy(Utterance.Then.TLS);
  }

  private boolean mayLogIn() {
    return channel.encrypted() || !office.settings().manners().tlsRequired();
  }

  /** RFC 2449 section 6; what is possible in one state only is listed there alone. */
  private Stream<String> capabilities() {
    List<String> lines = new ArrayList<>();
    lines.add("TOP");
    lines.add("UIDL");
    if (mayLogIn()) {
      lines.add("USER");
      lines.add("SASL " + String.join(" ", login.mechanisms()));
    }
    if (channel.offersTls() && transaction.isEmpty()) {
      lines.add("STLS");
    }
    lines.add("RESP-CODES");
    lines.add("AUTH-RESP-CODE");
    lines.add("PIPELINING");
    lines.add("UTF8 USER");
    lines.add("LANG");
    lines.add("EXPIRE NEVER");
    lines.add("IMPLEMENTATION smtpterm");
    return lines.stream();
  }

  private PopReply utf8() {
    utf8 = true;
    return PopReply.ok("UTF-8 it is");
  }

  /** RFC 6856 section 3: English is the only language here, and the one that is meant by *. */
  private static PopReply lang(List<String> words) throws PopRefusal {
    if (words.isEmpty()) {
      return PopReply.list("these languages", Stream.of("en English", "i-default English"));
    }
    return switch (words.get(0).toLowerCase(Locale.ROOT)) {
      case "en", "*" -> PopReply.ok("en English it is");
      case "i-default" -> PopReply.ok("i-default English it is");
      default -> throw new PopRefusal("LANG: not a language of this server, LANG lists them");
    };
  }

  private PopReply quit() {
    over = true;
    PopReply reply = transaction.map(PopTransaction::quit).orElseGet(() -> PopReply.ok("bye"));
    transaction = Optional.empty();
    return reply;
  }
}
