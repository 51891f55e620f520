package smtpterm.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import smtpterm.dns.Findings.Policies;
import smtpterm.dns.Report.Kind;
import smtpterm.dns.Report.Row;
import smtpterm.dns.Report.Section;
import smtpterm.text.Texts;

/** Says what a DMARC record means, tag by tag. */
final class DmarcWords {
  private static final long HOUR = 3_600;

  private static final Set<String> KNOWN =
      Set.of("v", "p", "sp", "pct", "rua", "ruf", "adkim", "aspf", "fo", "rf", "ri");

  private final Texts texts;

  DmarcWords(Texts texts) {
    this.texts = texts;
  }

  Section section(Domain domain, String server, Policies policies) {
    String name = "_dmarc." + domain.ascii();
    List<Row> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    String line;
    if (policies.failure().isPresent()) {
      line = Report.unknown(texts, policies.failure().get(), server);
    } else if (policies.records().isEmpty()) {
      line = texts.say("dns.dmarc.none", domain.ascii());
      if (domain.below()) {
        remarks.add(texts.say("dns.dmarc.above"));
      }
    } else if (policies.records().size() > 1) {
      line = texts.say("dns.dmarc.several", name, policies.records().size());
      policies.records().forEach(record -> rows.add(new Row(record, "")));
    } else {
      line = texts.say("dns.dmarc.one", domain.ascii());
      Dmarc dmarc = Dmarc.parse(policies.records().get(0));
      dmarc.tags().forEach(tag -> rows.add(new Row(tag.text(), meaning(tag))));
      remarks.addAll(remarks(dmarc));
    }
    return new Section(Kind.DMARC, texts.say("dns.dmarc.title"), name, line, rows, remarks);
  }

  private String meaning(Dmarc.Tag tag) {
    String key = "dns.dmarc." + tag.name();
    if (!KNOWN.contains(tag.name())) {
      return texts.say("dns.dmarc.unknown");
    }
    if (!tag.valid()) {
      return texts.say("dns.dmarc.invalid");
    }
    String small = tag.value().toLowerCase(Locale.ROOT);
    return switch (tag.name()) {
      case "p", "sp", "adkim", "aspf" -> texts.say(key + "." + small);
      case "pct" -> texts.say(key + ".tag", Integer.valueOf(tag.value()));
      case "ri" -> interval(Long.parseLong(tag.value()));
      case "fo" ->
          tag.parts(":").stream()
              .map(part -> texts.say(key + "." + part.toLowerCase(Locale.ROOT)))
              .collect(Collectors.joining("; "));
      case "rua", "ruf" ->
          texts.say(
              key + ".tag",
              tag.parts(",").stream().map(DmarcWords::address).collect(Collectors.joining(", ")));
      default -> texts.say(key + ".tag");
    };
  }

  private String interval(long seconds) {
    return seconds % HOUR == 0
        ? texts.say("dns.dmarc.ri.hours", seconds / HOUR)
        : texts.say("dns.dmarc.ri.tag", seconds);
  }

  /** Without {@code mailto:}, and without the largest size behind the exclamation mark. */
  private static String address(String uri) {
    String place = uri.regionMatches(true, 0, "mailto:", 0, 7) ? uri.substring(7) : uri;
    int size = place.lastIndexOf('!');
    return size < 0 ? place : place.substring(0, size);
  }

  private List<String> remarks(Dmarc dmarc) {
    Optional<Dmarc.Tag> policy = dmarc.tag("p");
    boolean valid = policy.filter(Dmarc.Tag::valid).isPresent();
    if (valid) {
      return List.of();
    }
    // RFC 7489 6.6.3: without a policy it counts as none where reports are wanted.
    boolean reports = dmarc.tag("rua").filter(Dmarc.Tag::valid).isPresent();
    return List.of(texts.say(reports ? "dns.dmarc.no-policy" : "dns.dmarc.void"));
  }
}
