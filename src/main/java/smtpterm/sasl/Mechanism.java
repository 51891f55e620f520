package smtpterm.sasl;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way of logging in, such as {@code SCRAM-SHA-256} (RFC 4422), the strongest first. */
public enum Mechanism {
  SCRAM_SHA_512("SCRAM-SHA-512", Secret.PASSWORD, true, false),
  SCRAM_SHA_256("SCRAM-SHA-256", Secret.PASSWORD, true, false),
  SCRAM_SHA_1("SCRAM-SHA-1", Secret.PASSWORD, true, false),
  DIGEST_MD5("DIGEST-MD5", Secret.PASSWORD, false, false),
  CRAM_MD5("CRAM-MD5", Secret.PASSWORD, false, false),
  PLAIN("PLAIN", Secret.PASSWORD, true, true),
  LOGIN("LOGIN", Secret.PASSWORD, false, true),
  OAUTHBEARER("OAUTHBEARER", Secret.TOKEN, true, true),
  XOAUTH2("XOAUTH2", Secret.TOKEN, true, true),
  EXTERNAL("EXTERNAL", Secret.NONE, true, false),
  ANONYMOUS("ANONYMOUS", Secret.NONE, true, false);

  /** The password as it is needs TLS around it; the MD5 ones are old and often half broken. */
  private static final List<Mechanism> UNDER_TLS =
      List.of(SCRAM_SHA_512, SCRAM_SHA_256, SCRAM_SHA_1, PLAIN, LOGIN, CRAM_MD5, DIGEST_MD5);

  private static final List<Mechanism> IN_THE_CLEAR =
      List.of(SCRAM_SHA_512, SCRAM_SHA_256, SCRAM_SHA_1, DIGEST_MD5, CRAM_MD5, LOGIN, PLAIN);

  private final String wireName;
  private final Secret secret;
  private final boolean clientFirst;
  private final boolean revealing;

  Mechanism(String wireName, Secret secret, boolean clientFirst, boolean revealing) {
    this.wireName = wireName;
    this.secret = secret;
    this.clientFirst = clientFirst;
    this.revealing = revealing;
  }

  /** What the user has to know or hold. */
  public enum Secret {
    PASSWORD,
    /** A token that some service has given out for a while. */
    TOKEN,
    /** Nothing that could be typed. */
    NONE
  }

  /** The name in the protocol: {@code SCRAM-SHA-256}. */
  public String wireName() {
    return wireName;
  }

  /** What the user has to know. */
  public Secret secret() {
    return secret;
  }

  /** Whether the client speaks first, so that its first words fit on the AUTH line. */
  public boolean clientFirst() {
    return clientFirst;
  }

  /** Whether the secret goes over the wire as it is, where everybody on the way can read it. */
  public boolean revealing() {
    return revealing;
  }

  /** Whether the server has to prove as well that it knows the password. */
  public boolean mutual() {
    return scram() || this == DIGEST_MD5;
  }

  /** Whether it is one of the family SCRAM (RFC 5802). */
  public boolean scram() {
    return wireName.startsWith("SCRAM-");
  }

  /** The mechanism of this name, if it can be spoken; the case of its letters does not matter. */
  public static Optional<Mechanism> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(m -> m.wireName.equals(wanted)).findFirst();
  }

  /**
   * The best of those offered for a user with a password; one that needs a token or a certificate,
   * or lets everybody in, is only taken when asked for.
   *
   * @param offered names in upper case
   * @param encrypted whether nobody on the way can read what is said
   */
  public static Optional<Mechanism> best(Collection<String> offered, boolean encrypted) {
    return (encrypted ? UNDER_TLS : IN_THE_CLEAR)
        .stream().filter(m -> offered.contains(m.wireName)).findFirst();
  }
}
