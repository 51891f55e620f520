package smtpterm.sasl;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.security.sasl.SaslException;

/** SCRAM: what both sides send, and how the proof is computed (RFC 5802 section 3). */
final class ScramAnatomy implements Anatomy {
  private final ScramMechanism hash;
  private final Passphrase password;
  private String clientFirst = "";
  private String expected = "";

  ScramAnatomy(Mechanism mechanism, Passphrase password) {
    this.hash = ScramMechanism.byName(mechanism.wireName());
    this.password = password;
  }

  @Override
  public List<Part> question(int round, byte[] challenge) {
    String text = Anatomies.text(challenge);
    if (text.isEmpty()) {
      return List.of(Part.open(Field.EMPTY, ""));
    }
    ScramFields fields = ScramFields.of(text);
    List<Part> parts = new ArrayList<>();
    fields.value('r').ifPresent(v -> parts.add(Part.open(Field.BOTH_NONCES, v)));
    fields.value('s').ifPresent(v -> parts.add(Part.open(Field.SALT, v)));
    fields.value('i').ifPresent(v -> parts.add(Part.open(Field.ITERATIONS, v)));
    fields.value('v').ifPresent(v -> parts.add(Part.open(Field.SERVER_SIGNATURE, v)));
    fields.value('e').ifPresent(v -> parts.add(Part.open(Field.SERVER_ERROR, v)));
    if (fields.value('v').isPresent() && !expected.isEmpty()) {
      parts.add(Part.open(Field.EXPECTED_SIGNATURE, expected));
    }
    return parts.isEmpty() ? List.of(Part.open(Field.QUESTION, text)) : parts;
  }

  @Override
  public List<Part> answer(int round, byte[] challenge, byte[] response) {
    String text = Anatomies.text(response);
    if (text.isEmpty()) {
      return List.of(Part.open(Field.EMPTY, ""));
    }
    return round == 0 ? first(text) : last(Anatomies.text(challenge), text);
  }

  private List<Part> first(String text) {
    clientFirst = text;
    // The GS2 header ends with the second comma.
    int end = text.indexOf(',', text.indexOf(',') + 1) + 1;
    ScramFields fields = ScramFields.of(text.substring(end));
    return List.of(
        Part.open(Field.GS2_HEADER, text.substring(0, end)),
        Part.open(Field.USER, fields.value('n').orElse("")),
        Part.open(Field.CLIENT_NONCE, fields.value('r').orElse("")));
  }

  private List<Part> last(String serverFirst, String text) {
    ScramFields fields = ScramFields.of(text);
    List<Part> parts = new ArrayList<>();
    parts.add(Part.open(Field.CHANNEL_BINDING, fields.value('c').orElse("")));
    parts.add(Part.open(Field.BOTH_NONCES, fields.value('r').orElse("")));
    parts.add(Part.secret(Field.PROOF, fields.value('p').orElse("")));
    String bare = clientFirst.substring(clientFirst.indexOf(',', 2) + 1);
    String withoutProof = text.substring(0, Math.max(0, text.lastIndexOf(",p=")));
    parts.addAll(computed(serverFirst, bare + "," + serverFirst + "," + withoutProof));
    return parts;
  }

  private List<Part> computed(String serverFirst, String authMessage) {
    ScramFields fields = ScramFields.of(serverFirst);
    char[] secret = password.copy();
    try {
      byte[] salted =
          ScramFunctions.saltedPassword(
              hash,
              StringPreparation.SASL_PREPARATION,
              secret,
              fields.salt(),
              Integer.parseInt(fields.value('i').orElse("")));
      byte[] clientKey = ScramFunctions.clientKey(hash, salted);
      byte[] signature =
          ScramFunctions.clientSignature(
              hash, ScramFunctions.storedKey(hash, clientKey), authMessage);
      expected =
          Base64Line.encode(
              ScramFunctions.serverSignature(
                  hash, ScramFunctions.serverKey(hash, salted), authMessage));
      return List.of(
          Part.open(Field.AUTH_MESSAGE, authMessage),
          Part.secret(Field.SALTED_PASSWORD, Base64Line.encode(salted)),
          Part.secret(Field.CLIENT_KEY, Base64Line.encode(clientKey)),
          Part.secret(Field.CLIENT_SIGNATURE, Base64Line.encode(signature)));
    } catch (SaslException e) {
      // The machine has judged the same message before it answered.
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }
}
