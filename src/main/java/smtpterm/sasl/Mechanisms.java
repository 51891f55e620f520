package smtpterm.sasl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/** The mechanisms that can be spoken here, such as {@code PLAIN} (RFC 4422). */
public final class Mechanisms {
  private static final List<String> NAMES = List.of("LOGIN", "PLAIN");

  private Mechanisms() {}

  /** Their names in upper case, the order in which a server offers them. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether this mechanism can be spoken; the case of its letters does not matter. */
  public static boolean supports(String mechanism) {
    return NAMES.contains(mechanism.toUpperCase(Locale.ROOT));
  }

  /** The client's side of one login; {@code password} may be wiped afterwards. */
  static SaslClient client(String mechanism, String user, char[] password) throws SaslException {
    String name = mechanism.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "LOGIN" -> new LoginClient(user, password);
      case "PLAIN" ->
          Sasl.createSaslClient(
              new String[] {name}, null, "smtp", "", Map.of(), c -> answer(c, user, password));
      default -> throw new IllegalArgumentException("mechanism: " + mechanism);
    };
  }

  /** The server's side of one login. */
  static SaslServer server(String mechanism, Credentials credentials) {
    return switch (mechanism.toUpperCase(Locale.ROOT)) {
      case "LOGIN" -> new LoginServer(credentials);
      case "PLAIN" -> new PlainServer(credentials);
      default -> throw new IllegalArgumentException("mechanism: " + mechanism);
    };
  }

  private static void answer(Callback[] callbacks, String user, char[] password)
      throws UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      if (callback instanceof NameCallback name) {
        name.setName(user);
      } else if (callback instanceof PasswordCallback secret) {
        secret.setPassword(password);
      } else {
        throw new UnsupportedCallbackException(callback);
      }
    }
  }
}
