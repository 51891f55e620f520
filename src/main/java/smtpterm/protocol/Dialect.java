package smtpterm.protocol;

import java.util.Optional;

/**
 * What one protocol says: how its replies are framed, which of them answers what, and what they
 * change. {@link Smtp}, {@link Lmtp}, {@link Pop3} and {@link Raw} are dialects.
 *
 * <p>Pure: each method looks at its arguments only.
 */
public interface Dialect {
  /** Which protocol it is; never null. */
  Protocol protocol();

  /** The scheme of its URLs, such as {@code smtp}; never null. */
  default String name() {
    return protocol().scheme();
  }

  /** Where a conversation starts. */
  default Progress start() {
    return Progress.at(protocol(), Phase.GREETING);
  }

  /** Whether the server speaks first, so that its greeting is awaited. */
  default boolean greets() {
    return true;
  }

  /**
   * The dialect that is really spoken, judged by the first line of the server; this one unless it
   * was only assumed.
   */
  default Dialect heard(String firstLine) {
    return this;
  }

  /**
   * Whether a positive reply to this goes on until a lone dot, whatever its first line looks like.
   *
   * @param asked the oldest that waits for a reply; empty when nothing does
   */
  default boolean dotted(Optional<Asked> asked) {
    return false;
  }

  /** What a line typed now is. */
  LineKind kindOf(Progress progress);

  /**
   * How many replies are awaited to this line, which is of that kind; 0 or 1 but for the dot of
   * LMTP.
   */
  int repliesTo(Progress progress, LineKind kind, String line);

  /** Whether this reply answers a line; if not, it only informs and the answer is still to come. */
  boolean answers(Reply reply);

  /** What a line changes when it is sent. */
  Progress sent(Progress before, LineKind kind, String line);

  /** What the reply to {@code asked} changes. */
  Progress replied(Progress before, Asked asked, Reply reply);

  /** Whether this asks for TLS: STARTTLS (RFC 3207), with POP3 STLS (RFC 2595 section 4). */
  default boolean asksForTls(Asked asked) {
    // Servers overlook blanks around a command, and so must we here: TLS would begin all the same.
    String verb =
        asked.kind() == Asked.Kind.COMMAND ? new Command(asked.line().strip()).verb() : "";
    return switch (protocol()) {
      case SMTP, LMTP -> verb.equals("STARTTLS");
      case POP3 -> verb.equals("STLS");
      case RAW -> false;
    };
  }

  /** Whether this reply lets TLS begin, right behind it: 220 or +OK. */
  default boolean startsTls(Asked asked, Reply reply) {
    return asksForTls(asked)
        && (protocol() == Protocol.POP3
            ? reply.replyClass() == ReplyClass.POSITIVE
            : reply.is(220));
  }

  /**
   * What is still known once TLS has begun: that the server has greeted, and nothing that it said
   * before, since somebody else may have said it (RFC 3207 section 4.2). Only the stamp for APOP
   * stays, which is never said again.
   */
  default Progress secured(Progress before) {
    return switch (protocol()) {
      case SMTP, LMTP -> Progress.at(protocol(), Phase.HELLO);
      case POP3 -> Progress.at(protocol(), Phase.AUTHORIZATION).stamped(before.stamp());
      case RAW -> before;
    };
  }
}
