package smtpterm.sasl;

import java.util.Arrays;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.RealmChoiceCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** The client's machine for each mechanism: the JDK's own where it has one. */
final class Clients {
  private Clients() {}

  static SaslClient of(Mechanism mechanism, Place place, String user, Passphrase secret)
      throws SaslException {
    return switch (mechanism) {
      case LOGIN -> new LoginClient(user, secret);
      case ANONYMOUS -> new AnonymousClient(user);
      case XOAUTH2, OAUTHBEARER -> new BearerClient(mechanism, place, user, secret);
      case SCRAM_SHA_1, SCRAM_SHA_256, SCRAM_SHA_512 ->
          new ScramMachine(mechanism, user, secret, ScramMachine::randomNonce);
      // Who it is says the certificate; a name is only sent to act for somebody else.
      case EXTERNAL -> jdk(mechanism, place, user, secret, user.isEmpty() ? null : user);
      case PLAIN, CRAM_MD5, DIGEST_MD5 -> jdk(mechanism, place, user, secret, null);
    };
  }

  private static SaslClient jdk(
      Mechanism mechanism, Place place, String user, Passphrase secret, String authzid)
      throws SaslException {
    SaslClient client =
        Sasl.createSaslClient(
            new String[] {mechanism.wireName()},
            authzid,
            place.service(),
            place.host(),
            Map.of(Sasl.QOP, "auth"),
            callbacks -> answer(callbacks, user, secret));
    if (client == null) {
      throw new SaslException(mechanism.wireName() + " is switched off in this Java");
    }
    return client;
  }

  private static void answer(Callback[] callbacks, String user, Passphrase secret)
      throws UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      if (callback instanceof NameCallback name) {
        name.setName(user);
      } else if (callback instanceof PasswordCallback password) {
        char[] copy = secret.copy();
        password.setPassword(copy);
        Arrays.fill(copy, '\0');
      } else if (callback instanceof RealmChoiceCallback realms) {
        realms.setSelectedIndex(realms.getDefaultChoice());
      } else if (callback instanceof RealmCallback realm) {
        realm.setText(realm.getDefaultText());
      } else {
        throw new UnsupportedCallbackException(callback);
      }
    }
  }
}
