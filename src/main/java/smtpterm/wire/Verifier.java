package smtpterm.wire;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks the certificate of one server, and remembers what it saw, so that a refusal can be
 * explained.
 *
 * <p>The library judges: the chain, the times, the name. What it has against a certificate is then
 * found out piece by piece ({@link Diagnosis}), since its exception tells the first piece only. Our
 * own checks can only add a flaw, never take one away.
 */
final class Verifier extends X509ExtendedTrustManager {
  private final Trust trust;
  private final Endpoint endpoint;
  private volatile List<X509Certificate> chain = List.of();
  private volatile Optional<TlsCheck> check = Optional.empty();

  /**
   * @param endpoint what the user typed
   */
  Verifier(Trust trust, Endpoint endpoint) {
    this.trust = trust;
    this.endpoint = endpoint;
  }

  /** What the server sent; empty before it did. */
  List<PeerCertificate> chain() {
    return chain.stream().map(PeerCertificate::of).toList();
  }

  /** What came of it; empty before the server sent anything. */
  Optional<TlsCheck> check() {
    return check;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] sent, String authType, Socket socket)
      throws CertificateException {
    chain = List.copyOf(Arrays.asList(sent));
    X509Certificate own = sent[0];
    Set<X509Certificate> authorities = authorities();
    Optional<CertificateException> objection = objection(authorities, authType, socket);
    TlsCheck found = new Diagnosis(chain, endpoint.host(), authorities).of(objection, authType);
    TlsCheck.Basis basis = basis(own, found.flaws().isEmpty());
    Set<CertificateFlaw> flaws = new HashSet<>(found.flaws());
    if (!trust.pins().isEmpty() && !pinned(own)) {
      flaws.add(CertificateFlaw.PIN_MISMATCH);
    }
    check = Optional.of(new TlsCheck(basis, flaws, found.detail()));
    if (basis == TlsCheck.Basis.REFUSED) {
      throw objection.orElseGet(() -> new CertificateException(flaws.toString()));
    }
  }

  private TlsCheck.Basis basis(X509Certificate own, boolean flawless) {
    if (!trust.pins().isEmpty()) {
      return pinned(own)
          ? TlsCheck.Basis.PINNED
          : trust.insecure() ? TlsCheck.Basis.INSECURE : TlsCheck.Basis.REFUSED;
    }
    if (flawless) {
      return TlsCheck.Basis.AUTHORITY;
    }
    if (trust.exception().filter(PeerCertificate.fingerprint(own)::equals).isPresent()) {
      return TlsCheck.Basis.EXCEPTION;
    }
    return trust.insecure() ? TlsCheck.Basis.INSECURE : TlsCheck.Basis.REFUSED;
  }

  private boolean pinned(X509Certificate own) {
    return trust.pins().stream().anyMatch(pin -> pin.fits(own));
  }

  private Optional<CertificateException> objection(
      Set<X509Certificate> authorities, String authType, Socket socket) {
    try {
      judge(authorities, Optional.empty())
          .checkServerTrusted(chain.toArray(new X509Certificate[0]), authType, socket);
      return Optional.empty();
    } catch (CertificateException e) {
      return Optional.of(e);
    }
  }

  private Set<X509Certificate> authorities() throws CertificateException {
    List<X509Certificate> chosen = trust.authorities().apply(endpoint);
    if (!chosen.isEmpty()) {
      return Set.copyOf(chosen);
    }
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Set.of(
          ((X509ExtendedTrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
    } catch (GeneralSecurityException e) {
      throw new CertificateException(e);
    }
  }

  /**
   * The library's judge.
   *
   * @param at the time at which to judge; empty for now
   */
  static X509ExtendedTrustManager judge(Set<X509Certificate> authorities, Optional<Instant> at)
      throws CertificateException {
    if (authorities.isEmpty()) {
      throw new CertificateException("no trusted authority is known here");
    }
    try {
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      PKIXBuilderParameters parameters =
          new PKIXBuilderParameters(
              authorities.stream()
                  .map(authority -> new TrustAnchor(authority, null))
                  .collect(Collectors.toSet()),
              new X509CertSelector());
      // Asking the authority about each certificate would connect to somebody not named here.
      parameters.setRevocationEnabled(false);
      parameters.setDate(at.map(Date::from).orElse(null));
      factory.init(new CertPathTrustManagerParameters(parameters));
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException e) {
      throw new CertificateException(e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] sent, String authType)
      throws CertificateException {
    throw new CertificateException("without its connection no name can be checked");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] sent, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("without its connection no name can be checked");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] sent, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("this side is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] sent, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this side is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] sent, String authType)
      throws CertificateException {
    throw new CertificateException("this side is a client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
