package smtpterm.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.ParameterEntry;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Command;
import smtpterm.protocol.Progress;

/** What Tab makes of a command: its verb, the mechanism of a login, a parameter of MAIL or RCPT. */
public final class Completion {
  private final Catalog catalog;

  public Completion(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Only what is legal now and what the server offers. No blank is put behind it, because it would
   * be sent.
   */
  public List<Suggestion> complete(Progress progress, String line) {
    Command command = new Command(line);
    if (command.is("AUTH") && line.indexOf(' ') > 0) {
      return mechanisms(progress.capabilities(), line);
    }
    boolean path = command.is("MAIL") || command.is("RCPT");
    if (path && line.indexOf('>') > 0 && line.lastIndexOf(' ') > line.indexOf('>')) {
      return parameters(progress.capabilities(), command.verb(), line);
    }
    List<Suggestion> suggestions = new ArrayList<>();
    for (CommandEntry entry : catalog.commands(progress.protocol().scheme())) {
      String stem = Hints.stem(entry.syntax());
      if (entry.legalIn(progress) && stem.regionMatches(true, 0, line, 0, line.length())) {
        suggestions.add(
            new Suggestion(like(line, stem), entry.syntax(), entry.article().line(), false));
      }
    }
    return suggestions;
  }

  private List<Suggestion> mechanisms(Capabilities offered, String line) {
    int start = line.indexOf(' ') + 1;
    String typed = line.substring(start).toUpperCase(Locale.ROOT);
    List<Suggestion> suggestions = new ArrayList<>();
    for (String mechanism : offered.mechanisms()) {
      if (mechanism.startsWith(typed)) {
        String meaning = catalog.mechanism(mechanism).map(m -> m.article().line()).orElse("");
        suggestions.add(
            new Suggestion(line.substring(0, start) + mechanism, mechanism, meaning, false));
      }
    }
    return suggestions;
  }

  /** Each parameter once, and only where the server offered what it belongs to. */
  private List<Suggestion> parameters(Capabilities offered, String verb, String line) {
    int start = line.lastIndexOf(' ') + 1;
    String typed = line.substring(start);
    String before = line.substring(line.indexOf('>'), start).toUpperCase(Locale.ROOT);
    List<Suggestion> suggestions = new ArrayList<>();
    for (ParameterEntry entry : catalog.parameters(verb)) {
      String stem = stem(entry.syntax());
      boolean given = before.matches("(?s).* " + entry.name() + "[ =].*");
      if (offered.offers(entry.needs())
          && !given
          && stem.regionMatches(true, 0, typed, 0, typed.length())) {
        suggestions.add(
            new Suggestion(
                line.substring(0, start) + like(typed, stem),
                entry.syntax(),
                entry.article().line(),
                false));
      }
    }
    return suggestions;
  }

  /** What can be typed without thinking: {@code SIZE=}, {@code BODY=8BITMIME}. */
  private static String stem(String syntax) {
    int equals = syntax.indexOf('=') + 1;
    boolean fixed = syntax.substring(equals).matches("[A-Z0-9,]+|<>");
    return equals == 0 || fixed ? syntax : syntax.substring(0, equals);
  }

  /** The completion in the case in which its beginning was typed. */
  private static String like(String typed, String stem) {
    boolean lower = !typed.isEmpty() && typed.equals(typed.toLowerCase(Locale.ROOT));
    String cased = lower ? stem.toLowerCase(Locale.ROOT) : stem;
    return typed + cased.substring(typed.length());
  }
}
