package smtpterm.knowledge;

import java.util.Arrays;
import java.util.List;

/** What an entry of the catalogue is: {@link #REPLY} for {@code 550}, {@link #PORT} for 587. */
public enum EntryKind {
  REPLY("replies", "codes"),
  /** All replies with the same first digit, such as {@code 5xx}. */
  REPLY_CLASS("classes", "codes"),
  ENHANCED("enhanced", "enhanced"),
  COMMAND("commands", "commands"),
  KEYWORD("keywords", "keywords"),
  /** A number behind the keyword LIMITS. */
  LIMIT("limits", "keywords"),
  PARAMETER("parameters", "parameters"),
  MECHANISM("mechanisms", "mechanisms"),
  HEADER("headers", "headers"),
  /** The word behind "with" in a Received line, such as {@code ESMTPSA}. */
  TRANSPORT("transports", "headers"),
  POP3_COMMAND("pop3commands", "pop3"),
  POP3_CAPABILITY("pop3capabilities", "pop3"),
  POP3_REPLY("pop3replies", "pop3"),
  PORT("ports", "ports");

  private final String table;
  private final String topic;

  EntryKind(String table, String topic) {
    this.table = table;
    this.topic = topic;
  }

  /** The name of the files that hold its facts and sentences. */
  String table() {
    return table;
  }

  /** The word for a list of it, such as {@code codes}; several kinds may share one. */
  public String topic() {
    return topic;
  }

  /** All words for lists, in their order: {@code codes}, {@code enhanced}, {@code commands} … */
  public static List<String> topics() {
    return Arrays.stream(values()).map(EntryKind::topic).distinct().toList();
  }

  /** The kinds that a list of this topic holds, in their order; none for an unknown topic. */
  public static List<EntryKind> of(String topic) {
    return Arrays.stream(values()).filter(kind -> kind.topic.equals(topic)).toList();
  }
}
