package smtpterm.server;

import java.util.Locale;
import java.util.Set;
import smtpterm.protocol.Command;
import smtpterm.script.Template;

/**
 * Whether a client says what a script expects of it: {@code mail from:<Bob@Example.com> SIZE=9} is
 * {@code MAIL FROM:<bob@example.com>}, since verb and address are compared.
 *
 * <p>Places that only the client can fill in, such as its password, may be anything.
 */
final class Likeness {
  /** Stands for any text; in private use, so that no file has it. */
  private static final char ANY = '\uE0A7';

  private static final Set<String> WITH_PATH = Set.of("MAIL", "RCPT", "SEND", "SOML", "SAML");
  private static final Set<String> WITH_NAME = Set.of("VRFY", "EXPN");
  private static final Set<String> WITH_NUMBER = Set.of("LIST", "UIDL", "RETR", "TOP", "DELE");

  /** What follows is a secret, or the name that belongs to it, and anybody may log in. */
  private static final Set<String> CREDENTIALS = Set.of("AUTH", "USER", "PASS", "APOP");

  private final Blanks blanks;
  private final boolean exact;

  /**
   * @param exact whether the whole line is compared, but for names and passwords
   */
  Likeness(Blanks blanks, boolean exact) {
    this.blanks = blanks;
    this.exact = exact;
  }

  /** Whether this line is the one that the script expects. */
  boolean fits(String said, Template expected) {
    String wanted = text(expected);
    Command here = new Command(said.strip());
    Command there = new Command(wanted.strip());
    if (there.verb().indexOf(ANY) >= 0) {
      return matches(wanted, said);
    } else if (!there.verb().equals(here.verb())) {
      return false;
    }
    String verb = here.verb();
    if (verb.equals("AUTH")) {
      return matches(there.firstArgument(), here.firstArgument());
    } else if (CREDENTIALS.contains(verb)) {
      return true;
    } else if (exact) {
      return matches(wanted, said);
    }
    return matches(lower(essence(verb, there)), lower(essence(verb, here)));
  }

  /** Whether the script's line for AUTH has an answer on it already. */
  boolean hasInitialResponse(Template expected) {
    return initialResponse(text(expected));
  }

  static boolean initialResponse(String line) {
    return line.strip().split("[ \t]+").length > 2;
  }

  /** The line for people, with dots where only the client knows. */
  String shown(Template expected) {
    return text(expected).replace(String.valueOf(ANY), "...");
  }

  private String text(Template expected) {
    StringBuilder text = new StringBuilder();
    for (Template.Piece piece : expected.pieces()) {
      text.append(blanks.fill(piece).orElse(String.valueOf(ANY)));
    }
    return text.toString();
  }

  /** What is compared besides the verb. */
  private static String essence(String verb, Command command) {
    String argument = command.argument().strip();
    if (WITH_PATH.contains(verb)) {
      return path(argument);
    } else if (WITH_NAME.contains(verb)) {
      return argument.replaceAll("[<>]", "");
    }
    // The same verb with a number has another kind of reply than without.
    return WITH_NUMBER.contains(verb) ? argument.split("[ \t]", 2)[0] : "";
  }

  /** The address in {@code FROM:<a@b> SIZE=1}; all of it where there is none. */
  private static String path(String argument) {
    int colon = argument.indexOf(':');
    String behind = argument.substring(colon + 1).strip();
    if (behind.startsWith("<") && behind.indexOf('>') > 0) {
      // What is quoted may hold a bracket, parameters never do.
      return behind.substring(1, behind.lastIndexOf('>'));
    }
    return colon < 0 ? argument : behind.split("[ \t]", 2)[0];
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether a text is this pattern, in which {@link #ANY} stands for any text. */
  private static boolean matches(String pattern, String text) {
    int first = pattern.indexOf(ANY);
    if (first < 0) {
      return pattern.equals(text);
    }
    if (!text.startsWith(pattern.substring(0, first))) {
      return false;
    }
    int at = first;
    int from = first + 1;
    for (int any = pattern.indexOf(ANY, from); any >= 0; any = pattern.indexOf(ANY, from)) {
      String part = pattern.substring(from, any);
      int found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
      from = any + 1;
    }
    String end = pattern.substring(from);
    return text.length() - end.length() >= at && text.endsWith(end);
  }
}
