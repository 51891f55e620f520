package smtpterm.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smtpterm.protocol.EnhancedCode;
import smtpterm.protocol.Reply;
import smtpterm.protocol.Spelling;

/** Finds what somebody asks about: a name of any kind, a whole line, or what is near to it. */
final class Lookup {
  /** Nothing in the catalogue is longer; a line only has to be seen up to its arguments. */
  private static final int LONGEST = 200;

  private static final int MOST_NEAR = 6;
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

  /** {@code -ERR [IN-USE] text}, {@code +OK}, or a challenge behind a plus. */
  private static final Pattern POP3 =
      Pattern.compile("(-ERR|\\+OK|\\+)(?: +\\[([A-Za-z0-9/-]+)\\].*| .*)?");

  /** Who speaks, in front of a line copied from the screen or a transcript. */
  private static final Pattern SPEAKER = Pattern.compile("^[CS]:\\s+(?=\\S)");

  private final Shelf shelf;
  private final Entries entries;
  private final KeywordRows keywords;

  Lookup(Shelf shelf, Entries entries, KeywordRows keywords) {
    this.shelf = shelf;
    this.entries = entries;
    this.keywords = keywords;
  }

  Found find(String text) {
    String asked = text.substring(0, Math.min(text.length(), LONGEST)).strip();
    return search(SPEAKER.matcher(asked).replaceFirst(""));
  }

  private Found search(String asked) {
    List<Entry> exact = word(asked);
    if (exact.isEmpty()) {
      exact = line(asked);
    }
    return exact.isEmpty()
        ? new Found(List.of(), near(asked.toUpperCase(Locale.ROOT)))
        : new Found(exact, List.of());
  }

  List<Entry> about(Reply reply) {
    List<Entry> about = new ArrayList<>();
    if (!reply.code().isEmpty()) {
      entries
          .named(EntryKind.REPLY, reply.code())
          .or(() -> entries.unregistered(reply.code()))
          .ifPresent(about::add);
      reply.enhanced().map(this::enhanced).ifPresent(about::add);
    }
    return about;
  }

  private Entry enhanced(EnhancedCode code) {
    return entries
        .named(EntryKind.ENHANCED, code.toString())
        .orElseGet(() -> entries.unregistered(code));
  }

  /** Every kind that has this name. */
  private List<Entry> word(String asked) {
    String name = asked.replaceFirst("^[:\\[<](?=.)", "").replaceFirst("(?<=.)[:\\]>]$", "");
    List<Entry> found = new ArrayList<>();
    if (name.isEmpty()) {
      return found;
    }
    for (EntryKind kind : EntryKind.values()) {
      entries.named(kind, name).ifPresent(found::add);
    }
    shelf.rows("ports").stream()
        .filter(row -> service(row).contains(name.toLowerCase(Locale.ROOT)))
        .forEach(row -> entries.named(EntryKind.PORT, row.get("port")).ifPresent(found::add));
    if (found.isEmpty()) {
      Entries.code(name).map(this::enhanced).ifPresent(found::add);
    }
    if (found.isEmpty() && CODE.matcher(name).matches()) {
      entries.unregistered(name).ifPresent(found::add);
    }
    return found;
  }

  /**
   * What the service behind a port is called: {@code submissions}, and by many still {@code smtps}.
   */
  private static List<String> service(Map<String, String> port) {
    return List.of((port.get("service") + " " + port.get("also")).split(" ", -1));
  }

  /** A whole line of the server or the client, or a field of a header. */
  private List<Entry> line(String asked) {
    Reply reply = Reply.of(asked);
    List<Entry> found = new ArrayList<>(about(reply));
    if (!found.isEmpty()) {
      keyword(asked, reply).ifPresent(found::add);
      return found;
    }
    Matcher pop3 = POP3.matcher(asked);
    if (pop3.matches()) {
      add(found, EntryKind.POP3_REPLY, pop3.group(1));
      add(found, EntryKind.POP3_REPLY, pop3.group(2));
      return found;
    }
    String[] words = asked.split("[ \t]+", 3);
    int colon = words[0].indexOf(':');
    int equals = words[0].indexOf('=');
    if (colon > 0) {
      add(found, EntryKind.HEADER, words[0].substring(0, colon));
    } else if (equals > 0) {
      add(found, EntryKind.PARAMETER, words[0].substring(0, equals));
    } else if (words.length > 1) {
      add(found, EntryKind.COMMAND, words[0]);
      add(found, EntryKind.POP3_COMMAND, words[0]);
      if (words[0].equalsIgnoreCase("AUTH")) {
        add(found, EntryKind.MECHANISM, words[1]);
      }
    }
    return found;
  }

  private void add(List<Entry> found, EntryKind kind, String name) {
    Optional.ofNullable(name).flatMap(n -> entries.named(kind, n)).ifPresent(found::add);
  }

  /** The keyword of a line such as {@code 250-SIZE 1000}, with what its number means. */
  private Optional<Entry> keyword(String line, Reply reply) {
    if (!reply.is(250) || reply.text().isEmpty()) {
      return Optional.empty();
    }
    String name = reply.text().strip().split("[ =]", 2)[0];
    String label = shelf.text("entries", "label.here");
    return entries
        .named(EntryKind.KEYWORD, name)
        .map(
            entry ->
                keywords.of(Reply.of("250-", line)).stream()
                    .findFirst()
                    .map(Explanation.Detail::sentence)
                    .filter(sentence -> !sentence.equals(entry.line()))
                    .map(sentence -> entry.with(new Entry.Row("here", label, sentence)))
                    .orElse(entry));
  }

  /** Names that begin alike or differ in a letter or two, the nearest first. */
  private List<Entry> near(String asked) {
    if (asked.length() < 2 || asked.length() > 24 || NUMBER.matcher(asked).matches()) {
      return List.of();
    }
    record Candidate(EntryKind kind, String name, int distance) {}
    List<Candidate> candidates = new ArrayList<>();
    for (EntryKind kind : EntryKind.values()) {
      for (String name : shelf.names(kind.table())) {
        int distance = distance(asked, name.toUpperCase(Locale.ROOT));
        if (distance <= (asked.length() <= 4 ? 1 : 2)) {
          candidates.add(new Candidate(kind, name, distance));
        }
      }
    }
    candidates.sort(
        Comparator.comparingInt(Candidate::distance)
            .thenComparingInt(c -> Math.abs(c.name().length() - asked.length())));
    Set<String> names = new LinkedHashSet<>();
    List<Entry> near = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (near.size() < MOST_NEAR && names.add(candidate.name())) {
        entries.named(candidate.kind(), candidate.name()).ifPresent(near::add);
      }
    }
    return near;
  }

  /** The same beginning counts as one wrong letter, or as two if both go on in their own way. */
  private static int distance(String asked, String name) {
    int same = 0;
    while (same < Math.min(asked.length(), name.length())
        && asked.charAt(same) == name.charAt(same)) {
      same++;
    }
    int begins = same == Math.min(asked.length(), name.length()) ? 1 : 2;
    int distance = Spelling.distance(asked, name);
    return same >= 3 && same * 4 >= asked.length() * 3 ? Math.min(begins, distance) : distance;
  }
}
