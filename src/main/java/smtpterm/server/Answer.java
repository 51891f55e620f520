package smtpterm.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One reply of the server, such as {@code 250 2.1.0 Ok} (RFC 5321 section 4.2, RFC 2034).
 *
 * @param code 200 to 599
 * @param enhanced the enhanced status code, such as {@code 2.1.0}; empty where none belongs
 * @param texts one per line, ASCII; at least one
 */
record Answer(int code, String enhanced, List<String> texts) implements Utterance {
  Answer {
    Objects.requireNonNull(enhanced, "enhanced");
    texts = List.copyOf(texts);
    if (code < 200 || code > 599 || texts.isEmpty()) {
      throw new IllegalArgumentException(code + " " + texts);
    }
    // RFC 2034 section 4: the first digits of the two codes agree.
    if (!enhanced.isEmpty() && enhanced.charAt(0) != '0' + code / 100) {
      throw new IllegalArgumentException(code + " " + enhanced);
    }
  }

  static Answer of(int code, String enhanced, String... texts) {
    return new Answer(code, enhanced, List.of(texts));
  }

  /** A reply that has no enhanced status code: to HELO and EHLO, 220, 334 and 354. */
  static Answer bare(int code, String... texts) {
    return new Answer(code, "", List.of(texts));
  }

  /** The lines as they go out, without their endings. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      // RFC 2034 section 4: every line of a reply carries the enhanced code.
      String status = enhanced.isEmpty() ? "" : enhanced + " ";
      lines.add(code + (i < texts.size() - 1 ? "-" : " ") + status + texts.get(i));
    }
    return lines;
  }

  /** The same for one of several recipients: {@code 250 2.0.0 <bob@kolleg.de> Ok}. */
  Answer about(Path recipient) {
    return recipient.ascii()
        ? new Answer(code, enhanced, texts.stream().map(t -> recipient + " " + t).toList())
        : this;
  }

  /** With what has to follow: RFC 5321 section 3.8, 421 means that the server closes. */
  Utterance staged() {
    return code == 421 ? followedBy(Then.CLOSE) : this;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write((String.join("\r\n", lines()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
