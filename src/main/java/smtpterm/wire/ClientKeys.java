package smtpterm.wire;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Shows our one certificate to a server that asks for any, whoever it wants it from: it may then
 * say no, and that can be explained. Notes whether it asked.
 */
final class ClientKeys extends X509ExtendedKeyManager {
  private static final String ALIAS = "client";

  private final Optional<ClientCertificate> ours;
  private volatile TlsInfo.ClientCertificateUse use = TlsInfo.ClientCertificateUse.NOT_ASKED;

  ClientKeys(Optional<ClientCertificate> ours) {
    this.ours = ours;
  }

  /** Whether the server asked, and what it got. */
  TlsInfo.ClientCertificateUse use() {
    return use;
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    boolean fits =
        ours.isPresent() && Arrays.asList(keyTypes).contains(ours.get().key().getAlgorithm());
    if (fits) {
      use = TlsInfo.ClientCertificateUse.SENT;
    } else if (use == TlsInfo.ClientCertificateUse.NOT_ASKED) {
      // The library may ask once for each kind of key.
      use = TlsInfo.ClientCertificateUse.NOT_SENT;
    }
    return fits ? ALIAS : null;
  }

  @Override
  public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
    return chooseClientAlias(keyTypes, issuers, null);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return ours.map(c -> c.chain().toArray(new X509Certificate[0])).orElse(null);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return ours.map(ClientCertificate::key).orElse(null);
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return ours.isPresent() ? new String[] {ALIAS} : null;
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return null;
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return null;
  }
}
