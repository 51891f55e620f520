package smtpterm.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import smtpterm.dns.Report.Kind;
import smtpterm.dns.Report.Row;
import smtpterm.dns.Report.Section;
import smtpterm.text.Texts;

/** Says where the mail for a domain goes. */
final class RouteWords {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]*[0-9]");

  private final Texts texts;

  RouteWords(Texts texts) {
    this.texts = texts;
  }

  Section section(Findings findings) {
    List<Row> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    boolean listed = findings.route() == Findings.Route.LISTED;
    for (MailServer server : findings.servers()) {
      String term = listed ? server.preference() + " " + server.host() : server.host();
      rows.add(new Row(term, addresses(server, findings.server())));
      remarks.addAll(listed ? remarks(server) : List.of());
    }
    if (listed && shared(findings.servers())) {
      remarks.add(texts.say("dns.mx.shared"));
    }
    if (findings.servers().size() == LookUp.MOST_SERVERS) {
      remarks.add(texts.say("dns.mx.most", LookUp.MOST_SERVERS));
    }
    String name = findings.domain().ascii();
    return new Section(
        Kind.MX, texts.say("dns.mx.title"), name, line(findings, name), rows, remarks);
  }

  private String line(Findings findings, String name) {
    boolean one = findings.servers().size() == 1;
    return switch (findings.route()) {
      case LISTED -> texts.say(one ? "dns.mx.one" : "dns.mx.many", name);
      case IMPLICIT -> texts.say("dns.mx.implicit", name);
      case NULL -> texts.say("dns.mx.null", name);
      default -> texts.say("dns.mx.none", name);
    };
  }

  private String addresses(MailServer server, String asked) {
    return server
        .failure()
        .map(
            failure ->
                failure.trouble()
                    ? Report.unknown(texts, failure, asked)
                    : texts.say("dns.host." + failure.name()))
        .orElseGet(() -> String.join(", ", server.addresses()));
  }

  private List<String> remarks(MailServer server) {
    List<String> remarks = new ArrayList<>();
    if (server.host().equals(".")) {
      remarks.add(texts.say("dns.mx.dot"));
    } else if (ADDRESS.matcher(server.host()).matches()) {
      remarks.add(texts.say("dns.mx.address", server.host()));
    } else if (server.alias()) {
      remarks.add(texts.say("dns.mx.alias", server.host()));
    }
    return remarks;
  }

  private static boolean shared(List<MailServer> servers) {
    Set<Integer> seen = new HashSet<>();
    return servers.stream().anyMatch(server -> !seen.add(server.preference()));
  }
}
