package smtpterm.shell;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import smtpterm.protocol.Exchange;
import smtpterm.sasl.Mechanism;
import smtpterm.session.Notice;
import smtpterm.session.SessionView;
import smtpterm.text.Texts;
import smtpterm.typing.CommandHints;
import smtpterm.typing.Hint;
import smtpterm.typing.MessageHints;
import smtpterm.typing.MessagePlace;
import smtpterm.typing.Recall;
import smtpterm.typing.Warnings;

/**
 * What stands in grey behind the cursor: how the line can go on, or how it went on before.
 *
 * <p>As long as the syntax fixes what comes, it is shown; where the user says something of his own,
 * such as an address, the newest command that began alike and could be sent now is a better guess.
 */
final class InputHints {
  private final Topics topics;
  private final Texts texts;
  private final CommandHints commands;
  private final MessageHints messages;
  private final Supplier<Iterator<String>> earlier;
  private volatile MessagePlace place = MessagePlace.START;

  /**
   * @param earlier the commands of the history, the newest first
   */
  InputHints(Topics topics, Supplier<Iterator<String>> earlier) {
    this.topics = topics;
    this.texts = topics.texts();
    this.commands = new CommandHints(topics.catalog(), texts);
    this.messages = new MessageHints(texts);
    this.earlier = earlier;
  }

  Topics topics() {
    return topics;
  }

  /** To be told everything that happens. */
  void hear(Notice notice) {
    place = place.after(notice);
  }

  /** Where in its message the next line stands. */
  MessagePlace place() {
    return place;
  }

  /** Behind a local command. */
  Hint local(String line) {
    String usage = topics.localHint(line);
    boolean argued = line.indexOf(' ') > 0;
    return usage.isEmpty() && argued
        ? new Hint(Recall.rest(line, earlier.get(), whole -> true), Hint.Kind.RECALLED)
        : new Hint(usage, Hint.Kind.SYNTAX);
  }

  /** Behind a line that would be sent now, and of which nothing is masked. */
  Hint sent(SessionView view, String line) {
    return switch (view.next()) {
      case TEXT -> messages.of(place, view.progress().transaction().chunk(), line);
      case ANSWER -> line.isEmpty() ? answer(view.progress().exchange()) : Hint.NONE;
      case COMMAND -> command(view, line);
    };
  }

  private Hint command(SessionView view, String line) {
    if (commands.beyond(view.progress(), line)) {
      String rest =
          Recall.rest(
              line, earlier.get(), whole -> !whole.startsWith("/") && Warnings.sound(view, whole));
      if (!rest.isEmpty()) {
        return new Hint(rest, Hint.Kind.RECALLED);
      }
    }
    return new Hint(commands.rest(view.progress(), line), Hint.Kind.SYNTAX);
  }

  private Hint answer(Optional<Exchange> exchange) {
    String mechanism = exchange.map(Exchange::mechanism).orElse("");
    boolean computed =
        Mechanism.named(mechanism)
            .filter(m -> m.secret() == Mechanism.Secret.PASSWORD && !m.revealing())
            .isPresent();
    String key =
        computed
            ? "typing.hint.compute"
            : mechanism.equals("PLAIN") ? "typing.hint.plain" : "typing.hint.answer";
    return remark(texts.say(key));
  }

  /** What the line is for, where nothing is connected. */
  Hint unconnected(String line) {
    return line.isEmpty() ? remark(texts.say("typing.hint.closed")) : Hint.NONE;
  }

  /** Behind {@code /answer} at a challenge. */
  Hint computes() {
    return remark(texts.say("typing.hint.computes"));
  }

  static Hint remark(String text) {
    return new Hint(text, Hint.Kind.REMARK);
  }
}
