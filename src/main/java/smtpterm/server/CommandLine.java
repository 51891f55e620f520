package smtpterm.server;

import smtpterm.protocol.Command;
import smtpterm.wire.Line;
import smtpterm.wire.LosslessUtf8;

/** Reads a command off the wire: not too long, not empty, no control characters. */
final class CommandLine {
  // RFC 5321 section 4.5.3.1.4, CR LF included
  private static final int LONGEST_COMMAND = 512;
  // What SIZE, BODY, SMTPUTF8, AUTH and DSN add to it for their parameters: 26 + 17 + 10 + 500 * 2.
  private static final int LONGEST_PARAMETERS = 1_053;
  // RFC 4954 section 4
  private static final int LONGEST_ANSWER = 12_288;

  private CommandLine() {}

  /**
   * The command on this line, without blanks at its end.
   *
   * @param strict whether a bare LF and tabs are refused
   * @throws Refusal with 500 when no command can be read from it
   */
  static Command read(Line line, boolean strict) throws Refusal {
    Command command = new Command(line.text());
    if (octets(line) > longest(command)) {
      throw new Refusal(command.is("AUTH") ? Replies.ANSWER_TOO_LONG : Replies.LINE_TOO_LONG);
    }
    if (strict && line.ending() != Line.Ending.CRLF) {
      throw new Refusal(Replies.BARE_LF);
    }
    String text = withoutBlanksAtTheEnd(line.text());
    if (text.isEmpty()) {
      throw new Refusal(Replies.EMPTY);
    }
    if (text.chars().anyMatch(c -> c == 0x7F || (c < ' ' && (strict || c != '\t')))) {
      throw new Refusal(Replies.CONTROL_CHARACTER);
    }
    return new Command(text);
  }

  /** RFC 5321 section 4.1.1: blanks in front of CR LF should be tolerated. */
  private static String withoutBlanksAtTheEnd(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Whether a line has no more octets than an answer in AUTH may have. */
  static boolean shortEnoughAsAnswer(Line line) {
    return octets(line) <= LONGEST_ANSWER;
  }

  private static int longest(Command command) {
    if (command.is("AUTH")) {
      return LONGEST_ANSWER;
    }
    boolean parameters = command.is("MAIL") || command.is("RCPT");
    // Extensions only make room for their parameters, which stand behind the address.
    int address = command.line().indexOf('>');
    return parameters && address >= 0 && address < LONGEST_COMMAND
        ? LONGEST_COMMAND + LONGEST_PARAMETERS
        : LONGEST_COMMAND;
  }

  private static long octets(Line line) {
    return LosslessUtf8.encode(line.text()).length + line.dropped() + 2;
  }
}
