package smtpterm.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.knowledge.Explanation.Detail;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Command;
import smtpterm.protocol.Exchange;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyClass;
import smtpterm.protocol.Spelling;

/**
 * Picks the text for a reply of POP3: what the line and the phase reveal, then the reason in
 * brackets, then command and status (RFC 1939, RFC 2449).
 */
final class Pop3Moments {
  /** {@code 2 320}: how many mails, how many octets (RFC 1939 section 5). */
  private static final Pattern DROP = Pattern.compile("([0-9]{1,9}) ([0-9]{1,18})(?: .*)?");

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private static final Set<String> NUMBERED = Set.of("RETR", "DELE", "TOP");
  private static final Set<String> MAY_HAVE_NUMBER = Set.of("LIST", "UIDL");

  private final Phrases phrases;
  private final Catalog catalog;

  Pop3Moments(Phrases phrases, Catalog catalog) {
    this.phrases = phrases;
    this.catalog = catalog;
  }

  Finding of(Moment moment) {
    Reply reply = moment.reply();
    if (reply.code().isEmpty()) {
      return Finding.of("information.nocode");
    }
    if (moment.asked().isEmpty()) {
      boolean refused = reply.replyClass().refusal();
      return Finding.of(refused ? "unasked.5" : "unasked.2");
    }
    if (reply.replyClass() == ReplyClass.INTERMEDIATE) {
      Optional<Exchange> exchange = moment.before().exchange();
      return exchange
          .map(e -> Logins.challenge(e, moment))
          .orElseGet(() -> Finding.of("ANSWER.334.empty"));
    }
    return reply.replyClass() == ReplyClass.POSITIVE ? done(moment) : refused(moment);
  }

  /** How many lines the server gave one more dot, so that they do not end the mail. */
  static List<Detail> stuffed(Phrases phrases, Reply reply) {
    List<String> lines = reply.lines();
    long dots = lines.stream().skip(1).filter(l -> l.startsWith("..")).count();
    return dots == 0
        ? List.of()
        : List.of(new Detail("..", phrases.say(dots == 1 ? "row.dots.one" : "row.dots", dots)));
  }

  private Finding done(Moment moment) {
    String place = place(moment.asked().orElseThrow());
    String text = moment.reply().text();
    Matcher drop = DROP.matcher(text);
    boolean argument = !new Command(moment.line()).argument().isBlank();
    return switch (place) {
      case "GREETING" ->
          Finding.of(moment.after().stamp().isEmpty() ? "pop3.GREETING.ok" : "pop3.GREETING.stamp");
      case "STAT" -> drop.matches() ? drop(drop) : Finding.of("pop3.ok");
      case "LIST", "UIDL", "AUTH" ->
          argument && place.equals("AUTH")
              ? Finding.of("pop3.login.ok")
              : Finding.of("pop3." + place + (argument ? ".one" : ".ok"));
      case "PASS", "APOP", "ANSWER" -> Finding.of("pop3.login.ok");
      case "QUIT" ->
          Finding.of(moment.before().phase() == Phase.UPDATE ? "pop3.QUIT.update" : "pop3.QUIT.ok");
      default -> known("pop3." + place + ".ok").orElseGet(() -> Finding.of("pop3.ok"));
    };
  }

  private static Finding drop(Matcher drop) {
    int mails = Integer.parseInt(drop.group(1));
    Finding.Octets octets = new Finding.Octets(Long.parseLong(drop.group(2)));
    return switch (mails) {
      case 0 -> Finding.of("pop3.STAT.empty");
      case 1 -> Finding.of("pop3.STAT.single", octets);
      default -> Finding.of("pop3.STAT.ok", mails, octets);
    };
  }

  private Finding refused(Moment moment) {
    String place = place(moment.asked().orElseThrow());
    if (moment.answers(Asked.Kind.ANSWER) && moment.line().equals("*")) {
      return Finding.of("ANSWER.501.cancelled");
    }
    Optional<Finding> mistake =
        moment.answers(Asked.Kind.COMMAND) && !moment.hidden() ? mistake(moment) : Optional.empty();
    if (mistake.isPresent()) {
      return mistake.get();
    }
    Optional<Finding> reason = moment.reply().reason().flatMap(r -> known("pop3.reason." + r));
    return reason.or(() -> known("pop3." + place + ".err")).orElseGet(() -> Finding.of("pop3.err"));
  }

  /** What is wrong with the line itself, or with the moment it was sent in. */
  private Optional<Finding> mistake(Moment moment) {
    Command command = new Command(moment.line());
    String verb = command.verb();
    Optional<CommandEntry> entry = catalog.command("pop3", verb);
    if (entry.isEmpty()) {
      return Optional.of(unknown(verb));
    }
    Phase phase = moment.before().phase();
    boolean open = phase == Phase.TRANSACTION;
    boolean here = entry.get().phases().contains(phase);
    if (!here && verb.equals("PASS") && !open) {
      return Optional.of(Finding.of("pop3.err.user-first"));
    }
    if (!here && phase != Phase.PASSWORD && phase != Phase.UPDATE) {
      return Optional.of(Finding.of(open ? "pop3.err.logged-in" : "pop3.err.login-first", verb));
    }
    return argument(command);
  }

  private static Optional<Finding> argument(Command command) {
    String verb = command.verb();
    String[] words = command.argument().strip().split(" +", -1);
    boolean bare = words[0].isEmpty();
    if ((verb.equals("USER") || verb.equals("PASS") || verb.equals("APOP")) && bare) {
      return Optional.of(Finding.of("pop3.err.argument", verb));
    }
    boolean number = NUMBERED.contains(verb) || (MAY_HAVE_NUMBER.contains(verb) && !bare);
    if (number && !NUMBER.matcher(words[0]).matches()) {
      return Optional.of(Finding.of("pop3.err.number", verb));
    }
    if (verb.equals("TOP") && (words.length != 2 || !words[1].matches("[0-9]{1,9}"))) {
      return Optional.of(Finding.of("pop3.err.top"));
    }
    return number ? Optional.of(Finding.of("pop3.err.no-such", words[0])) : Optional.empty();
  }

  private Finding unknown(String verb) {
    if (verb.isEmpty()) {
      return Finding.of("pop3.err.empty");
    }
    if (catalog.command(verb).isPresent()) {
      return Finding.of("pop3.err.smtp", verb);
    }
    return Spelling.nearest(verb, catalog.verbs("pop3"))
        .map(near -> Finding.of("pop3.err.near", near))
        .orElseGet(() -> Finding.of("pop3.err.unknown"));
  }

  private static String place(Asked asked) {
    return asked.kind() == Asked.Kind.COMMAND ? asked.verb() : asked.kind().name();
  }

  private Optional<Finding> known(String id) {
    return Optional.of(id).filter(phrases::knows).map(Finding::of);
  }
}
