package smtpterm.replay;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where secrets may go; this computer is always allowed.
 *
 * @param cleartext whether they may go where others can listen in: {@code --cleartext}
 * @param hosts where secrets from the command line and the environment may go besides: the host
 *     named on the command line and each {@code --allow-host}
 */
public record SecretRules(boolean cleartext, Set<String> hosts) {
  /** Takes the hosts in lower case. */
  public SecretRules {
    hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    hosts = Set.copyOf(hosts);
  }

  /** Only to this computer. */
  public static SecretRules strict() {
    return new SecretRules(false, Set.of());
  }

  boolean allows(String host) {
    return hosts.contains(host.toLowerCase(Locale.ROOT));
  }
}
