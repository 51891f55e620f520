package smtpterm.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Several replies at once: LMTP has one for each recipient behind the dot (RFC 2033 section 4.2).
 *
 * @param all at least one
 */
record Answers(List<Answer> all) implements Utterance {
  Answers {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no answer");
    }
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (Answer answer : all) {
      answer.writeTo(out);
    }
  }

  /** 421 means that the server closes, even if others were luckier. */
  @Override
  public Then then() {
    return all.stream().anyMatch(a -> a.code() == 421) ? Then.CLOSE : Then.GO_ON;
  }
}
