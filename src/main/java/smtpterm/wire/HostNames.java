package smtpterm.wire;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

/**
 * Whether a certificate is good for a host: {@code *.mail.example} is for {@code mx.mail.example},
 * and not for {@code mail.example} (RFC 6125 section 6.4).
 */
final class HostNames {
  private HostNames() {}

  /**
   * Whether one of its names is this host.
   *
   * @param host a name, or an address without brackets
   */
  static boolean fit(X509Certificate certificate, String host) {
    List<String> names = PeerCertificate.names(certificate);
    if (literal(host)) {
      return names.stream().anyMatch(name -> literal(name) && same(name, host));
    }
    String wanted = ascii(host);
    if (names.stream().allMatch(HostNames::literal)) {
      // Old certificates have their host as common name only.
      return matches(PeerCertificate.of(certificate).subjectName(), wanted);
    }
    return names.stream().anyMatch(name -> matches(name, wanted));
  }

  /** A star stands for one whole label, the first, and never for a top domain's only child. */
  private static boolean matches(String pattern, String host) {
    String lower = pattern.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("*.")) {
      return lower.equals(host);
    }
    String rest = lower.substring(1);
    int dot = host.indexOf('.');
    return rest.indexOf('*') < 0
        && rest.indexOf('.', 1) > 0
        && dot > 0
        && host.substring(dot).equals(rest);
  }

  private static String ascii(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    try {
      return IDN.toASCII(name).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return name.toLowerCase(Locale.ROOT);
    }
  }

  private static boolean literal(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  }

  private static boolean same(String address, String other) {
    try {
      // Literals are not looked up.
      return InetAddress.getByName(address).equals(InetAddress.getByName(other));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
