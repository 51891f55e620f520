package smtpterm.server;

import java.util.Optional;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Pop3;

/**
 * When a reply is given: to {@code DATA}, and message text is to follow.
 *
 * @param verb of the command; that of AUTH also for its answers, {@link UsualWords#DOT} for the end
 *     of a message, {@link UsualWords#GREETING} for the greeting
 * @param line what the client said; empty where that is no command
 * @param next what the script has the client say next
 * @param practice what the practice server would say; without lines where it was not asked
 * @param challenge what the mechanism under way asks for, in Base64; perhaps empty
 * @param pop3 whether the replies are those of POP3
 */
record Moment(
    String verb, String line, Next next, Spoken practice, String challenge, boolean pop3) {
  /** What the client says next. */
  enum Next {
    COMMAND,
    /** To 334, with POP3 to {@code +}. */
    ANSWER,
    /** Behind 354. */
    MESSAGE
  }

  /** The only code behind which the client can go on so; none where it is about to command. */
  Optional<String> needed() {
    return switch (next) {
      case COMMAND -> Optional.empty();
      case ANSWER -> Optional.of(pop3 ? "+" : "334");
      case MESSAGE -> Optional.of("354");
    };
  }

  /** Whether the practice server's reply can be used: it neither goes on otherwise nor closes. */
  boolean practised() {
    String code = practice.code();
    return needed().map(code::equals).orElse(!code.matches("|334|354|421|\\+"));
  }

  /** Whether a positive reply goes on until a lone dot (RFC 1939 section 3). */
  boolean dotted() {
    return pop3 && new Pop3().dotted(Optional.of(new Asked(Asked.Kind.COMMAND, line.strip())));
  }
}
