package smtpterm.shell;

import java.util.Objects;
import smtpterm.sasl.Mechanism;

/** A way to log in: {@code AUTH} with a mechanism, or one of POP3's own commands. */
sealed interface LoginWay {
  /** As it is called: {@code SCRAM-SHA-256}, {@code APOP}. */
  String wireName();

  /** Whether the secret goes over the wire as it is. */
  boolean revealing();

  /** What the user has to know. */
  Mechanism.Secret secret();

  /** {@code AUTH} with this mechanism. */
  record Sasl(Mechanism mechanism) implements LoginWay {
    public Sasl {
      Objects.requireNonNull(mechanism, "mechanism");
    }

    @Override
    public String wireName() {
      return mechanism.wireName();
    }

    @Override
    public boolean revealing() {
      return mechanism.revealing();
    }

    @Override
    public Mechanism.Secret secret() {
      return mechanism.secret();
    }
  }

  /**
   * POP3's {@code APOP} (RFC 1939 section 7).
   *
   * @param stamp what the greeting gave for it, such as {@code <12.34@mail>}
   */
  record Apop(String stamp) implements LoginWay {
    /** How it is asked for. */
    static final String NAME = "APOP";

    public Apop {
      Objects.requireNonNull(stamp, "stamp");
    }

    @Override
    public String wireName() {
      return NAME;
    }

    @Override
    public boolean revealing() {
      return false;
    }

    @Override
    public Mechanism.Secret secret() {
      return Mechanism.Secret.PASSWORD;
    }
  }

  /** POP3's {@code USER} and {@code PASS} (RFC 1939 section 7). */
  record UserPass() implements LoginWay {
    /** How it is asked for. */
    static final String NAME = "USER";

    @Override
    public String wireName() {
      return "USER/PASS";
    }

    @Override
    public boolean revealing() {
      return true;
    }

    @Override
    public Mechanism.Secret secret() {
      return Mechanism.Secret.PASSWORD;
    }
  }
}
