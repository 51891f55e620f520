package smtpterm.sasl;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.security.sasl.SaslException;

/**
 * SCRAM as the server: {@code r=…,s=…,i=4096}, then a look at the client's proof, then {@code v=}
 * with its own (RFC 5802).
 */
final class ScramServer extends OwnServer {
  /** RFC 7677 section 4 wants so many at least; a classroom full of clients wants no more. */
  private static final int ITERATIONS = 4_096;

  private final Register register;
  private final Salts salts;
  private final ScramMechanism hash;
  private final String nonce;
  private String gs2Header;
  private String clientFirstBare;
  private String serverFirst;
  private String user;

  /**
   * @param nonce the server's part of it, new for each login
   */
  ScramServer(Mechanism mechanism, Register register, Salts salts, String nonce) {
    super(mechanism);
    this.register = register;
    this.salts = salts;
    this.hash = ScramMechanism.byName(mechanism.wireName());
    this.nonce = nonce;
  }

  @Override
  public byte[] evaluateResponse(byte[] response) throws SaslException {
    String answer = serverFirst == null ? first(text(response)) : last(text(response));
    return answer.getBytes(StandardCharsets.UTF_8);
  }

  /** RFC 5802 section 7: gs2-cbind-flag "," [authzid] "," n=user "," r=nonce */
  private String first(String message) throws SaslException {
    String[] fields = message.split(",", 3);
    // No channel binding is offered, so nobody may want it.
    boolean header = fields.length == 3 && (fields[0].equals("n") || fields[0].equals("y"));
    if (!header || !(fields[1].isEmpty() || fields[1].startsWith("a="))) {
      throw new SaslException("no GS2 header");
    }
    gs2Header = fields[0] + "," + fields[1] + ",";
    clientFirstBare = fields[2];
    ScramFields own = ScramFields.of(clientFirstBare);
    String clientNonce = own.value('r').orElse("");
    if (!own.names().startsWith("nr") || clientNonce.isEmpty()) {
      throw new SaslException("no client-first-message");
    }
    user = name(own.value('n').orElse(""));
    String authzid = fields[1].isEmpty() ? "" : name(fields[1].substring(2));
    if (!register.self(authzid, user)) {
      throw new SaslException("may not act for another user");
    }
    String salt = Base64Line.encode(salts.of(user));
    serverFirst = "r=" + clientNonce + nonce + ",s=" + salt + ",i=" + ITERATIONS;
    return serverFirst;
  }

  /** RFC 5802 section 7: c=header "," r=nonce [extensions] "," p=proof */
  private String last(String message) throws SaslException {
    int end = message.lastIndexOf(",p=");
    if (end < 0) {
      throw new SaslException("no proof");
    }
    String withoutProof = message.substring(0, end);
    ScramFields fields = ScramFields.of(withoutProof);
    ScramFields asked = ScramFields.of(serverFirst);
    boolean fits =
        fields.names().startsWith("cr")
            && fields.value('c').equals(Optional.of(Base64Line.encode(gs2Header)))
            && fields.value('r').equals(asked.value('r'));
    byte[] proof = Base64Line.decode(message.substring(end + 3)).orElse(new byte[0]);
    Account candidate = register.candidate(user);
    byte[] salted = salted(candidate.password());
    byte[] clientKey = ScramFunctions.clientKey(hash, salted);
    byte[] storedKey = ScramFunctions.storedKey(hash, clientKey);
    String authMessage = clientFirstBare + "," + serverFirst + "," + withoutProof;
    boolean proved =
        fits
            && proof.length == storedKey.length
            && ScramFunctions.verifyClientProof(hash, proof, storedKey, authMessage);
    accept(register.accepted(candidate, proved));
    byte[] serverKey = ScramFunctions.serverKey(hash, salted);
    return "v=" + Base64Line.encode(ScramFunctions.serverSignature(hash, serverKey, authMessage));
  }

  private byte[] salted(String password) throws SaslException {
    try {
      return ScramFunctions.saltedPassword(
          hash,
          StringPreparation.SASL_PREPARATION,
          password.toCharArray(),
          salts.of(user),
          ITERATIONS);
    } catch (IllegalArgumentException e) {
      throw new SaslException("no password for SCRAM", e);
    }
  }

  /** RFC 5802 section 5.1: "," and "=" are written as =2C and =3D. */
  private static String name(String encoded) throws SaslException {
    if (!encoded.matches("(?s)(?:[^=]|=2C|=3D)+")) {
      throw new SaslException("no name");
    }
    return encoded.replace("=2C", ",").replace("=3D", "=");
  }
}
