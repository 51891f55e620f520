package smtpterm.wire;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out all that is wrong with a certificate: an expired one for another host by an unknown
 * authority has three flaws, of which the library names one.
 */
final class Diagnosis {
  private final List<X509Certificate> chain;
  private final String host;
  private final Set<X509Certificate> authorities;

  Diagnosis(List<X509Certificate> chain, String host, Set<X509Certificate> authorities) {
    this.chain = chain;
    this.host = host;
    this.authorities = authorities;
  }

  /**
   * What is wrong.
   *
   * @param objection what the library has against it, if anything
   * @return flaws and words; its basis says only whether there are flaws
   */
  TlsCheck of(Optional<CertificateException> objection, String authType) {
    Set<CertificateFlaw> flaws = EnumSet.noneOf(CertificateFlaw.class);
    X509Certificate own = chain.get(0);
    // Also where the library is content: it may have checked the name asked for by SNI.
    if (!HostNames.fit(own, host)) {
      flaws.add(CertificateFlaw.WRONG_HOST);
    }
    flaws.addAll(times(own));
    String detail = objection.map(e -> String.valueOf(e.getMessage())).orElse("");
    if (objection.isPresent()) {
      flaws.addAll(trust(authType));
      if (flaws.isEmpty()) {
        flaws.add(named(objection.get()));
      }
    }
    return new TlsCheck(
        flaws.isEmpty() ? TlsCheck.Basis.AUTHORITY : TlsCheck.Basis.REFUSED, flaws, detail);
  }

  private static Set<CertificateFlaw> times(X509Certificate own) {
    Instant now = Instant.now();
    if (now.isAfter(own.getNotAfter().toInstant())) {
      return Set.of(CertificateFlaw.EXPIRED);
    }
    return now.isBefore(own.getNotBefore().toInstant())
        ? Set.of(CertificateFlaw.NOT_YET_VALID)
        : Set.of();
  }

  /** What is wrong with the chain, judged in the middle of the own certificate's time. */
  private Set<CertificateFlaw> trust(String authType) {
    X509Certificate own = chain.get(0);
    Instant from = own.getNotBefore().toInstant();
    Instant middle = from.plus(Duration.between(from, own.getNotAfter().toInstant()).dividedBy(2));
    Optional<Instant> at = Optional.of(times(own).isEmpty() ? Instant.now() : middle);
    try {
      Verifier.judge(authorities, at)
          .checkServerTrusted(chain.toArray(new X509Certificate[0]), authType);
      return Set.of();
    } catch (CertificateException e) {
      return Set.of(named(e));
    }
  }

  private CertificateFlaw named(CertificateException e) {
    if (PeerCertificate.selfSigned(chain.get(0))
        && !reasonIs(e, BasicReason.ALGORITHM_CONSTRAINED)) {
      return CertificateFlaw.SELF_SIGNED;
    }
    if (reasonIs(e, BasicReason.EXPIRED)) {
      return CertificateFlaw.EXPIRED;
    }
    if (reasonIs(e, BasicReason.NOT_YET_VALID)) {
      return CertificateFlaw.NOT_YET_VALID;
    }
    if (reasonIs(e, BasicReason.ALGORITHM_CONSTRAINED)) {
      return CertificateFlaw.WEAK;
    }
    if (reasonIs(e, BasicReason.INVALID_SIGNATURE)) {
      return CertificateFlaw.BAD_SIGNATURE;
    }
    return byWords(e);
  }

  /** Some reasons the library tells in words only. */
  private static CertificateFlaw byWords(CertificateException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("key usage") || words.contains("keyusage")) {
      return CertificateFlaw.WRONG_USE;
    }
    if (words.contains("subject alternative") || words.contains("no name matching")) {
      return CertificateFlaw.WRONG_HOST;
    }
    boolean unknown =
        words.contains("unable to find valid certification path")
            || words.contains("trust anchor")
            || words.contains("no trusted")
            || words.contains("subject/issuer name chaining");
    return unknown ? CertificateFlaw.UNKNOWN_AUTHORITY : CertificateFlaw.OTHER;
  }

  private static boolean reasonIs(Throwable e, CertPathValidatorException.Reason reason) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathValidatorException path && path.getReason() == reason) {
        return true;
      }
    }
    return false;
  }
}
