package smtpterm.typing;

import java.util.ArrayList;
import java.util.List;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Command;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.session.SessionView;
import smtpterm.text.Texts;

/**
 * What Tab makes of a line: the verbs that are legal now, and behind them addresses, parameters,
 * mechanisms, numbers of mails; in a message the lines of its header.
 *
 * <p>It only offers: what is typed stays. No blank is put behind a completion, because it would be
 * sent. Nothing comes from a line that holds a secret, and nothing here waits.
 */
public final class Completion {
  private final Catalog catalog;
  private final Texts texts;
  private final Memory memory;
  private final Here here;
  private final VerbCompletion verbs;
  private final PathCompletion paths;
  private final ParameterCompletion parameters;
  private final Pop3Completion pop3;
  private final HeaderCompletion header;

  /** Offers what the catalogue knows, the session has shown, and this computer is. */
  public Completion(Catalog catalog, Texts texts, Memory memory, Here here) {
    this.catalog = catalog;
    this.texts = texts;
    this.memory = memory;
    this.here = here;
    this.verbs = new VerbCompletion(catalog, texts);
    this.paths = new PathCompletion(texts, memory);
    this.parameters = new ParameterCompletion(catalog, texts);
    this.pop3 = new Pop3Completion(texts, memory);
    this.header = new HeaderCompletion(catalog, texts, memory, here);
  }

  /** In the order in which it is offered; nothing where there is nothing to say. */
  public List<Suggestion> complete(SessionView view, String line) {
    List<Suggestion> offered = offered(view, line);
    boolean said = offered.size() == 1 && offered.get(0).line().equals(line);
    return said ? List.of() : offered;
  }

  private List<Suggestion> offered(SessionView view, String line) {
    Progress progress = view.progress();
    if (progress.protocol() == Protocol.RAW) {
      return List.of();
    }
    return switch (view.next()) {
      case ANSWER -> List.of();
      case TEXT -> header.complete(progress, line);
      case COMMAND -> {
        List<Suggestion> behind = line.indexOf(' ') > 0 ? argument(progress, line) : List.of();
        yield behind.isEmpty() ? verbs.complete(view, line) : behind;
      }
    };
  }

  private List<Suggestion> argument(Progress progress, String line) {
    Command command = new Command(line);
    String verb = command.verb();
    if (verb.equals("AUTH")) {
      return mechanisms(progress.capabilities(), line);
    }
    if (progress.protocol() == Protocol.POP3) {
      return pop3.complete(line);
    }
    boolean first = command.argument().indexOf(' ') < 0;
    return switch (verb) {
      case "EHLO", "HELO", "LHLO" -> first ? computer(line) : List.of();
      case "MAIL", "RCPT", "SEND", "SOML", "SAML" ->
          line.indexOf('>') > 0
              ? parameters.complete(progress.capabilities(), verb, line)
              : paths.complete(progress, line);
      case "VRFY", "EXPN" -> first ? paths.bare(progress, line) : List.of();
      case "HELP" -> first ? topics(progress, line) : List.of();
      case "BDAT", "BURL" -> last(command.argument(), line);
      case "ETRN", "ATRN" -> first ? domains(progress, line) : List.of();
      default -> List.of();
    };
  }

  private List<Suggestion> computer(String line) {
    Stub stub = Stub.lastOf(line);
    String name = here.computer().get();
    return stub.begins(name) ? List.of(stub.with(name, texts.say("typing.computer"))) : List.of();
  }

  private List<Suggestion> mechanisms(Capabilities offered, String line) {
    int start = line.indexOf(' ') + 1;
    Stub stub = Stub.at(line, start);
    List<Suggestion> suggestions = new ArrayList<>();
    for (String mechanism : offered.mechanisms()) {
      if (stub.begins(mechanism)) {
        String meaning = catalog.mechanism(mechanism).map(m -> m.article().line()).orElse("");
        suggestions.add(stub.word(mechanism, mechanism, meaning));
      }
    }
    return suggestions;
  }

  private List<Suggestion> topics(Progress progress, String line) {
    Stub stub = Stub.lastOf(line);
    List<Suggestion> suggestions = new ArrayList<>();
    for (CommandEntry entry : catalog.commands(progress.protocol().scheme())) {
      if (stub.begins(entry.verb())) {
        suggestions.add(stub.word(entry.verb(), entry.verb(), entry.article().line()));
      }
    }
    return suggestions;
  }

  /** The word behind the number of BDAT and the URL of BURL. */
  private List<Suggestion> last(String argument, String line) {
    if (argument.isBlank() || !argument.matches("\\S+( \\S*)?")) {
      return List.of();
    }
    Stub stub = argument.indexOf(' ') < 0 ? new Stub(line + " ", "") : Stub.lastOf(line);
    return stub.begins("LAST")
        ? List.of(stub.word("LAST", "LAST", texts.say("typing.last")))
        : List.of();
  }

  private List<Suggestion> domains(Progress progress, String line) {
    Stub stub = Stub.lastOf(line);
    return memory.addresses().domains(progress).stream()
        .filter(stub::begins)
        .map(domain -> stub.with(domain, ""))
        .toList();
  }
}
