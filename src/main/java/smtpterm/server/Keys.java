package smtpterm.server;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What a server needs to speak TLS.
 *
 * @param authority the certificate of its own authority
 * @param key the server's
 * @param chain the server's certificate, and that of the authority behind it
 */
record Keys(X509Certificate authority, PrivateKey key, List<X509Certificate> chain) {
  Keys {
    chain = List.copyOf(chain);
  }

  /** The keys in this store; empty when it does not hold both certificates. */
  static Optional<Keys> in(KeyStore store, char... password) throws GeneralSecurityException {
    Certificate authority = store.getCertificate(CertificateFolder.AUTHORITY);
    Certificate[] chain = store.getCertificateChain(CertificateFolder.SERVER);
    if (!(authority instanceof X509Certificate ca)
        || chain == null
        || chain.length != 2
        || !chain[1].equals(authority)
        || !(store.getKey(CertificateFolder.SERVER, password) instanceof PrivateKey key)) {
      return Optional.empty();
    }
    return Optional.of(new Keys(ca, key, List.of((X509Certificate) chain[0], ca)));
  }

  X509Certificate server() {
    return chain.get(0);
  }

  /** A context that shows the server's certificate; it does not know the authority's key. */
  SSLContext context() throws GeneralSecurityException, IOException {
    KeyStore only = KeyStore.getInstance("PKCS12");
    only.load(null, null);
    char[] none = new char[0];
    only.setKeyEntry(CertificateFolder.SERVER, key, none, chain.toArray(new Certificate[0]));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(only, none);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public String toString() {
    // The key is nobody's business.
    return server().getSubjectX500Principal().getName();
  }
}
