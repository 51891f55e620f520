package smtpterm.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.ParameterEntry;
import smtpterm.protocol.Capabilities;
import smtpterm.text.Texts;

/** What can stand behind the address of MAIL and RCPT: {@code SIZE=}, {@code RET=HDRS}. */
final class ParameterCompletion {
  private static final String NOTIFY = "NOTIFY=";
  private static final List<String> REASONS = List.of("SUCCESS", "FAILURE", "DELAY");
  private static final Map<String, List<String>> VALUES =
      Map.of("BODY", List.of("8BITMIME", "7BIT", "BINARYMIME"), "RET", List.of("FULL", "HDRS"));

  private final Catalog catalog;
  private final Texts texts;

  ParameterCompletion(Catalog catalog, Texts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  /**
   * Each parameter once, and only where the server offered what it belongs to.
   *
   * @param line with the path closed; where no blank stands behind it, the parameter brings it
   */
  List<Suggestion> complete(Capabilities offered, String verb, String line) {
    int close = line.indexOf('>');
    Stub stub = close == line.length() - 1 ? new Stub(line + " ", "") : Stub.lastOf(line);
    String given = stub.before().substring(close).toUpperCase(Locale.ROOT);
    List<Suggestion> suggestions = new ArrayList<>();
    for (ParameterEntry entry : catalog.parameters(verb)) {
      if (offered.offers(entry.needs()) && !given.matches("(?s).* " + entry.name() + "[ =].*")) {
        for (String form : forms(offered, entry, line, stub.typed())) {
          if (stub.begins(form)) {
            suggestions.add(stub.word(form, shown(entry, form), meaning(offered, entry, form)));
          }
        }
      }
    }
    return suggestions;
  }

  /** What can be typed without thinking: {@code SIZE=}, {@code BODY=7BIT}. */
  private static List<String> forms(
      Capabilities offered, ParameterEntry entry, String line, String typed) {
    if (VALUES.containsKey(entry.name())) {
      return VALUES.get(entry.name()).stream()
          .filter(value -> !value.equals("BINARYMIME") || offered.offers(value))
          .map(value -> entry.name() + "=" + value)
          .toList();
    }
    return switch (entry.name()) {
      case "NOTIFY" -> notify(typed.toUpperCase(Locale.ROOT));
      // The type stands before the address as it was given (RFC 3461 section 4.2).
      case "ORCPT" -> List.of("ORCPT=rfc822;" + xtext(address(line)));
      default -> List.of(stem(entry.syntax()));
    };
  }

  /** NEVER stands alone, the others behind each other (RFC 3461 section 4.1). */
  private static List<String> notify(String typed) {
    int comma = typed.lastIndexOf(',');
    String first = comma < 0 ? NOTIFY : typed.substring(0, comma + 1);
    List<String> forms = new ArrayList<>();
    if (comma < 0) {
      forms.add(NOTIFY + "NEVER");
    }
    REASONS.stream().filter(r -> !first.contains(r)).map(first::concat).forEach(forms::add);
    if (forms.contains(typed) && !typed.endsWith("NEVER")) {
      REASONS.stream()
          .filter(reason -> !typed.contains(reason))
          .map(reason -> typed + "," + reason)
          .forEach(forms::add);
      forms.remove(typed);
    }
    return forms;
  }

  private static String stem(String syntax) {
    int equals = syntax.indexOf('=') + 1;
    boolean fixed = syntax.substring(equals).matches("[A-Z0-9,]+|<>");
    return equals == 0 || fixed ? syntax : syntax.substring(0, equals);
  }

  private static String address(String line) {
    int open = line.indexOf('<');
    return line.substring(open + 1, Math.max(open + 1, line.indexOf('>')));
  }

  /** RFC 3461 section 4: these two are written as numbers, and so is what is not ASCII. */
  private static String xtext(String address) {
    return address.replace("+", "+2B").replace("=", "+3D");
  }

  private static String shown(ParameterEntry entry, String form) {
    return form.endsWith("=") ? entry.syntax() : form;
  }

  private String meaning(Capabilities offered, ParameterEntry entry, String form) {
    String value = form.substring(Math.max(form.indexOf('='), form.lastIndexOf(',')) + 1);
    String key = "typing.value." + entry.name() + "." + value;
    if (!value.isEmpty() && texts.knows(key)) {
      return texts.say(key);
    }
    String line = entry.article().line();
    List<String> limit = offered.arguments(entry.name());
    return entry.name().equals("SIZE")
            && !limit.isEmpty()
            && limit.get(0).matches("[1-9][0-9]{0,17}")
        ? texts.say("typing.value.size-limit", line, Long.valueOf(limit.get(0)))
        : line;
  }
}
