package smtpterm.server;

import java.util.Objects;
import java.util.Optional;

/**
 * What MAIL said.
 *
 * @param path who sends; never null
 * @param declared the size that the client announced, in octets; 0 when it did not
 * @param utf8 whether SMTPUTF8 was given
 * @param envelopeId the sender's own name for this mail, for reports (RFC 3461 section 4.4), in
 *     xtext; perhaps empty
 * @param wish what the server is asked to do by this address, if it is one that asks
 */
record Sender(Path path, long declared, boolean utf8, String envelopeId, Optional<Wish> wish) {
  Sender {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(envelopeId, "envelopeId");
    Objects.requireNonNull(wish, "wish");
  }
}
