package smtpterm.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * TLS for the clients of one server; its certificate is made when the first of them wants it. Safe
 * for several threads.
 */
final class Encryption {
  private final CertificateFolder folder;
  private final HostNames names;
  private final Onlooker onlooker;
  private Keys keys;
  private SSLContext context;

  /**
   * @param onlooker hears of the authority when it is needed first, or that there is none
   */
  Encryption(Path folder, Settings settings, Onlooker onlooker) {
    Path javaHome = Path.of(System.getProperty("java.home"));
    this.folder = new CertificateFolder(folder, javaHome, settings.clock());
    this.names = HostNames.of(settings);
    this.onlooker = onlooker;
  }

  /** Makes ready what can take seconds. */
  synchronized void prepare() throws NoCertificate {
    if (context != null) {
      return;
    }
    try {
      keys = folder.keys(names);
      context = keys.context();
    } catch (IOException | GeneralSecurityException e) {
      NoCertificate why =
          e instanceof NoCertificate known
              ? known
              : new NoCertificate(NoCertificate.Reason.FOLDER, e);
      onlooker.withoutTls(why);
      throw why;
    }
    onlooker.certified(new CertificateAuthority(folder.pem(), keys.authority()));
  }

  /** Whose signature the server's certificate bears. */
  synchronized CertificateAuthority authority() throws NoCertificate {
    prepare();
    return new CertificateAuthority(folder.pem(), keys.authority());
  }

  /**
   * Shakes hands with a client.
   *
   * @throws IOException when the client goes, or speaks something else
   */
  SSLSocket over(Socket plain) throws IOException {
    SSLContext ready;
    synchronized (this) {
      prepare();
      ready = context;
    }
    SSLSocket encrypted = (SSLSocket) ready.getSocketFactory().createSocket(plain, null, true);
    encrypted.startHandshake();
    return encrypted;
  }
}
