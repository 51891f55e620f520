package smtpterm.sasl;

import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/**
 * One login as the client types it, line by line: {@code AUTH LOGIN}, {@code YW5uYQ==}, {@code
 * Z2VoZWlt} (RFC 4954 section 4, RFC 5034 section 4).
 *
 * <p>For one login and one thread.
 */
public final class ClientLogin implements AutoCloseable {
  /** The answer that gives a login up. */
  public static final String CANCEL = "*";

  /** More questions than any mechanism asks: a server that goes on is not answered any more. */
  private static final int MOST_ANSWERS = 10;

  /**
   * A challenge is at most so long, in characters. Lines are cut at 64 KiB, code included, and what
   * is left of a longer one must not pass for a whole challenge.
   */
  private static final int LONGEST_CHALLENGE = 65_536 - 8;

  private final Mechanism mechanism;
  private final SaslClient machine;
  private final Passphrase secret;
  private final Anatomy anatomy;
  private final int longestCommand;
  private int questions;
  private int answers;
  private Optional<Objection> objection = Optional.empty();

  /** The first answer, when it was too long for the AUTH line; else null. */
  private byte[] held;

  /** Whether the first answer stands on the AUTH line already. */
  public enum Initial {
    /** Where the mechanism has one and it fits. */
    USUAL,
    /** Even with LOGIN, which then begins with the user name. */
    ALWAYS,
    NEVER
  }

  private ClientLogin(Mechanism mechanism, Place place, String user, Passphrase secret)
      throws SaslException {
    this.mechanism = mechanism;
    this.secret = secret;
    this.machine = Clients.of(mechanism, place, user, secret);
    this.anatomy = Anatomies.of(mechanism, secret);
    // RFC 4954 section 4 gives the AUTH line 12,288 octets, RFC 5034 section 4 only 255.
    this.longestCommand = (place.service().equals("pop") ? 255 : 12_288) - 2;
  }

  /**
   * A login for this user.
   *
   * @param user for EXTERNAL in whose name to act, mostly empty; for ANONYMOUS what to leave behind
   * @param secret password or token, empty where the mechanism needs none; the caller may wipe it
   *     as soon as this returns
   * @throws SaslException when the mechanism cannot take this name or secret, such as an empty
   *     name, or when this Java has it switched off
   */
  public static ClientLogin with(Mechanism mechanism, Place place, String user, char[] secret)
      throws SaslException {
    return new ClientLogin(mechanism, place, user, new Passphrase(secret));
  }

  /** The mechanism. */
  public Mechanism mechanism() {
    return mechanism;
  }

  /** The line that begins it: {@code AUTH LOGIN}, or {@code AUTH PLAIN AGFubmEAZ2VoZWlt}. */
  public ClientLine begin(Initial form) throws SaslException {
    String line = "AUTH " + mechanism.wireName();
    boolean now =
        switch (form) {
          case USUAL -> mechanism.clientFirst();
          case ALWAYS -> mechanism.clientFirst() || mechanism == Mechanism.LOGIN;
          case NEVER -> false;
        };
    if (!now) {
      return new ClientLine(line, List.of(), List.of(), Optional.empty());
    }
    byte[] nothing = new byte[0];
    byte[] response = machine.evaluateChallenge(nothing);
    // RFC 4954 section 4: "=" stands for an answer without any octet.
    String whole = line + " " + (response.length == 0 ? "=" : Base64Line.encode(response));
    if (whole.length() > longestCommand) {
      held = response;
      return new ClientLine(line, List.of(), List.of(), Optional.empty());
    }
    return said(whole, List.of(), nothing, response);
  }

  /**
   * The line that answers a challenge.
   *
   * @param challenge what stands behind the 334 or the plus sign, as it came
   * @return Base64, perhaps of nothing, or {@link #CANCEL} with an objection
   */
  public ClientLine answer(String challenge) {
    questions++;
    if (challenge.length() > LONGEST_CHALLENGE) {
      return refuse(List.of(), new Objection(Objection.Reason.TOO_LONG, ""));
    }
    Optional<byte[]> octets = Base64Line.decode(challenge.strip());
    if (octets.isEmpty()) {
      return refuse(List.of(), new Objection(Objection.Reason.NOT_BASE64, ""));
    }
    List<Part> question = anatomy.question(answers, octets.get());
    if (objection.isPresent() || questions > MOST_ANSWERS) {
      return refuse(
          question, objection.orElseGet(() -> new Objection(Objection.Reason.TOO_MANY, "")));
    }
    try {
      byte[] response = held == null ? evaluate(octets.get()) : held;
      held = null;
      return said(Base64Line.encode(response), question, octets.get(), response);
    } catch (RefusedChallenge e) {
      return refuse(question, e.objection());
    } catch (SaslException e) {
      return refuse(question, new Objection(reason(), ""));
    }
  }

  private byte[] evaluate(byte[] challenge) throws SaslException {
    if (machine.isComplete() && !tokenRefused()) {
      throw new RefusedChallenge(Objection.Reason.UNEXPECTED, "");
    }
    try {
      byte[] response = machine.evaluateChallenge(challenge);
      return response == null ? new byte[0] : response;
    } catch (RuntimeException e) {
      // The JDK's parser of DIGEST-MD5 stumbles over a maxbuf that is no number, and more.
      throw new SaslException("challenge not understood", e);
    }
  }

  /** Whether the server explains why it does not take a token. */
  private boolean tokenRefused() {
    return mechanism.secret() == Mechanism.Secret.TOKEN;
  }

  /** What the JDK's machines object to; they tell it in English only. */
  private Objection.Reason reason() {
    boolean proof = mechanism == Mechanism.DIGEST_MD5 && answers == 1;
    return proof ? Objection.Reason.SIGNATURE : Objection.Reason.MALFORMED;
  }

  private ClientLine said(String line, List<Part> question, byte[] challenge, byte[] response) {
    List<Part> parts = anatomy.answer(answers, challenge, response);
    answers++;
    return new ClientLine(line, question, parts, Optional.empty());
  }

  private ClientLine refuse(List<Part> question, Objection why) {
    objection = objection.or(() -> Optional.of(why));
    return ClientLine.refusal(question, objection.orElseThrow());
  }

  /**
   * The server says that the login has succeeded: whether that can be believed.
   *
   * @return why not, such as {@link Objection.Reason#UNVERIFIED} where a server has not proved that
   *     it knows the password (RFC 5802 section 5)
   */
  public Optional<Objection> accepted() {
    boolean proved = !mechanism.mutual() || machine.isComplete();
    return objection.or(
        () ->
            proved
                ? Optional.empty()
                : Optional.of(new Objection(Objection.Reason.UNVERIFIED, "")));
  }

  /** Forgets the password. */
  @Override
  public void close() throws SaslException {
    secret.wipe();
    machine.dispose();
  }
}
