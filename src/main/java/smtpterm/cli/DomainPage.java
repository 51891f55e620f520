package smtpterm.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import smtpterm.dns.Domain;
import smtpterm.dns.Findings;
import smtpterm.dns.MailServer;
import smtpterm.dns.Report;
import smtpterm.screen.DnsPages;
import smtpterm.screen.Layout;
import smtpterm.screen.Look;

/** {@code smtpterm explain --mx kolleg.de}: what the DNS says about the mail of a domain. */
final class DomainPage {
  private final SmtpTerm options;
  private final Surroundings surroundings;

  DomainPage(SmtpTerm options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
  }

  /**
   * Asks and shows; returns the exit code.
   *
   * @param typed the domain
   * @param json whether a program reads it
   */
  int show(String typed, boolean json) throws IOException {
    Layout layout = surroundings.layout(options.colour);
    Findings findings;
    try {
      findings = options.lookUp().start(Domain.parse(typed)).join();
    } catch (Domain.BadDomain e) {
      complain(layout.look(), surroundings.texts().say("cli.explain.bad-domain", e.getMessage()));
      return ExitCode.USAGE;
    }
    Report report = Report.of(findings, surroundings.texts());
    if (json) {
      surroundings.output().print(List.of(json(findings, report)));
    }
    if (report.sections().isEmpty()) {
      report.introduction().forEach(sentence -> complain(layout.look(), sentence));
    } else if (!json) {
      surroundings.output().print(new DnsPages(layout).pages(report));
    }
    if (findings.incomplete()) {
      return ExitCode.CONNECTION;
    }
    return findings.found() ? ExitCode.FINE : ExitCode.REFUSED;
  }

  private void complain(Look look, String sentence) {
    surroundings.output().complain(look.own(sentence));
  }

  private static String json(Findings findings, Report report) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = new JsonWriter(text)) {
      writer.setIndent("  ");
      writer.beginArray();
      for (Report.Section section : report.sections()) {
        writer.beginObject();
        writer.name("kind").value(section.kind().name().toLowerCase(Locale.ROOT));
        writer.name("name").value(section.name());
        writer.name("line").value(section.line());
        strings(writer, "remarks", section.remarks());
        switch (section.kind()) {
          case MX -> servers(writer, findings);
          case SPF -> record(writer, findings.spf().records(), section);
          case DMARC -> record(writer, findings.dmarc().records(), section);
        }
        writer.endObject();
      }
      writer.endArray();
    }
    return text.toString();
  }

  private static void servers(JsonWriter writer, Findings findings) throws IOException {
    writer.name("route").value(findings.route().name().toLowerCase(Locale.ROOT));
    writer.name("servers").beginArray();
    for (MailServer server : findings.servers()) {
      writer.beginObject();
      writer.name("preference").value(server.preference());
      writer.name("host").value(server.host());
      strings(writer, "addresses", server.addresses());
      writer.endObject();
    }
    writer.endArray();
  }

  private static void record(JsonWriter writer, List<String> records, Report.Section section)
      throws IOException {
    strings(writer, "records", records);
    writer.name("terms").beginArray();
    for (Report.Row row : section.rows()) {
      writer.beginObject();
      writer.name("term").value(row.term());
      writer.name("line").value(row.text());
      writer.endObject();
    }
    writer.endArray();
  }

  private static void strings(JsonWriter writer, String name, List<String> values)
      throws IOException {
    writer.name(name).beginArray();
    for (String value : values) {
      writer.value(value);
    }
    writer.endArray();
  }
}
