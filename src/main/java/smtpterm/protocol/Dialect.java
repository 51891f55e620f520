package smtpterm.protocol;

/**
 * What one protocol says: how its replies are framed, which of them answers what, and what they
 * change. {@link Smtp} and {@link Raw} are dialects.
 *
 * <p>Pure: each method looks at its arguments only.
 */
public interface Dialect {
  /** The scheme of its URLs, such as {@code smtp}; never null. */
  String name();

  /** Where a conversation starts. */
  Progress start();

  /** Whether the server speaks first, so that its greeting is awaited. */
  boolean greets();

  /** Something that puts lines together to replies. */
  ReplyAssembler assembler();

  /** What a line typed now is. */
  LineKind kindOf(Progress progress);

  /** Whether a reply is awaited to this line, which is of that kind. */
  boolean awaitsReply(LineKind kind, String line);

  /** Whether this reply answers a line; if not, it only informs and the answer is still to come. */
  boolean answers(Reply reply);

  /** What a line changes when it is sent. */
  Progress sent(Progress before, LineKind kind, String line);

  /** What the reply to {@code asked} changes. */
  Progress replied(Progress before, Asked asked, Reply reply);
}
