package smtpterm.mail;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code Received} lines of a header, turned round: a path from the first server to the last.
 */
final class ReceivedPath {
  private static final int MOST = 100;
  private static final int LONGEST = 4_096;
  private static final Set<String> CLAUSES = Set.of("from", "by", "via", "with", "id", "for");

  private ReceivedPath() {}

  static List<Hop> of(Header header) {
    List<HeaderField> lines = header.all("Received");
    List<HeaderField> upwards = new ArrayList<>(lines.subList(0, Math.min(lines.size(), MOST)));
    // Each server puts its line on top.
    Collections.reverse(upwards);
    List<Hop> path = new ArrayList<>();
    Optional<OffsetDateTime> before = Optional.empty();
    for (HeaderField line : upwards) {
      String raw = line.raw().substring(0, Math.min(line.raw().length(), LONGEST));
      Scan scan = new Scan(raw);
      Hop.Stamp stamp = stamp(scan, raw);
      Optional<OffsetDateTime> time = scan.skip(';') ? MailDate.of(scan.rest()) : Optional.empty();
      Optional<Duration> after = Optional.empty();
      if (time.isPresent() && before.isPresent()) {
        after = Optional.of(Duration.between(before.get(), time.get()));
      }
      path.add(new Hop(stamp, time, after));
      before = time.isPresent() ? time : before;
    }
    return path;
  }

  private static Hop.Stamp stamp(Scan scan, String raw) {
    Map<String, StringBuilder> words = new HashMap<>();
    String clause = "";
    String detail = "";
    scan.blanks();
    while (!scan.done() && !scan.at(';')) {
      String word = scan.word();
      String lower = word.toLowerCase(Locale.ROOT);
      if (CLAUSES.contains(lower) && !words.containsKey(lower)) {
        clause = lower;
        words.put(clause, new StringBuilder());
      } else if (!clause.isEmpty()) {
        StringBuilder value = words.get(clause);
        value.append(value.length() > 0 ? " " : "").append(word);
      }
      scan.blanks();
      String comments = scan.comments();
      if (clause.equals("from") && detail.isEmpty()) {
        detail = comments;
      }
    }
    return new Hop.Stamp(
        value(words, "from"), detail, value(words, "by"), value(words, "with"), raw);
  }

  private static String value(Map<String, StringBuilder> words, String clause) {
    return words.getOrDefault(clause, new StringBuilder()).toString();
  }
}
