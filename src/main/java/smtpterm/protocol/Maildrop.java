package smtpterm.protocol;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * What is known of an open mailbox of POP3: three messages, one of them marked to be deleted (RFC
 * 1939 section 5).
 *
 * @param messages how many there are, those that are marked included; empty while nobody asked
 * @param marked how many are marked, and deleted only after QUIT; 0 or more
 */
public record Maildrop(OptionalLong messages, long marked) {
  /** Nothing is known, and nothing is marked. */
  public static final Maildrop UNKNOWN = new Maildrop(OptionalLong.empty(), 0);

  public Maildrop {
    Objects.requireNonNull(messages, "messages");
    if (marked < 0) {
      throw new IllegalArgumentException("marked: " + marked);
    }
  }

  /** What is known after a positive reply to this command. */
  Maildrop after(Command command, Reply reply) {
    boolean bare = command.argument().isBlank();
    return switch (command.verb()) {
      case "STAT" -> counted(number(reply.text().strip()));
      case "LIST", "UIDL" ->
          bare && !reply.flaws().contains(ReplyFlaw.LINES_DROPPED)
              ? counted(OptionalLong.of(reply.body().size()))
              : this;
      // A server refuses to mark a message twice.
      case "DELE" -> new Maildrop(messages, marked + 1);
      case "RSET" -> new Maildrop(messages, 0);
      default -> this;
    };
  }

  /** A server counts only what is not marked. */
  private Maildrop counted(OptionalLong unmarked) {
    return unmarked.isEmpty()
        ? this
        : new Maildrop(OptionalLong.of(unmarked.getAsLong() + marked), marked);
  }

  /** The number at the beginning of {@code 3 1200}. */
  private static OptionalLong number(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == 0 || end > 9
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(text.substring(0, end)));
  }
}
