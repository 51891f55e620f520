package smtpterm.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smtpterm.protocol.LineFlaw.Kind;

/** What is probably wrong with a line typed to a POP3 server: {@code RETR} without its number. */
final class Pop3Flaws {
  /** Those met most often come first: of two words that are equally near, the first is meant. */
  static final List<String> VERBS =
      List.of(
          "USER", "PASS", "LIST", "RETR", "STAT", "QUIT", "DELE", "CAPA", "UIDL", "TOP", "RSET",
          "NOOP", "AUTH", "APOP", "STLS", "UTF8", "LANG", "LAST", "RPOP", "XTND", "XSENDER");

  private static final Set<String> BEFORE_LOGIN =
      Set.of("USER", "PASS", "APOP", "AUTH", "STLS", "UTF8", "RPOP");

  private static final Set<String> AFTER_LOGIN =
      Set.of("STAT", "LIST", "RETR", "DELE", "UIDL", "TOP", "RSET", "NOOP", "LAST");

  private static final Set<String> ALONE = Set.of("STAT", "QUIT", "CAPA", "RSET", "NOOP", "STLS");

  /** What CAPA must have listed, once it was asked. */
  private static final Map<String, String> CAPABILITIES =
      Map.of("STLS", "STLS", "UTF8", "UTF8", "LANG", "LANG");

  private Pop3Flaws() {}

  static void find(Marks marks) {
    String line = marks.line();
    if (line.isBlank()) {
      marks.pending(Kind.EMPTY, 0, line.length(), "");
    } else if (!Reply.statusOf(line).isEmpty()) {
      marks.add(Kind.COPIED_REPLY, 0, Reply.statusOf(line).length(), Reply.statusOf(line));
    } else if (line.charAt(0) == ' ') {
      marks.add(Kind.BLANK_FIRST, 0, marks.skipBlanks(0), "");
    } else if (!StartFlaws.copied(marks)) {
      command(marks, new Command(line).verb());
    }
  }

  private static void command(Marks marks, String verb) {
    if (!VERBS.contains(verb)) {
      unknown(marks, verb);
      return;
    }
    order(marks, verb);
    String needed = CAPABILITIES.get(verb);
    Capabilities capabilities = marks.progress().capabilities();
    if (needed != null && capabilities.extended() && !capabilities.offers(needed)) {
      marks.add(Kind.NOT_OFFERED, 0, verb.length(), needed);
    }
    argument(marks, verb, marks.skipBlanks(verb.length()));
  }

  private static void unknown(Marks marks, String verb) {
    int end = verb.length();
    boolean pending =
        marks.line().length() == end && VERBS.stream().anyMatch(v -> v.startsWith(verb));
    Optional<String> near = Spelling.nearest(verb, VERBS);
    if (pending) {
      marks.pending(Kind.VERB_UNKNOWN, 0, end, "");
    } else if (Verbs.SMTP.contains(verb)) {
      marks.add(Kind.SMTP, 0, end, verb);
    } else if (near.isPresent()) {
      marks.add(Kind.VERB_MISSPELT, 0, end, near.get());
    } else {
      marks.add(Kind.VERB_UNKNOWN, 0, end, "");
    }
  }

  private static void order(Marks marks, String verb) {
    Phase phase = marks.progress().phase();
    int end = verb.length();
    boolean open = phase == Phase.TRANSACTION;
    if (verb.equals("PASS") && phase == Phase.AUTHORIZATION) {
      marks.add(Kind.USER_FIRST, 0, end, verb);
    } else if (open && BEFORE_LOGIN.contains(verb)) {
      marks.add(Kind.LOGIN_TWICE, 0, end, verb);
    } else if (!open && AFTER_LOGIN.contains(verb)) {
      marks.add(Kind.LOGIN_FIRST, 0, end, verb);
    }
  }

  private static void argument(Marks marks, String verb, int start) {
    int end = marks.line().length();
    boolean bare = start == end;
    switch (verb) {
      case "RETR", "DELE", "TOP" -> {
        if (bare) {
          marks.pending(Kind.MAIL_NUMBER_MISSING, 0, verb.length(), verb);
        } else {
          number(marks, verb, start);
        }
      }
      case "LIST", "UIDL" -> {
        if (!bare) {
          number(marks, verb, start);
        }
      }
      case "USER", "PASS", "APOP" -> {
        if (bare) {
          marks.pending(Kind.ARGUMENT_MISSING, 0, verb.length(), verb);
        }
      }
      default -> {
        if (!bare && ALONE.contains(verb)) {
          marks.add(Kind.ALONE, start, end, verb);
        }
      }
    }
  }

  private static void number(Marks marks, String verb, int start) {
    int end = marks.wordEnd(start);
    if (!marks.line().substring(start, end).matches("[1-9][0-9]{0,8}")) {
      marks.add(Kind.MAIL_NUMBER_MISSING, start, end, verb);
      return;
    }
    int second = marks.skipBlanks(end);
    boolean more = second < marks.line().length();
    if (verb.equals("TOP")) {
      if (!more) {
        marks.pending(Kind.TOP_LINES_MISSING, 0, verb.length(), "");
      } else if (!marks.line().substring(second).matches("[0-9]{1,9} *")) {
        marks.add(Kind.TOP_LINES_MISSING, second, marks.line().length(), "");
      }
    } else if (more) {
      marks.add(Kind.MAIL_NUMBER_MISSING, start, marks.line().length(), verb);
    }
  }
}
