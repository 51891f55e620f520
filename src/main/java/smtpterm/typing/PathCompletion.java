package smtpterm.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.Command;
import smtpterm.protocol.Progress;
import smtpterm.text.Texts;

/** The address in {@code MAIL FROM:<} and {@code RCPT TO:<}, with the bracket that closes it. */
final class PathCompletion {
  private static final Pattern OPEN =
      Pattern.compile("(?i)((?:(?:MAIL|SEND|SOML|SAML) FROM|RCPT TO): *<)([^<>\\s]*)");

  private final Texts texts;
  private final Memory memory;

  PathCompletion(Texts texts, Memory memory) {
    this.texts = texts;
    this.memory = memory;
  }

  List<Suggestion> complete(Progress progress, String line) {
    Matcher open = OPEN.matcher(line);
    if (!open.matches()) {
      return List.of();
    }
    boolean recipient = new Command(line).is("RCPT");
    Stub stub = new Stub(open.group(1), open.group(2));
    List<Suggestion> suggestions = new ArrayList<>();
    memory
        .addresses()
        .addresses(progress)
        .forEach(
            (address, origin) -> {
              boolean named = recipient && progress.recipients().contains(address);
              if (stub.begins(address) && !named) {
                suggestions.add(
                    Suggestion.of(
                        stub.line(address) + ">", address, texts.say("typing.from." + origin)));
              }
            });
    if (!recipient && stub.typed().isEmpty()) {
      // RFC 5321 section 4.5.5: reports come with it, so that nobody answers a report.
      suggestions.add(Suggestion.of(line + ">", "<>", texts.say("typing.from.nobody")));
    }
    return suggestions;
  }

  /** The same without brackets, behind VRFY and EXPN. */
  List<Suggestion> bare(Progress progress, String line) {
    Stub stub = Stub.lastOf(line);
    List<Suggestion> suggestions = new ArrayList<>();
    memory
        .addresses()
        .addresses(progress)
        .forEach(
            (address, origin) -> {
              if (stub.begins(address)) {
                suggestions.add(stub.with(address, texts.say("typing.from." + origin)));
              }
            });
    return suggestions;
  }
}
