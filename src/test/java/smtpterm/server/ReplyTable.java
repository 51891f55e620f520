package smtpterm.server;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Conversations with their right replies, read from a file in {@code resources/server}. */
final class ReplyTable {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          entry("E", "EHLO laptop → 250 HELP"),
          entry("L", "LHLO laptop → 250 HELP"),
          entry("M", "MAIL FROM:<anna@kolleg.de> → 250 2.1.0"),
          entry("R", "RCPT TO:<bob@kolleg.de> → 250 2.1.5"),
          entry("U", "AUTH PLAIN AGFubmEAZ2VoZWlt → 235 2.7.0"));

  private ReplyTable() {}

  /**
   * One conversation.
   *
   * @param rule where the replies come from, such as {@code RFC 5321 section 4.1.4}
   * @param server with which server it is held
   */
  record Row(String rule, String server, String conversation) {
    @Override
    public String toString() {
      return server + ": " + conversation + " (" + rule + ")";
    }
  }

  /** One command and what has to come back for it. */
  record Step(String command, List<String> replies) {}

  /** All rows of the file; {@code any} is there twice, as {@code lenient} and {@code strict}. */
  static List<Row> read(String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    String rule = "";
    for (String line : lines(name)) {
      if (line.startsWith("[")) {
        rule = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        String server = line.substring(0, line.indexOf(' '));
        // Column ten: a command may begin with blanks.
        String conversation = line.substring(Math.max(9, server.length() + 1));
        if (server.equals("any")) {
          rows.add(new Row(rule, "lenient", conversation));
          rows.add(new Row(rule, "strict", conversation));
        } else {
          rows.add(new Row(rule, server, conversation));
        }
      }
    }
    return rows;
  }

  /** The steps of a conversation, with what is written short in full. */
  static List<Step> steps(String conversation) {
    List<Step> steps = new ArrayList<>();
    for (String step : conversation.split("\\|", -1)) {
      String[] parts = SHORT.getOrDefault(step, step).split(" → ", -1);
      steps.add(new Step(unescaped(parts[0]), List.of(parts[1].split(" & ", -1))));
    }
    return steps;
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r")
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\0", "\0")
        .replace("\\a", "\u0007");
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = ReplyTable.class.getResourceAsStream("/server/" + name)) {
      byte[] octets = Objects.requireNonNull(in, name).readAllBytes();
      return new String(octets, StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    }
  }
}
