package smtpterm.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reply means here, such as {@code 250 done: sender accepted. …}, and what may come next.
 *
 * <p>No sign and no colour: whoever shows it adds these. All of it may hold text from the server (a
 * decoded challenge, keywords) with any character in it, so it is escaped as a whole before it is
 * shown.
 *
 * @param id which text was picked, such as {@code RCPT.250} or {@code flaw.COLON_MISSING}; empty
 *     when nothing is claimed
 * @param headline one line, the code first; empty when nothing is claimed
 * @param enhanced the enhanced status code and its three parts in words, if the reply has one
 * @param details rows below it, such as one for each keyword; perhaps empty
 * @param next the next sensible lines as templates, at most four, or one sentence; perhaps empty
 */
public record Explanation(
    String id,
    String headline,
    Optional<Detail> enhanced,
    List<Detail> details,
    List<String> next) {
  static final Explanation NONE = new Explanation("", "", Optional.empty(), List.of(), List.of());

  public Explanation {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(headline, "headline");
    Objects.requireNonNull(enhanced, "enhanced");
    details = List.copyOf(details);
    next = List.copyOf(next);
  }

  /** The headline with the enhanced code behind it: {@code 235 logged in. 2.7.0 = success, …} */
  public String whole() {
    return headline
        + enhanced.map(code -> "  " + code.left() + " = " + code.sentence() + ".").orElse("");
  }

  /** Whether nothing is claimed, as in a protocol that smtpterm does not know. */
  public boolean silent() {
    return headline.isEmpty();
  }

  /**
   * A row such as {@code SIZE 10485760} and {@code takes messages up to 10 MiB}.
   *
   * @param left a term or what the server said, short
   * @param sentence what it means
   */
  public record Detail(String left, String sentence) {
    public Detail {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(sentence, "sentence");
    }
  }
}
