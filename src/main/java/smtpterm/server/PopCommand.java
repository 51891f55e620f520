package smtpterm.server;

import java.util.List;
import java.util.stream.Stream;
import smtpterm.protocol.Command;
import smtpterm.wire.Line;
import smtpterm.wire.LosslessUtf8;

/**
 * A command of POP3 taken off the wire: {@code top 1 0} is {@code TOP} with {@code 1} and {@code
 * 0}.
 *
 * @param verb which one
 * @param arguments its words; PASS has one, blanks and all
 */
record PopCommand(PopVerb verb, List<String> arguments) {
  // RFC 2449 section 4, CR LF included
  private static final int LONGEST = 255;
  // RFC 5034 section 4 keeps to that for AUTH, too, but many clients do not.
  private static final int LONGEST_ANSWER = 12_288;

  /** So much of an unknown command is shown to whoever said it. */
  private static final int LONGEST_ECHO = 20;

  PopCommand {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads a line.
   *
   * @param strict whether lines end with CR LF, words are parted by one blank, and so on
   * @param utf8 whether the client may use UTF-8, which matters only where it is strict
   * @param loggedIn in which state the session is
   * @throws PopRefusal when this is no command, or none that is possible now
   */
  static PopCommand read(Line line, boolean strict, boolean utf8, boolean loggedIn)
      throws PopRefusal {
    Command command = new Command(line.text());
    boolean login = command.is("AUTH") && !strict;
    if (octets(line) > (login ? LONGEST_ANSWER : LONGEST)) {
      throw new PopRefusal("line too long, a command has at most 255 octets");
    }
    if (strict && line.ending() != Line.Ending.CRLF) {
      throw new PopRefusal("a line ends with <CR><LF>, not with <LF> alone");
    }
    if (line.text().isBlank()) {
      throw new PopRefusal("a command was expected, the line is empty");
    }
    if (line.text().chars().anyMatch(c -> c == 0x7F || (c < ' ' && (strict || c != '\t')))) {
      throw new PopRefusal("the line holds a control character");
    }
    if (strict && !utf8 && line.text().chars().anyMatch(c -> c > '~')) {
      throw new PopRefusal("letters beyond ASCII need the command UTF8 first");
    }
    PopVerb verb = PopVerb.named(command.verb()).orElseThrow(() -> unknown(command));
    verb.check(loggedIn);
    List<String> arguments =
        strict && verb != PopVerb.PASS
            ? Stream.of(line.text().split(" ", -1)).skip(1).toList()
            : arguments(verb, command.argument());
    if (arguments.contains("")) {
      throw verb.syntax();
    }
    verb.checkArguments(arguments.size());
    return new PopCommand(verb, arguments);
  }

  /** Whether a line has no more octets than an answer in AUTH may have. */
  static boolean shortEnoughAsAnswer(Line line) {
    return octets(line) <= LONGEST_ANSWER;
  }

  private static List<String> arguments(PopVerb verb, String text) {
    if (text.isBlank()) {
      return List.of();
    }
    // RFC 1939 section 7: what looks like the end of the password may be a part of it.
    return verb == PopVerb.PASS ? List.of(text) : List.of(text.strip().split("[ \t]+"));
  }

  private static PopRefusal unknown(Command command) {
    String verb = command.verb();
    boolean plain = verb.length() <= LONGEST_ECHO && verb.matches("[!-~]+");
    return new PopRefusal("unknown command" + (plain ? " " + verb : ""));
  }

  private static long octets(Line line) {
    return LosslessUtf8.encode(line.text()).length + line.dropped() + 2;
  }
}
