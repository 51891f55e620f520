package smtpterm.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A reply of POP3, such as {@code +OK 2 320}, with the lines behind it if there are any (RFC 1939
 * section 3).
 *
 * @param first its first line, or its only one: ASCII, without its ending
 * @param rest what follows it
 */
record PopReply(String first, Rest rest) implements Utterance {
  private static final Rest NOTHING = out -> {};

  PopReply {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(rest, "rest");
  }

  /** What follows a first line, up to the dot. */
  @FunctionalInterface
  interface Rest {
    void writeTo(OutputStream out) throws IOException;
  }

  /** {@code +OK} and these words. */
  static PopReply ok(String words) {
    return new PopReply("+OK " + words, NOTHING);
  }

  /** {@code -ERR} and these words, perhaps with a code such as {@code [AUTH]} in front of them. */
  static PopReply err(String words) {
    return new PopReply("-ERR " + words, NOTHING);
  }

  /** {@code + UGFzc3dvcmQ6}, a question of AUTH in Base64 (RFC 5034 section 4). */
  static PopReply challenge(String base64) {
    return new PopReply("+ " + base64, NOTHING);
  }

  /** {@code +OK} and these words, then lines of which none starts with a dot. */
  static PopReply list(String words, Stream<String> lines) {
    return new PopReply(
        "+OK " + words,
        out -> {
          for (String line : (Iterable<String>) lines::iterator) {
            write(line, out);
          }
          write(".", out);
        });
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    write(first, out);
    rest.writeTo(out);
  }

  private static void write(String line, OutputStream out) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
