package smtpterm.sasl;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.exception.ScramException;
import com.ongres.scram.common.exception.ScramInvalidServerSignatureException;
import com.ongres.scram.common.exception.ScramServerErrorException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.security.sasl.SaslException;

/**
 * SCRAM as the client: {@code n,,n=user,r=fyko+d2l…}, then the proof, then a look at the server's
 * own (RFC 5802).
 *
 * <p>The library computes; what it does not judge is judged here before it gets to see it.
 */
final class ScramMachine extends OwnClient {
  /** RFC 7677 section 4 wants so many at least. */
  private static final int FEWEST_ITERATIONS = 4_096;

  /** Five times as many as servers use; far more would only keep this computer busy. */
  private static final int MOST_ITERATIONS = 100_000;

  private static final int NONCE_LENGTH = 24;

  private enum Stage {
    FIRST,
    FINAL,
    VERIFY,
    DONE
  }

  private final Mechanism mechanism;
  private final String user;
  private final Passphrase password;
  private final String nonce;
  private ScramClient scram;
  private Stage stage = Stage.FIRST;

  /**
   * @param nonce the client's part of it; tests know it beforehand
   */
  ScramMachine(Mechanism mechanism, String user, Passphrase password, Supplier<String> nonce)
      throws SaslException {
    super(mechanism);
    if (user.isEmpty() || password.empty()) {
      throw new SaslException("SCRAM needs a user name and a password");
    }
    this.mechanism = mechanism;
    this.user = user;
    this.password = password;
    this.nonce = nonce.get();
  }

  static String randomNonce() {
    return ScramFunctions.nonce(NONCE_LENGTH, new SecureRandom());
  }

  @Override
  public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
    String text = new String(challenge, StandardCharsets.UTF_8);
    String answer =
        switch (stage) {
          case FIRST -> first();
          case FINAL -> proof(text);
          case VERIFY -> verified(text);
          case DONE -> throw new RefusedChallenge(Objection.Reason.UNEXPECTED, "");
        };
    stage =
        switch (stage) {
          case FIRST -> Stage.FINAL;
          case FINAL -> Stage.VERIFY;
          case VERIFY, DONE -> Stage.DONE;
        };
    return answer.getBytes(StandardCharsets.UTF_8);
  }

  private String first() {
    char[] secret = password.copy();
    scram =
        ScramClient.builder()
            .advertisedMechanisms(List.of(mechanism.wireName()))
            .username(user)
            .password(secret)
            .nonceSupplier(() -> nonce)
            .build();
    Arrays.fill(secret, '\0');
    return scram.clientFirstMessage().toString();
  }

  private String proof(String serverFirst) throws SaslException {
    ScramFields fields = ScramFields.of(serverFirst);
    judge(fields);
    try {
      scram.serverFirstMessage(serverFirst);
    } catch (ScramException | IllegalArgumentException e) {
      throw new RefusedChallenge(Objection.Reason.MALFORMED, "");
    }
    try {
      return scram.clientFinalMessage().toString();
    } catch (IllegalArgumentException e) {
      // RFC 4013: SASLprep forbids controls, and characters that run in both directions.
      throw new RefusedChallenge(Objection.Reason.PASSWORD, "");
    }
  }

  private void judge(ScramFields fields) throws SaslException {
    if (fields.names().equals("e")) {
      throw new RefusedChallenge(Objection.Reason.SERVER_ERROR, fields.value('e').orElse(""));
    }
    // More fields would be extensions, which the library would leave out of the proof.
    if (!fields.names().equals("rsi")) {
      throw new RefusedChallenge(Objection.Reason.MALFORMED, "");
    }
    String both = fields.value('r').orElse("");
    if (!both.startsWith(nonce) || both.length() == nonce.length()) {
      throw new RefusedChallenge(Objection.Reason.FOREIGN_NONCE, "");
    }
    fields.salt();
    String iterations = fields.value('i').orElse("");
    // So many digits are too many of them, and would not fit into an int.
    if (iterations.matches("[1-9][0-9]{6,}")) {
      throw new RefusedChallenge(Objection.Reason.TOO_MANY_ITERATIONS, iterations);
    }
    if (!iterations.matches("0|[1-9][0-9]{0,5}")) {
      throw new RefusedChallenge(Objection.Reason.MALFORMED, "");
    }
    int count = Integer.parseInt(iterations);
    if (count < FEWEST_ITERATIONS) {
      throw new RefusedChallenge(Objection.Reason.TOO_FEW_ITERATIONS, iterations);
    }
    if (count > MOST_ITERATIONS) {
      throw new RefusedChallenge(Objection.Reason.TOO_MANY_ITERATIONS, iterations);
    }
  }

  private String verified(String serverFinal) throws SaslException {
    try {
      scram.serverFinalMessage(serverFinal);
      return "";
    } catch (ScramInvalidServerSignatureException e) {
      throw new RefusedChallenge(Objection.Reason.SIGNATURE, "");
    } catch (ScramServerErrorException e) {
      throw new RefusedChallenge(
          Objection.Reason.SERVER_ERROR, ScramFields.of(serverFinal).value('e').orElse(""));
    } catch (ScramException | IllegalArgumentException e) {
      throw new RefusedChallenge(Objection.Reason.MALFORMED, "");
    }
  }

  @Override
  public boolean isComplete() {
    return stage == Stage.DONE;
  }

  @Override
  public void dispose() {
    password.wipe();
    // Our last hold on the library's copy, which it wipes itself as soon as it has used it.
    scram = null;
  }
}
