package smtpterm.sasl;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/**
 * Where the clients of a server log in: it offers {@code LOGIN PLAIN CRAM-MD5 …}, and opens one
 * {@link ServerLogin} for each AUTH.
 *
 * <p>Safe for several threads, if the credentials are.
 */
public final class LoginDesk {
  /** The order in which they are offered: the easy ones first, since many clients take those. */
  private static final List<Mechanism> ALWAYS =
      List.of(
          Mechanism.LOGIN,
          Mechanism.PLAIN,
          Mechanism.CRAM_MD5,
          Mechanism.DIGEST_MD5,
          Mechanism.SCRAM_SHA_1,
          Mechanism.SCRAM_SHA_256,
          Mechanism.SCRAM_SHA_512,
          Mechanism.ANONYMOUS);

  private static final int NONCE_LENGTH = 24;

  private final Place place;
  private final Credentials credentials;
  private final Optional<String> certificate;
  private final Register register;
  private final Salts salts;
  private final SecureRandom random;

  /** A desk where nobody is known by a certificate. */
  public LoginDesk(Place place, Credentials credentials) {
    this.place = place;
    this.credentials = credentials;
    this.certificate = Optional.empty();
    this.random = new SecureRandom();
    this.register = new Register(credentials, random);
    this.salts = new Salts(random);
  }

  private LoginDesk(LoginDesk other, Place place, Optional<String> certificate) {
    this.place = place;
    this.credentials = other.credentials;
    this.certificate = certificate;
    this.random = other.random;
    this.register = other.register;
    this.salts = other.salts;
  }

  /**
   * The same desk for a client whose certificate was checked: it offers EXTERNAL, too.
   *
   * @param identity the account that the certificate stands for
   */
  public LoginDesk withCertificateOf(String identity) {
    return new LoginDesk(this, place, Optional.of(identity));
  }

  /** The same desk for the clients of another service, such as {@code pop}. */
  public LoginDesk forService(String service) {
    return new LoginDesk(this, new Place(service, place.host(), place.port()), certificate);
  }

  /** The mechanisms that can be used, in upper case, as they are to be listed behind AUTH. */
  public List<String> mechanisms() {
    return offered().map(Mechanism::wireName).toList();
  }

  /** Whether this mechanism can be used; the case of its letters does not matter. */
  public boolean offers(String mechanism) {
    return find(mechanism).isPresent();
  }

  /**
   * A login that begins; {@link ServerLogin#begin} comes next.
   *
   * @throws IllegalArgumentException when {@link #offers} denies the mechanism
   */
  public ServerLogin open(String mechanism) {
    Mechanism wanted =
        find(mechanism).orElseThrow(() -> new IllegalArgumentException("mechanism: " + mechanism));
    try {
      return new ServerLogin(wanted, machine(wanted));
    } catch (SaslException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A time stamp for POP3's greeting, such as {@code <1896.697170952@mail.kolleg.de>}. */
  public String stamp() {
    return "<" + positive() + "." + positive() + "@" + place.host() + ">";
  }

  /**
   * POP3's {@code APOP mrose c4c9334bac560ecc979e58001b3e22fb} (RFC 1939 section 7).
   *
   * @param stamp what stood in the greeting
   */
  public LoginStep apop(String stamp, String user, String digest) {
    Account candidate = register.candidate(user);
    String expected = Apop.digest(stamp, candidate.password().toCharArray());
    return ended(register.accepted(candidate, Register.same(expected, digest)));
  }

  /** POP3's USER and PASS. */
  public LoginStep password(String user, String password) {
    return ended(register.check(user, password));
  }

  private static LoginStep ended(Optional<Account> account) {
    return account
        .map(a -> new LoginStep(LoginStep.Outcome.ACCEPT, a.name()))
        .orElseGet(() -> LoginStep.of(LoginStep.Outcome.WRONG));
  }

  private Stream<Mechanism> offered() {
    return certificate.isPresent()
        ? Stream.concat(ALWAYS.stream(), Stream.of(Mechanism.EXTERNAL))
        : ALWAYS.stream();
  }

  private Optional<Mechanism> find(String name) {
    return Mechanism.named(name).filter(m -> offered().anyMatch(m::equals));
  }

  private SaslServer machine(Mechanism mechanism) throws SaslException {
    return switch (mechanism) {
      case LOGIN -> new LoginServer(register);
      case PLAIN -> new PlainServer(register);
      case CRAM_MD5 -> new CramMd5Server(register, stamp());
      case DIGEST_MD5 -> new DigestMd5Server(register, place);
      case SCRAM_SHA_1, SCRAM_SHA_256, SCRAM_SHA_512 ->
          new ScramServer(mechanism, register, salts, nonce());
      case ANONYMOUS -> new AnonymousServer();
      case EXTERNAL -> new ExternalServer(register, credentials, certificate.orElseThrow());
      case XOAUTH2, OAUTHBEARER -> throw new IllegalArgumentException(mechanism.wireName());
    };
  }

  private String nonce() {
    byte[] octets = new byte[NONCE_LENGTH];
    random.nextBytes(octets);
    return Base64Line.encode(octets);
  }

  private long positive() {
    return random.nextInt(1_000, Integer.MAX_VALUE);
  }
}
