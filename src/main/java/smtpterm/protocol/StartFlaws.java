package smtpterm.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.Marks.Span;

/** Looks at how a line begins: {@code C: EHLO}, {@code MIAL}, {@code Subject: Hello}, a blank. */
final class StartFlaws {
  /** Marks of transcripts, prompts and lists; what the server said begins with a code or S:. */
  private static final Pattern COPIED =
      Pattern.compile("\\s*((?i:C[:>])|>+|[#$%•→➔\"'`]|[-*](?= )|[0-9]{1,2}[.)](?= ))\\s*\\S.*");

  private static final Pattern REPLY =
      Pattern.compile("\\s*((?i:S[:>])|[0-9]{3}(?=[- ]|$)|[✔✖↻…](?= [0-9])).*");
  private static final Pattern HTTP =
      Pattern.compile(
          "(?i)(GET|HEAD|POST|PUT|DELETE|OPTIONS|TRACE|PATCH|CONNECT) +[/*h].*|https?:.*");
  private static final Pattern HEADER = Pattern.compile("([!-9;-~]+) ?:(?!<).*");
  private static final Pattern GLUED =
      Pattern.compile(
          "(?i)(MAIL)[-_.]?(FROM)\\b.*|(RCPT)[-_.]?(TO)\\b.*|(AUTH)-?(LOGIN|PLAIN)\\b.*");

  /** Words with which mails begin, and which look like HELO to a spelling check. */
  private static final Set<String> SALUTATIONS = Set.of("HALLO", "HELLO", "HOLA", "HELLAS");

  private StartFlaws() {}

  /** Whether these characters look like the beginning of a command, or a copied one. */
  static boolean promising(String plain) {
    String verb = new Command(plain.stripLeading()).verb();
    return Verbs.SMTP.contains(verb)
        || Verbs.near(verb).isPresent()
        || GLUED.matcher(plain).matches()
        || COPIED.matcher(plain).matches()
        || REPLY.matcher(plain).matches();
  }

  /** Marks what is wrong; whether the rest of the line is not worth a look then. */
  static boolean find(Marks marks) {
    if (copied(marks)) {
      return true;
    }
    String line = marks.line();
    if (line.charAt(0) == ' ') {
      marks.add(Kind.BLANK_FIRST, 0, marks.skipBlanks(0), "");
      return true;
    }
    if (line.equals(".")) {
      marks.add(Kind.DOT_EARLY, 0, 1, "");
      return true;
    }
    if (HTTP.matcher(line).matches()) {
      marks.add(Kind.HTTP, 0, line.length(), "");
      return true;
    }
    String verb = new Command(line).verb();
    Capabilities offered = marks.progress().capabilities();
    if (Verbs.known(offered, verb)) {
      return false;
    }
    // Private commands are anybody's guess; only a slip in a known one is worth a word.
    boolean secret = verb.startsWith("X") && Verbs.near(verb).isEmpty();
    if (!secret) {
      unknown(marks, verb, line.length() == verb.length() && Verbs.begins(offered, verb));
    }
    return true;
  }

  /** Marks what was copied along in front of the line, if anything. */
  static boolean copied(Marks marks) {
    Matcher reply = REPLY.matcher(marks.line());
    if (reply.matches()) {
      marks.add(Kind.COPIED_REPLY, reply.start(1), reply.end(1), reply.group(1));
      return true;
    }
    Matcher mark = COPIED.matcher(marks.line());
    if (mark.matches()) {
      marks.add(Kind.COPIED_MARK, mark.start(1), mark.end(1), mark.group(1));
    }
    return mark.matches();
  }

  private static void unknown(Marks marks, String verb, boolean pending) {
    int end = verb.length();
    if (pending) {
      marks.pending(Kind.VERB_UNKNOWN, 0, end, "");
    } else if (!glued(marks) && !punctuated(marks, verb) && !header(marks)) {
      if (Verbs.POP3.contains(verb)) {
        marks.add(Kind.POP3, 0, end, verb);
      } else if (base64(marks.line())) {
        marks.add(Kind.BASE64_EARLY, 0, end, "");
      } else {
        word(marks, verb);
      }
    }
  }

  private static void word(Marks marks, String verb) {
    Optional<String> near = Verbs.near(verb);
    Span span = new Span(0, verb.length());
    if (near.isPresent() && !salutation(marks, verb)) {
      marks.add(Kind.VERB_MISSPELT, span, near.get(), false);
    } else if (split(marks, verb)) {
      return;
    } else if (prose(marks, verb)) {
      marks.add(Kind.TEXT_EARLY, 0, marks.line().length(), "");
    } else {
      marks.add(Kind.VERB_UNKNOWN, span, "", false);
    }
  }

  /** {@code MAILFROM:}, or {@code FROM:<a@b>} with the first half forgotten. */
  private static boolean glued(Marks marks) {
    String line = marks.line();
    Matcher glued = GLUED.matcher(line);
    if (glued.matches()) {
      int first = glued.group(1) != null ? 1 : glued.group(3) != null ? 3 : 5;
      String meant = PrintedLetters.upper(glued.group(first) + " " + glued.group(first + 1));
      marks.add(Kind.VERB_GLUED, 0, glued.end(first + 1), meant);
      return true;
    }
    boolean from = line.regionMatches(true, 0, "FROM:<", 0, 6);
    if (from || line.regionMatches(true, 0, "TO:<", 0, 4)) {
      marks.add(Kind.VERB_MISSING, 0, from ? 5 : 3, from ? "MAIL" : "RCPT");
      return true;
    }
    return false;
  }

  /** {@code EHLO:} and {@code QUIT.}. */
  private static boolean punctuated(Marks marks, String verb) {
    int end = verb.length();
    while (end > 0 && ":;,.!".indexOf(verb.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean found = end < verb.length() && Verbs.SMTP.contains(verb.substring(0, end));
    if (found) {
      marks.add(Kind.VERB_PUNCTUATION, end, verb.length(), verb.substring(0, end));
    }
    return found;
  }

  private static boolean header(Marks marks) {
    Matcher header = HEADER.matcher(marks.line());
    if (!header.matches()) {
      return false;
    }
    String name = header.group(1);
    Optional<String> near = Verbs.near(name.toUpperCase(Locale.ROOT));
    if (near.isPresent() && !HeaderNames.known(name)) {
      marks.add(Kind.VERB_MISSPELT, 0, name.length(), near.get());
    } else {
      marks.add(Kind.HEADER_EARLY, 0, header.end(1), name);
    }
    return true;
  }

  /** {@code START TLS}. */
  private static boolean split(Marks marks, String verb) {
    int second = marks.skipBlanks(verb.length());
    int end = marks.wordEnd(second);
    String both = verb + PrintedLetters.upper(marks.line().substring(second, end));
    boolean found = second < end && Verbs.SMTP.contains(both);
    if (found) {
      marks.add(Kind.VERB_SPLIT, 0, end, both);
    }
    return found;
  }

  /** "Hello Bob," once hello is said to the server: then somebody is writing a mail already. */
  private static boolean salutation(Marks marks, String verb) {
    boolean shouted = marks.line().startsWith(verb);
    Phase phase = marks.progress().phase();
    boolean greeted = phase != Phase.GREETING && phase != Phase.HELLO;
    String letters = verb.replaceAll("[,.!]$", "");
    return greeted && !shouted && SALUTATIONS.contains(letters);
  }

  /** Several words in small letters, or the end of a sentence: nobody writes commands so. */
  private static boolean prose(Marks marks, String verb) {
    String line = marks.line().strip();
    Phase phase = marks.progress().phase();
    boolean greeted = phase != Phase.GREETING && phase != Phase.HELLO;
    String typed = marks.line().substring(0, verb.length());
    boolean small = typed.chars().anyMatch(Character::isLowerCase);
    int words = line.split(" +", -1).length;
    boolean sentence = line.matches(".*\\p{L}[.,!?]+");
    boolean capital = Character.isUpperCase(line.charAt(0));
    return greeted && small && (sentence || words > 2 || (capital && words == 2));
  }

  private static boolean base64(String line) {
    return line.length() >= 8 && StrictBase64.judge(line).readable();
  }
}
