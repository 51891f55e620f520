package smtpterm.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks single questions, such as for the MX records of {@code kolleg.de}. */
final class Questions {
  /** A packet of UDP may get lost, so each server is asked so often in the time there is. */
  private static final int TRIES = 3;

  private final LookupSession session;
  private final Duration patience;
  private final String server;

  private Questions(Resolver resolver, Duration patience, String server) {
    this.session = LookupSession.builder().resolver(resolver).build();
    this.patience = patience;
    this.server = server;
  }

  /**
   * Asks this server, or those that the system is set up to ask.
   *
   * @param patience how long one question may take
   */
  static Questions to(Optional<Nameserver> chosen, Duration patience) {
    List<InetSocketAddress> servers =
        chosen
            .map(one -> List.of(new InetSocketAddress(one.host(), one.port())))
            .orElseGet(() -> ResolverConfig.getCurrentConfig().servers());
    String names =
        chosen
            .map(Nameserver::toString)
            .orElseGet(
                () -> servers.stream().map(Questions::name).collect(Collectors.joining(", ")));
    List<Resolver> resolvers = new ArrayList<>();
    Duration each = patience.dividedBy((long) TRIES * Math.max(1, servers.size()));
    for (InetSocketAddress address : servers) {
      SimpleResolver resolver = new SimpleResolver(address);
      resolver.setTimeout(each);
      resolvers.add(resolver);
    }
    ExtendedResolver all = new ExtendedResolver(resolvers);
    all.setRetries(TRIES);
    all.setTimeout(patience);
    return new Questions(all, patience, names);
  }

  private static String name(InetSocketAddress address) {
    InetAddress known = address.getAddress();
    String host = known == null ? address.getHostString() : Addresses.text(known);
    return new Nameserver(host, address.getPort()).toString();
  }

  /** Who is asked, such as {@code 127.0.0.1:5353}; several are separated by commas. */
  String server() {
    return server;
  }

  /** An MX record as it is. */
  record Mx(int preference, String host) {}

  CompletableFuture<Answer<Mx>> mx(String domain) {
    return ask(
        domain,
        Type.MX,
        record -> new Mx(((MXRecord) record).getPriority(), host(((MXRecord) record).getTarget())));
  }

  /** The TXT records; the strings of one record belong together without blanks (RFC 7208 3.3). */
  CompletableFuture<Answer<String>> txt(String domain) {
    return ask(domain, Type.TXT, record -> text((TXTRecord) record));
  }

  CompletableFuture<Answer<String>> ipv4(String host) {
    return ask(host, Type.A, record -> Addresses.text(((ARecord) record).getAddress()));
  }

  CompletableFuture<Answer<String>> ipv6(String host) {
    return ask(host, Type.AAAA, record -> Addresses.text(((AAAARecord) record).getAddress()));
  }

  private <T> CompletableFuture<Answer<T>> ask(
      String domain, int type, Function<Record, T> reading) {
    Name name;
    try {
      name = Name.fromString(domain, Name.root);
    } catch (TextParseException e) {
      // A name that stands in a record, and that nobody can ask for.
      return CompletableFuture.completedFuture(Answer.failed(Failure.NO_SUCH_DOMAIN));
    }
    return CompletableFuture.completedFuture(name)
        .thenCompose(asked -> session.lookupAsync(asked, type))
        .orTimeout(patience.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (result, problem) ->
                problem == null ? read(result, reading) : Answer.failed(failure(problem)));
  }

  private static <T> Answer<T> read(LookupResult result, Function<Record, T> reading) {
    List<T> records = result.getRecords().stream().map(reading).toList();
    return Answer.of(records, !result.getAliases().isEmpty());
  }

  private static Failure failure(Throwable problem) {
    Throwable cause = problem;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof NoSuchDomainException) {
      return Failure.NO_SUCH_DOMAIN;
    }
    if (cause instanceof NoSuchRRSetException) {
      return Failure.NO_RECORDS;
    }
    if (cause instanceof LookupFailedException) {
      boolean refused = String.valueOf(cause.getMessage()).contains(Rcode.string(Rcode.REFUSED));
      return refused ? Failure.REFUSED : Failure.FAILED;
    }
    boolean silent = cause instanceof IOException && !(cause instanceof WireParseException);
    boolean nowhere = cause instanceof UnresolvedAddressException;
    return silent || nowhere || cause instanceof TimeoutException
        ? Failure.NO_ANSWER
        : Failure.FAILED;
  }

  private static String host(Name name) {
    return name.equals(Name.root) ? "." : name.toString(true);
  }

  private static String text(TXTRecord record) {
    StringBuilder text = new StringBuilder();
    for (byte[] string : record.getStringsAsByteArrays()) {
      text.append(new String(string, StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
