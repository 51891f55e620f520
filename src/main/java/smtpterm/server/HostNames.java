package smtpterm.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names and addresses by which clients know a server: {@code mail.kolleg.de}, {@code
 * localhost}, {@code 127.0.0.1}.
 *
 * @param names in lower case; at least one
 * @param addresses IP addresses
 */
record HostNames(List<String> names, List<InetAddress> addresses) {
  // RFC 5280 section 4.2.1.6
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  HostNames {
    names = List.copyOf(names);
    addresses = List.copyOf(addresses);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no name");
    }
  }

  /** Those of a server with these settings. */
  static HostNames of(Settings settings) {
    Set<String> names = new LinkedHashSet<>();
    settings.accounts().domains().forEach(domain -> names.add("mail." + domain));
    names.add("localhost");
    Set<InetAddress> addresses = new LinkedHashSet<>(Loopback.addresses());
    addresses.addAll(settings.listening().addresses());
    return new HostNames(new ArrayList<>(names), new ArrayList<>(addresses));
  }

  /** The one to call the certificate by. */
  String first() {
    return names.get(0);
  }

  /** As keytool wants the extension: {@code dns:localhost,ip:127.0.0.1}. */
  String keytool() {
    List<String> all = new ArrayList<>();
    names.forEach(name -> all.add("dns:" + name));
    addresses.forEach(address -> all.add("ip:" + number(address)));
    return String.join(",", all);
  }

  /** Whether this certificate is good for all of them. */
  boolean in(X509Certificate certificate) {
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives == null) {
        return false;
      }
      Set<String> certifiedNames = new LinkedHashSet<>();
      Set<InetAddress> certifiedAddresses = new LinkedHashSet<>();
      for (List<?> alternative : alternatives) {
        int type = (Integer) alternative.get(0);
        if (type == DNS_NAME) {
          certifiedNames.add(alternative.get(1).toString().toLowerCase(Locale.ROOT));
        } else if (type == IP_ADDRESS) {
          // A number is never looked up.
          certifiedAddresses.add(InetAddress.getByName(alternative.get(1).toString()));
        }
      }
      return certifiedNames.containsAll(names) && certifiedAddresses.containsAll(addresses);
    } catch (CertificateParsingException | UnknownHostException e) {
      return false;
    }
  }

  private static String number(InetAddress address) {
    String number = address.getHostAddress();
    // The name of the interface behind a link-local address is for this computer only.
    int zone = number.indexOf('%');
    return zone < 0 ? number : number.substring(0, zone);
  }
}
