package smtpterm.dns;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the DNS says about the mail of a domain.
 *
 * @param domain that was asked about
 * @param server who was asked, such as {@code 127.0.0.1:5353}
 * @param route how its mail finds its way
 * @param servers the mail servers, in the order in which they are tried
 * @param spf the SPF records; a domain may have only one
 * @param dmarc the DMARC records of {@code _dmarc.DOMAIN}; there may be only one
 */
public record Findings(
    Domain domain,
    String server,
    Route route,
    List<MailServer> servers,
    Policies spf,
    Policies dmarc) {
  public Findings {
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(route, "route");
    servers = List.copyOf(servers);
    Objects.requireNonNull(spf, "spf");
    Objects.requireNonNull(dmarc, "dmarc");
  }

  /** How mail for a domain finds its way. */
  public enum Route {
    /** To the hosts of the MX records. */
    LISTED,
    /** No MX, but an address: to that address itself (RFC 5321 5.1). */
    IMPLICIT,
    /** One MX that is a mere dot: the domain takes no mail, and says so (RFC 7505). */
    NULL,
    /** Neither MX nor address: there is no way. */
    NONE,
    /** There is no such domain. */
    NO_SUCH_DOMAIN,
    /** The server did not want to say. */
    REFUSED,
    /** The server could not say. */
    FAILED,
    /** Nobody said anything. */
    NO_ANSWER;

    static Route of(Failure failure) {
      return switch (failure) {
        case NO_SUCH_DOMAIN -> NO_SUCH_DOMAIN;
        case NO_RECORDS -> NONE;
        case REFUSED -> REFUSED;
        case FAILED -> FAILED;
        case NO_ANSWER -> NO_ANSWER;
      };
    }

    /** Whether there is anything to say about the domain beyond this. */
    boolean answered() {
      return this == LISTED || this == IMPLICIT || this == NULL || this == NONE;
    }
  }

  /**
   * The records of one kind.
   *
   * @param records each as one text, however many strings it came in
   * @param failure why nothing is known of any
   */
  public record Policies(List<String> records, Optional<Failure> failure) {
    public Policies {
      records = List.copyOf(records);
      failure = failure.filter(Failure::trouble);
    }

    static Policies unasked() {
      return new Policies(List.of(), Optional.empty());
    }
  }

  /** Whether a question stayed open, because the server failed or did not answer. */
  public boolean incomplete() {
    return route == Route.REFUSED
        || route == Route.FAILED
        || route == Route.NO_ANSWER
        || spf.failure().isPresent()
        || dmarc.failure().isPresent()
        || servers.stream().anyMatch(s -> s.failure().filter(Failure::trouble).isPresent());
  }

  /** Whether anything was found that says where the mail goes, or that there is none. */
  public boolean found() {
    return route == Route.LISTED || route == Route.IMPLICIT || route == Route.NULL;
  }
}
