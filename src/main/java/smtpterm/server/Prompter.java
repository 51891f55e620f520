package smtpterm.server;

import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Command;
import smtpterm.script.Template;
import smtpterm.wire.Line;

/** Where a client is in a script, and what comes next there. For one conversation. */
final class Prompter {
  /** A reply has 512 octets at most, its end and the words around this included. */
  private static final int LONGEST = 400;

  private final List<Cue> cues;
  private final Likeness likeness;

  /** The first one is the greeting, which is past. */
  private int place = 1;

  private Optional<Integer> mail = Optional.empty();

  Prompter(List<Cue> cues, Likeness likeness) {
    this.cues = cues;
    this.likeness = likeness;
  }

  /** What the script has the client say now; nothing at its end. */
  Optional<Cue> cue() {
    return place < cues.size() ? Optional.of(cues.get(place)) : Optional.empty();
  }

  int place() {
    return place;
  }

  /** Whether this command is the one that is due. */
  boolean expects(Line line) {
    return cue()
        .filter(c -> c.is(Cue.Kind.REST) || (c.is(Cue.Kind.COMMAND) && likely(c, line)))
        .isPresent();
  }

  private boolean likely(Cue cue, Line line) {
    return line.dropped() == 0 && likeness.fits(line.text(), cue.heard().line().orElseThrow());
  }

  /** Whether an answer is due. */
  boolean expectsAnswer() {
    return cue().filter(c -> c.is(Cue.Kind.ANSWER)).isPresent();
  }

  /** Whether an answer like this is due, letter by letter. */
  boolean expectsAnswer(String text) {
    return cue()
        .filter(c -> c.is(Cue.Kind.ANSWER))
        .flatMap(c -> c.heard().line())
        .flatMap(Template::fixed)
        .filter(text::equals)
        .isPresent();
  }

  /** The AUTH that is due has the first answer on its line. */
  boolean expectsInitialResponse() {
    return cue().flatMap(c -> c.heard().line()).filter(likeness::hasInitialResponse).isPresent();
  }

  /** The cue of now is over; whether it was the last one is told by {@link #cue}. */
  void goOn(boolean mailBegins) {
    if (mailBegins) {
      mail = Optional.of(place);
    }
    place++;
  }

  /** Back to an earlier place. */
  void goBack(int to) {
    place = to;
  }

  /** Back to the last MAIL; stays here when there was none. */
  void goBackToMail() {
    place = mail.orElse(place);
  }

  /** What was said before belongs to another conversation: TLS is up. */
  void forgetMail() {
    mail = Optional.empty();
  }

  /** What is due, in ASCII, without any password. */
  String due() {
    if (cue().isEmpty()) {
      return "the script is over, say QUIT";
    }
    return switch (cue().get().heard().kind()) {
      case ANSWER -> "the script goes on with an answer in Base64";
      case MESSAGE -> "the script goes on with the message text";
      default ->
          "the script goes on with " + cue().get().heard().line().map(this::shown).orElse("a line");
    };
  }

  private String shown(Template line) {
    String text = likeness.shown(line);
    String verb = new Command(text).verb();
    String open =
        switch (verb) {
          case "AUTH" -> verb + " " + new Command(text).firstArgument();
          case "PASS" -> verb + " and the password";
          case "APOP" -> verb + " with name and digest";
          default -> text;
        };
    String ascii = open.replaceAll("[^ -~]", "?");
    return ascii.length() > LONGEST ? ascii.substring(0, LONGEST) + "..." : ascii;
  }
}
