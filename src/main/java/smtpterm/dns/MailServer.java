package smtpterm.dns;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A server that takes mail for a domain, such as {@code 10 mail.kolleg.de}.
 *
 * @param preference the smaller, the earlier it is tried (RFC 5321 5.1)
 * @param host its name, without a dot at the end
 * @param addresses its addresses, IPv4 first; empty when there is a failure
 * @param alias whether the name is only another name (CNAME)
 * @param failure why no address is known
 */
public record MailServer(
    int preference, String host, List<String> addresses, boolean alias, Optional<Failure> failure) {
  public MailServer {
    Objects.requireNonNull(host, "host");
    addresses = List.copyOf(addresses);
    Objects.requireNonNull(failure, "failure");
  }
}
