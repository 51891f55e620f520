package smtpterm.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The argument of MAIL or RCPT taken apart: {@code FROM:<anna@kolleg.de> SIZE=100} (RFC 5321
 * sections 4.1.1.2 and 4.1.1.3).
 *
 * @param path what stood between the brackets; perhaps empty
 * @param parameters keyword in upper case → value, nothing where no {@code =} follows it
 */
record AddressArgument(String path, Map<String, Optional<String>> parameters) {
  private static final Pattern KEYWORD = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9]*");
  private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x20=\\x7F]+");

  AddressArgument {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** How the two commands are written. */
  enum Form {
    MAIL("FROM:", "MAIL FROM:<address>"),
    RCPT("TO:", "RCPT TO:<address>");

    private final String prefix;
    private final String usage;

    Form(String prefix, String usage) {
      this.prefix = prefix;
      this.usage = usage;
    }
  }

  /**
   * Takes it apart.
   *
   * @param strict whether a blank behind the colon and missing brackets are refused
   * @throws Refusal with 501 when it is not written like this
   */
  static AddressArgument parse(Form form, String argument, boolean strict) throws Refusal {
    Refusal syntax = new Refusal(Replies.syntax(form.usage));
    if (!argument.regionMatches(true, 0, form.prefix, 0, form.prefix.length())) {
      throw syntax;
    }
    String rest = argument.substring(form.prefix.length());
    // Not strip(): what Unicode calls a blank is none here.
    String path = rest.replaceFirst("^[ \t]+", "");
    boolean brackets = path.startsWith("<");
    if (path.isEmpty() || (strict && (!brackets || path.length() < rest.length()))) {
      throw syntax;
    }
    if (!brackets && path.indexOf('<') >= 0) {
      // "Anna <anna@kolleg.de>" belongs into the header, not here.
      throw syntax;
    }
    int end = brackets ? closing(path, syntax) : blank(path);
    String inner = path.substring(brackets ? 1 : 0, end);
    String behind = path.substring(brackets ? end + 1 : end);
    if (!behind.isEmpty() && behind.charAt(0) != ' ') {
      throw new Refusal(Replies.parameter("A blank must stand between address and parameters"));
    }
    return new AddressArgument(inner, parameters(behind.replaceFirst("^ +", "")));
  }

  /** The keyword's value. */
  Optional<String> value(String keyword) {
    return parameters.getOrDefault(keyword, Optional.empty());
  }

  boolean has(String keyword) {
    return parameters.containsKey(keyword);
  }

  private static int closing(String path, Refusal syntax) throws Refusal {
    boolean quoted = false;
    for (int i = 1; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '>' && !quoted) {
        return i;
      }
    }
    throw syntax;
  }

  private static int blank(String path) {
    int blank = path.indexOf(' ');
    return blank < 0 ? path.length() : blank;
  }

  private static Map<String, Optional<String>> parameters(String text) throws Refusal {
    Map<String, Optional<String>> parameters = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return parameters;
    }
    for (String parameter : text.split(" +", -1)) {
      int equals = parameter.indexOf('=');
      String keyword = equals < 0 ? parameter : parameter.substring(0, equals);
      Optional<String> value =
          equals < 0 ? Optional.empty() : Optional.of(parameter.substring(equals + 1));
      if (!KEYWORD.matcher(keyword).matches()
          || value.filter(v -> !VALUE.matcher(v).matches()).isPresent()) {
        throw new Refusal(Replies.parameter("A parameter is written KEYWORD or KEYWORD=value"));
      }
      if (parameters.put(keyword.toUpperCase(Locale.ROOT), value) != null) {
        throw new Refusal(Replies.parameter("A parameter is given twice"));
      }
    }
    return parameters;
  }
}
