package smtpterm.typing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.knowledge.ParameterEntry;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.sasl.Mechanism;
import smtpterm.text.Texts;

/**
 * How a command can go on: behind {@code MAIL FROM:<anna} comes {@code > [SIZE=n]}, from the same
 * table as the help, as far as the server offers it.
 */
public final class CommandHints {
  private static final Pattern INNERMOST = Pattern.compile("\\[[^\\[\\]]+\\]");
  private static final Pattern FIXED = Pattern.compile("[A-Z0-9,]+|<>");

  private final Grammar grammar;

  /** Speaks as these texts do. */
  public CommandHints(Catalog catalog, Texts texts) {
    this.grammar = new Grammar(catalog, texts);
  }

  /** The rest of the syntax; empty for a command that is none, or not now. */
  public String rest(Progress progress, String line) {
    if (line.isBlank() || progress.protocol() == Protocol.RAW) {
      return "";
    }
    Optional<CommandEntry> entry = grammar.command(progress, line);
    if (entry.isEmpty()) {
      return "";
    }
    String syntax = entry.get().syntax();
    if (Hints.stem(syntax).endsWith(":<")) {
      return path(progress, entry.get(), line);
    }
    boolean login = entry.get().verb().equals("AUTH") && line.length() > "AUTH".length();
    return login ? login(progress.capabilities(), syntax, line) : Hints.rest(syntax, line);
  }

  /**
   * Whether the line says something that the syntax does not fix, such as the first letter of an
   * address: what was typed before is a better guess then.
   */
  public boolean beyond(Progress progress, String line) {
    if (progress.protocol() == Protocol.RAW) {
      return !line.isBlank();
    }
    return grammar
        .command(progress, line)
        .map(entry -> line.length() > fixed(Hints.stem(entry.syntax())))
        .orElse(line.indexOf(' ') > 0);
  }

  /** How many characters the syntax fixes; a blank behind a command that may stand alone is one. */
  private static int fixed(String stem) {
    return stem.endsWith(" ") || stem.endsWith("<") ? stem.length() : stem.length() + 1;
  }

  private String path(Progress progress, CommandEntry entry, String line) {
    String syntax = entry.syntax();
    String stem = Hints.stem(syntax);
    if (!stem.regionMatches(true, 0, line, 0, Math.min(line.length(), stem.length()))) {
      return "";
    }
    List<ParameterEntry> offered = grammar.parameters(progress, entry.verb());
    String usual = brackets(offered.stream().filter(p -> listed(syntax, p)).toList());
    if (line.length() <= stem.length()) {
      return Hints.like(line, stem)
          + syntax.substring(stem.length(), syntax.indexOf('>', stem.length()) + 1)
          + usual;
    }
    int close = close(line, stem.length());
    if (close < 0) {
      return line.indexOf(' ', stem.length()) < 0 || line.indexOf('"') > 0 ? ">" + usual : "";
    }
    String behind = line.substring(close + 1);
    if (behind.isEmpty()) {
      return usual;
    }
    return behind.charAt(0) == ' ' ? parameters(offered, syntax, behind) : "";
  }

  /** The bracket that closes the address, and none inside of quotes. */
  private static int close(String line, int from) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '>' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  /** The rest of a parameter, or those that may follow. */
  private static String parameters(List<ParameterEntry> offered, String syntax, String behind) {
    String[] words = behind.split(" +", -1);
    String typed = words[words.length - 1];
    Set<String> given = new HashSet<>();
    for (int i = 0; i < words.length - 1; i++) {
      given.add(name(words[i]));
    }
    List<ParameterEntry> open = new ArrayList<>();
    offered.stream().filter(p -> !given.contains(p.name())).forEach(open::add);
    if (typed.isEmpty()) {
      return brackets(open).strip();
    }
    String name = name(typed);
    for (ParameterEntry parameter : open) {
      if (parameter.name().equals(name)) {
        List<ParameterEntry> others =
            open.stream().filter(p -> !p.equals(parameter) && listed(syntax, p)).toList();
        return value(parameter.syntax(), typed).orElseGet(() -> brackets(others));
      }
    }
    return typed.indexOf('=') >= 0
        ? ""
        : open.stream()
            .filter(p -> p.name().startsWith(name))
            .findFirst()
            .map(p -> whole(p, typed))
            .orElse("");
  }

  private static String whole(ParameterEntry parameter, String typed) {
    return Hints.like(typed, parameter.name())
        + parameter.syntax().substring(parameter.name().length());
  }

  /** The rest of {@code BODY=8BITMIME}; nothing where the value is the user's own, or is whole. */
  private static Optional<String> value(String syntax, String typed) {
    int equals = syntax.indexOf('=') + 1;
    if (typed.length() < equals) {
      return Optional.of(syntax.substring(typed.length()));
    }
    String form = syntax.substring(equals);
    String value = typed.substring(Math.min(typed.length(), equals));
    boolean going =
        value.isEmpty()
            || (FIXED.matcher(form).matches()
                && value.length() < form.length()
                && form.regionMatches(true, 0, value, 0, value.length()));
    return going && equals > 0 ? Optional.of(Hints.like(value, form)) : Optional.empty();
  }

  private static String name(String word) {
    int equals = word.indexOf('=');
    return (equals < 0 ? word : word.substring(0, equals)).toUpperCase(Locale.ROOT);
  }

  /** Whether the syntax of the command names this parameter: then it is one met often. */
  private static boolean listed(String syntax, ParameterEntry parameter) {
    return syntax.contains("[" + parameter.syntax() + "]");
  }

  private static String brackets(List<ParameterEntry> parameters) {
    StringBuilder all = new StringBuilder();
    parameters.forEach(p -> all.append(" [").append(p.syntax()).append(']'));
    return all.toString();
  }

  /** The mechanisms that are offered, then the one begun, then its first answer. */
  private static String login(Capabilities capabilities, String syntax, String line) {
    String[] words = line.split(" +", -1);
    List<String> offered = capabilities.mechanisms();
    Matcher innermost = INNERMOST.matcher(syntax);
    String answer = innermost.find() ? innermost.group() : "";
    if (words.length == 2 && words[1].isEmpty()) {
      return offered.isEmpty() ? mechanism(syntax) + " " + answer : String.join("|", offered);
    }
    if (words.length == 2) {
      String typed = words[1].toUpperCase(Locale.ROOT);
      Optional<String> meant =
          offered.contains(typed)
              ? Optional.of(typed)
              : offered.stream().filter(m -> m.startsWith(typed)).findFirst();
      return meant.map(m -> Hints.like(words[1], m) + (answers(m) ? " " + answer : "")).orElse("");
    }
    boolean due = words.length == 3 && words[2].isEmpty() && answers(words[1]);
    return due ? answer : "";
  }

  /** Whether the first answer may stand on the line of AUTH itself. */
  private static boolean answers(String mechanism) {
    return Mechanism.named(mechanism).map(Mechanism::clientFirst).orElse(true);
  }

  private static String mechanism(String syntax) {
    return syntax.split(" ", -1)[1].replace("[", "");
  }
}
