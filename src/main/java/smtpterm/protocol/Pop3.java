package smtpterm.protocol;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Post Office Protocol as typed by hand: USER, PASS, LIST, RETR … (RFC 1939, RFC 2449, RFC
 * 5034).
 */
public final class Pop3 implements Dialect {
  /** Answered by lines until a lone dot. */
  private static final Set<String> LINES = Set.of("CAPA", "RETR", "TOP", "XTND");

  /** The same, but only when nothing stands behind them. */
  private static final Set<String> LINES_WHEN_BARE = Set.of("LIST", "UIDL", "AUTH", "LANG");

  /** What APOP is computed from (RFC 1939 section 7): looks like a message-id. */
  private static final Pattern STAMP = Pattern.compile("<[^<>\\s@]{1,255}@[^<>\\s@]{1,255}>");

  @Override
  public Protocol protocol() {
    return Protocol.POP3;
  }

  @Override
  public boolean dotted(Optional<Asked> asked) {
    if (asked.isEmpty() || asked.get().kind() != Asked.Kind.COMMAND) {
      return false;
    }
    // As RFC 1939 prints it: a server that overlooks the blanks before LIST answers all of it.
    Command command = new Command(asked.get().line().strip());
    return LINES.contains(command.verb())
        || (LINES_WHEN_BARE.contains(command.verb()) && command.argument().isBlank());
  }

  @Override
  public LineKind kindOf(Progress progress) {
    return progress.exchange().isPresent() ? LineKind.ANSWER : LineKind.COMMAND;
  }

  @Override
  public int repliesTo(Progress progress, LineKind kind, String line) {
    return 1;
  }

  @Override
  public boolean answers(Reply reply) {
    return !reply.code().isEmpty();
  }

  @Override
  public Progress sent(Progress before, LineKind kind, String line) {
    if (kind == LineKind.ANSWER) {
      return before.exchanging(before.exchange().map(e -> e.answered(line)));
    }
    Command command = new Command(line);
    if (command.is("AUTH") && !command.argument().isBlank()) {
      return before.exchanging(Optional.of(Exchange.opened(command)));
    }
    boolean update = command.is("QUIT") && before.phase() == Phase.TRANSACTION;
    return update ? before.in(Phase.UPDATE) : before;
  }

  @Override
  public Progress replied(Progress before, Asked asked, Reply reply) {
    boolean done = reply.replyClass() == ReplyClass.POSITIVE;
    return switch (asked.kind()) {
      case GREETING ->
          done ? before.stamped(stamp(reply.text())).in(Phase.AUTHORIZATION) : refused(before);
      case ANSWER -> authenticated(before, reply);
      case COMMAND -> commanded(before, new Command(asked.line().strip()), reply, done);
      case DOT -> before;
    };
  }

  /** RFC 1939 section 3: a server that greets with -ERR says good-bye. */
  private static Progress refused(Progress before) {
    return before.in(Phase.CLOSED);
  }

  private static Progress commanded(Progress before, Command command, Reply reply, boolean done) {
    return switch (command.verb()) {
      case "CAPA" -> done ? before.offered(Capabilities.ofCapa(reply)) : before;
      case "USER" -> done ? before.named(command.argument().strip()) : before;
      case "PASS" -> done ? opened(before, before.user()) : rejected(before);
      case "APOP" -> done ? opened(before, firstWord(command.argument())) : rejected(before);
      case "AUTH" -> authenticated(before, reply);
      case "QUIT" -> done || before.phase() == Phase.UPDATE ? before.in(Phase.CLOSED) : before;
      default ->
          done && before.phase() == Phase.TRANSACTION
              ? before.maildrop(before.maildrop().after(command, reply))
              : before;
    };
  }

  private static Progress authenticated(Progress before, Reply reply) {
    if (reply.replyClass() == ReplyClass.INTERMEDIATE) {
      return before.in(Phase.CHALLENGE);
    }
    if (before.exchange().isEmpty()) {
      return before;
    }
    return reply.replyClass() == ReplyClass.POSITIVE
        ? opened(before, before.exchange().map(Exchange::user).orElse(""))
        : rejected(before.exchanging(Optional.empty()));
  }

  private static Progress opened(Progress before, String user) {
    return before.phase() == Phase.TRANSACTION
        ? before
        : before.loggedIn(user).in(Phase.TRANSACTION);
  }

  private static Progress rejected(Progress before) {
    // RFC 1939 section 7: after a refused PASS, USER comes again.
    return before.loggedIn() ? before : before.named("").in(Phase.AUTHORIZATION);
  }

  private static String stamp(String greeting) {
    Matcher stamp = STAMP.matcher(greeting);
    return stamp.find() ? stamp.group() : "";
  }

  private static String firstWord(String argument) {
    String words = argument.strip();
    int blank = words.indexOf(' ');
    return blank < 0 ? words : words.substring(0, blank);
  }
}
