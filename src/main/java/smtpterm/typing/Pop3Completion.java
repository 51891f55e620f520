package smtpterm.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import smtpterm.protocol.Command;
import smtpterm.text.Texts;

/** What stands behind the commands of POP3: the number of a mail, the name of an account. */
final class Pop3Completion {
  private final Texts texts;
  private final Memory memory;

  Pop3Completion(Texts texts, Memory memory) {
    this.texts = texts;
    this.memory = memory;
  }

  List<Suggestion> complete(String line) {
    Command command = new Command(line);
    boolean first = command.argument().indexOf(' ') < 0;
    return switch (command.verb()) {
      case "RETR", "DELE", "LIST", "UIDL", "XSENDER" -> first ? numbers(line) : List.of();
      case "TOP" -> first ? numbers(line) : lines(line);
      case "USER", "APOP" -> first ? names(line) : List.of();
      default -> List.of();
    };
  }

  private List<Suggestion> numbers(String line) {
    Stub stub = Stub.lastOf(line);
    List<Suggestion> suggestions = new ArrayList<>();
    memory
        .maildrop()
        .mails()
        .forEach(
            (number, octets) -> {
              String whole = Integer.toString(number);
              if (stub.begins(whole)) {
                suggestions.add(stub.with(whole, size(octets)));
              }
            });
    return suggestions;
  }

  private String size(OptionalLong octets) {
    return octets.isPresent() ? texts.say("typing.mail.size", octets.getAsLong()) : "";
  }

  /** How many lines of the text TOP is to bring. */
  private List<Suggestion> lines(String line) {
    return line.matches("(?i)TOP +[0-9]+ +")
        ? List.of(
            Suggestion.of(line + "0", "0", texts.say("typing.top.none")),
            Suggestion.of(line + "10", "10", texts.say("typing.top.some")))
        : List.of();
  }

  private List<Suggestion> names(String line) {
    Stub stub = Stub.lastOf(line);
    List<Suggestion> suggestions = new ArrayList<>();
    memory
        .addresses()
        .names()
        .forEach(
            (name, origin) -> {
              if (stub.begins(name)) {
                suggestions.add(stub.with(name, texts.say("typing.from." + origin)));
              }
            });
    return suggestions;
  }
}
