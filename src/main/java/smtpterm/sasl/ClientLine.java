package smtpterm.sasl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the client says next: {@code YW5uYQ==} to the question {@code Username:}.
 *
 * @param line as it goes on the wire; {@link ClientLogin#CANCEL} where there is an objection
 * @param question what the challenge was made of; empty for the line that opens the login
 * @param parts what the line is made of
 * @param objection why the login is given up, if it is
 */
public record ClientLine(
    String line, List<Part> question, List<Part> parts, Optional<Objection> objection) {
  public ClientLine {
    Objects.requireNonNull(line, "line");
    question = List.copyOf(question);
    parts = List.copyOf(parts);
    Objects.requireNonNull(objection, "objection");
  }

  static ClientLine refusal(List<Part> question, Objection objection) {
    return new ClientLine(ClientLogin.CANCEL, question, List.of(), Optional.of(objection));
  }

  /** The line only: the parts may hold the password. */
  @Override
  public String toString() {
    return "ClientLine of " + parts.size() + " parts";
  }
}
