package smtpterm.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import smtpterm.dns.Findings.Policies;
import smtpterm.dns.Findings.Route;

/**
 * Looks around before connecting: asks for MX, addresses, SPF and DMARC, and follows nothing.
 *
 * @param nameserver whom to ask; empty for whom the system asks
 * @param patience how long the answer to one question may take
 */
public record LookUp(Optional<Nameserver> nameserver, Duration patience) {
  /**
   * RFC 5321 5.1 wants no more than two tried; a list that is longer is not worth its questions.
   */
  static final int MOST_SERVERS = 20;

  private static final String SPF = "v=spf1";
  private static final String DMARC = "v=dmarc1";

  public LookUp {
    Objects.requireNonNull(nameserver, "nameserver");
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience: " + patience);
    }
  }

  /**
   * Asks about this domain; it can be cancelled, and never takes longer than three questions may.
   *
   * @return completed with what was found, never with an exception
   */
  public CompletableFuture<Findings> start(Domain domain) {
    // Names of servers, and the settings of the system, are looked up while this is prepared.
    return CompletableFuture.supplyAsync(() -> Questions.to(nameserver, patience))
        .thenCompose(questions -> ask(questions, domain))
        .completeOnTimeout(silence(domain), longest().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Questions that need each other are three: for MX, for an address, and for a TXT record. */
  private Duration longest() {
    return patience.plusSeconds(1).multipliedBy(3).plusSeconds(1);
  }

  private Findings silence(Domain domain) {
    String server = nameserver.map(Nameserver::toString).orElse("DNS");
    return new Way(Route.NO_ANSWER, List.of())
        .findings(domain, server, Policies.unasked(), Policies.unasked());
  }

  private static CompletableFuture<Findings> ask(Questions questions, Domain domain) {
    String name = domain.ascii();
    return questions
        .mx(name)
        .thenCompose(mx -> way(questions, name, mx))
        .thenCompose(
            way -> {
              if (!way.route().answered()) {
                return CompletableFuture.completedFuture(
                    way.findings(
                        domain, questions.server(), Policies.unasked(), Policies.unasked()));
              }
              CompletableFuture<Policies> spf = policies(questions, name, LookUp::isSpf);
              return policies(questions, "_dmarc." + name, LookUp::isDmarc)
                  .thenCombine(
                      spf, (dmarc, own) -> way.findings(domain, questions.server(), own, dmarc));
            });
  }

  /** The way of the mail: by what kind of record, and to which servers. */
  private record Way(Route route, List<MailServer> servers) {
    Findings findings(Domain domain, String server, Policies spf, Policies dmarc) {
      return new Findings(domain, server, route, servers, spf, dmarc);
    }
  }

  private static CompletableFuture<Way> way(
      Questions questions, String name, Answer<Questions.Mx> mx) {
    if (mx.failure().equals(Optional.of(Failure.NO_RECORDS))) {
      return server(questions, new Questions.Mx(0, name)).thenApply(LookUp::implicit);
    }
    if (mx.failure().isPresent()) {
      return CompletableFuture.completedFuture(new Way(Route.of(mx.failure().get()), List.of()));
    }
    // RFC 7505 3: the dot stands alone; beside others it is a mistake and shown as one.
    if (mx.records().size() == 1 && mx.records().get(0).host().equals(".")) {
      return CompletableFuture.completedFuture(new Way(Route.NULL, List.of()));
    }
    List<Questions.Mx> sorted =
        mx.records().stream()
            .sorted(
                Comparator.comparingInt(Questions.Mx::preference).thenComparing(Questions.Mx::host))
            .limit(MOST_SERVERS)
            .toList();
    List<CompletableFuture<MailServer>> asked =
        sorted.stream().map(one -> server(questions, one)).toList();
    return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
        .thenApply(
            all -> new Way(Route.LISTED, asked.stream().map(CompletableFuture::join).toList()));
  }

  private static Way implicit(MailServer itself) {
    return itself.failure().isEmpty()
        ? new Way(Route.IMPLICIT, List.of(itself))
        : new Way(Route.of(itself.failure().get()), List.of());
  }

  private static CompletableFuture<MailServer> server(Questions questions, Questions.Mx mx) {
    if (mx.host().equals(".")) {
      return CompletableFuture.completedFuture(
          new MailServer(
              mx.preference(), mx.host(), List.of(), false, Optional.of(Failure.NO_RECORDS)));
    }
    CompletableFuture<Answer<String>> six = questions.ipv6(mx.host());
    return questions.ipv4(mx.host()).thenCombine(six, (v4, v6) -> server(mx, v4, v6));
  }

  private static MailServer server(Questions.Mx mx, Answer<String> four, Answer<String> six) {
    List<String> addresses = new ArrayList<>(four.records());
    addresses.addAll(six.records());
    Optional<Failure> failure = Optional.empty();
    if (addresses.isEmpty()) {
      failure = four.trouble() || !six.trouble() ? four.failure() : six.failure();
    }
    return new MailServer(
        mx.preference(), mx.host(), addresses, four.alias() || six.alias(), failure);
  }

  private static CompletableFuture<Policies> policies(
      Questions questions, String name, Predicate<String> wanted) {
    return questions
        .txt(name)
        .thenApply(
            txt -> new Policies(txt.records().stream().filter(wanted).toList(), txt.failure()));
  }

  /** RFC 7208 4.5: the version ends with a blank, or with the record. */
  static boolean isSpf(String text) {
    return text.regionMatches(true, 0, SPF, 0, SPF.length())
        && (text.length() == SPF.length() || text.charAt(SPF.length()) == ' ');
  }

  /** RFC 7489 6.6.3: what does not begin with the version is another record. */
  static boolean isDmarc(String text) {
    return text.replaceAll("[ \\t]", "").toLowerCase(Locale.ROOT).startsWith(DMARC);
  }
}
