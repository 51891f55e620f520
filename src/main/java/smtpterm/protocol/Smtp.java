package smtpterm.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Simple Mail Transfer Protocol as typed by hand: EHLO, MAIL, RCPT, DATA … (RFC 5321). */
public final class Smtp implements Dialect {
  /** RFC 2033 section 4: the greeting names the protocol. */
  private static final Pattern LMTP = Pattern.compile("^220.*\\bLMTP\\b");

  private final Protocol protocol;
  private final boolean assumed;

  /** SMTP, as the user asked for it. */
  public Smtp() {
    this(Protocol.SMTP, false);
  }

  Smtp(Protocol protocol, boolean assumed) {
    this.protocol = protocol;
    this.assumed = assumed;
  }

  /** SMTP because nothing else was said; the greeting may show that it is something else. */
  public static Smtp assumed() {
    return new Smtp(Protocol.SMTP, true);
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public Dialect heard(String firstLine) {
    if (!assumed) {
      return this;
    }
    if (firstLine.startsWith("+OK") || firstLine.startsWith("-ERR")) {
      return new Pop3();
    }
    // RFC 3501 section 7.1: "* OK" is the greeting of IMAP.
    if (firstLine.startsWith("* ")) {
      return new Raw();
    }
    boolean lmtp = LMTP.matcher(firstLine).find();
    return lmtp ? new Lmtp() : this;
  }

  @Override
  public LineKind kindOf(Progress progress) {
    if (progress.phase() == Phase.TEXT || progress.transaction().chunk().isPresent()) {
      return LineKind.TEXT;
    }
    return progress.exchange().isPresent() ? LineKind.ANSWER : LineKind.COMMAND;
  }

  @Override
  public int repliesTo(Progress progress, LineKind kind, String line) {
    Optional<Chunk> chunk = progress.transaction().chunk();
    if (kind == LineKind.TEXT && chunk.isPresent()) {
      // What is more than was announced, the server reads as a command.
      return chunk.get().after(line) < 0 ? 1 : 0;
    }
    return kind != LineKind.TEXT || line.equals(".") ? 1 : 0;
  }

  @Override
  public boolean answers(Reply reply) {
    // Some servers chatter in 0xx lines, or without a code, before they answer.
    return !reply.code().isEmpty() && reply.code().charAt(0) != '0';
  }

  @Override
  public Progress sent(Progress before, LineKind kind, String line) {
    return switch (kind) {
      case COMMAND -> {
        Command command = new Command(line);
        yield command.is("AUTH")
            ? before.exchanging(Optional.of(Exchange.opened(command)))
            : before.chunk(Chunk.announced(line).filter(chunk -> chunk.octets() > 0));
      }
      case ANSWER -> before.exchanging(before.exchange().map(e -> e.answered(line)));
      case TEXT ->
          before.transaction().chunk().isPresent() ? chunk(before, line) : text(before, line);
    };
  }

  private static Progress text(Progress before, String line) {
    return line.equals(".") ? before.in(Phase.DOT) : before;
  }

  private static Progress chunk(Progress before, String line) {
    Chunk chunk = before.transaction().chunk().orElseThrow();
    long due = chunk.after(line);
    return before.chunk(due > 0 ? Optional.of(new Chunk(due, chunk.last())) : Optional.empty());
  }

  @Override
  public Progress replied(Progress before, Asked asked, Reply reply) {
    if (reply.is(421)) {
      // RFC 5321 section 3.8: the server says 421 whenever it has to close, to any command.
      return before.exchanging(Optional.empty()).in(Phase.CLOSED);
    }
    boolean done = reply.replyClass() == ReplyClass.POSITIVE;
    return switch (asked.kind()) {
      case GREETING -> done ? before.in(Phase.HELLO) : before;
      case DOT -> done ? before.ready().in(Phase.AFTER) : before.ready();
      case ANSWER -> authenticated(before, reply);
      case COMMAND -> commanded(before, new Command(asked.line()), reply, done);
    };
  }

  private static Progress commanded(Progress before, Command command, Reply reply, boolean done) {
    return switch (command.verb()) {
      case "EHLO", "LHLO" -> done ? before.greeted(Capabilities.of(reply)) : before;
      case "HELO" -> done ? before.greeted(Capabilities.none()) : before;
      case "AUTH" -> authenticated(before, reply);
      case "MAIL" -> done ? before.from(path(command), parameters(command)) : before;
      case "RCPT" -> done ? before.to(path(command)) : before;
      case "DATA" -> reply.is(354) ? before.in(Phase.TEXT) : before;
      case "BDAT" -> chunked(before, command, reply);
      case "RSET" -> done && before.phase() != Phase.HELLO ? before.ready() : before;
      case "QUIT" -> done ? before.in(Phase.CLOSED) : before;
      default -> before;
    };
  }

  /** RFC 3030 section 2: the octets are taken in any case, unless the command is not known. */
  private static Progress chunked(Progress before, Command command, Reply reply) {
    if (reply.is(500) || reply.is(502)) {
      return before.chunk(Optional.empty());
    }
    boolean over = command.argument().strip().toUpperCase(Locale.ROOT).endsWith(" LAST");
    boolean done = reply.replyClass() == ReplyClass.POSITIVE;
    return done && over ? before.ready().in(Phase.AFTER) : before;
  }

  private static Progress authenticated(Progress before, Reply reply) {
    if (reply.is(334)) {
      return before.in(Phase.CHALLENGE);
    }
    if (reply.is(235)) {
      return before.loggedIn(before.exchange().map(Exchange::user).orElse(""));
    }
    Progress over = before.exchanging(Optional.empty());
    return before.phase() == Phase.CHALLENGE ? over.ready() : over;
  }

  /** The address in {@code FROM:<a@b> SIZE=1}, with or without its brackets. */
  static String path(Command command) {
    String behind = behindColon(command);
    int close = Quotes.outside(behind, '>', 0);
    if (behind.startsWith("<") && close > 0) {
      return behind.substring(1, close);
    }
    int blank = behind.indexOf(' ');
    return blank < 0 ? behind : behind.substring(0, blank);
  }

  /** What stands behind the path, in upper case; nothing when no bracket ends the path. */
  private static List<String> parameters(Command command) {
    String behind = behindColon(command);
    int close = Quotes.outside(behind, '>', 0);
    String rest = close < 0 ? "" : behind.substring(close + 1).strip();
    return rest.isEmpty() ? List.of() : List.of(rest.toUpperCase(Locale.ROOT).split("[ \t]+", -1));
  }

  private static String behindColon(Command command) {
    String argument = command.argument();
    return argument.substring(argument.indexOf(':') + 1).strip();
  }
}
