package smtpterm.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import smtpterm.dns.Findings.Policies;
import smtpterm.dns.Report.Kind;
import smtpterm.dns.Report.Row;
import smtpterm.dns.Report.Section;
import smtpterm.text.Texts;

/** Says what an SPF record means, term by term. */
final class SpfWords {
  private static final Pattern MACRO =
      Pattern.compile("%\\{([slodipvhcrtSLODIPVHCRT])([0-9]{0,3})([rR]?)[-.+,/_=]*\\}");

  private final Texts texts;

  SpfWords(Texts texts) {
    this.texts = texts;
  }

  Section section(String name, String server, Policies policies) {
    List<Row> rows = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    String line;
    if (policies.failure().isPresent()) {
      line = Report.unknown(texts, policies.failure().get(), server);
    } else if (policies.records().isEmpty()) {
      line = texts.say("dns.spf.none", name);
    } else if (policies.records().size() > 1) {
      line = texts.say("dns.spf.several", name, policies.records().size());
      policies.records().forEach(record -> rows.add(new Row(record, "")));
    } else {
      line = texts.say("dns.spf.one", name);
      Spf spf = Spf.parse(policies.records().get(0));
      rows.addAll(rows(spf, name));
      remarks.addAll(remarks(spf));
    }
    return new Section(Kind.SPF, texts.say("dns.spf.title"), name, line, rows, remarks);
  }

  private List<Row> rows(Spf spf, String name) {
    List<Row> rows = new ArrayList<>();
    Map<String, String> macros = new LinkedHashMap<>();
    for (Spf.Term term : spf.terms()) {
      boolean alone = spf.terms().get(0).kind() == Spf.Kind.ALL;
      rows.add(new Row(term.text(), meaning(term, name, alone)));
      Matcher m = MACRO.matcher(term.domain());
      while (m.find()) {
        macros.putIfAbsent(m.group(), macro(m));
      }
    }
    macros.forEach((macro, meaning) -> rows.add(new Row(macro, meaning)));
    return rows;
  }

  private String meaning(Spf.Term term, String name, boolean alone) {
    String domain = term.domain().isEmpty() ? name : term.domain();
    return switch (term.kind()) {
      case REDIRECT -> texts.say("dns.spf.redirect", domain);
      case EXP -> texts.say("dns.spf.exp", domain);
      case OTHER_MODIFIER -> texts.say("dns.spf.modifier");
      case INVALID -> texts.say("dns.spf.invalid");
      default -> texts.say(result(term.qualifier()), who(term, domain, alone));
    };
  }

  private static String result(char qualifier) {
    return switch (qualifier) {
      case '-' -> "dns.spf.fail";
      case '~' -> "dns.spf.softfail";
      case '?' -> "dns.spf.neutral";
      default -> "dns.spf.pass";
    };
  }

  private String who(Spf.Term term, String domain, boolean alone) {
    return switch (term.kind()) {
      case IP4 -> computers(term.domain(), true);
      case IP6 -> computers(term.domain(), false);
      case A -> around(texts.say("dns.spf.a", domain), term.prefix());
      case MX -> around(texts.say("dns.spf.mx", domain), term.prefix());
      case INCLUDE -> texts.say("dns.spf.include", domain);
      case EXISTS -> texts.say("dns.spf.exists", domain);
      case PTR -> texts.say("dns.spf.ptr", domain);
      default -> texts.say(alone ? "dns.spf.everyone" : "dns.spf.all");
    };
  }

  private String around(String who, String prefix) {
    return prefix.isEmpty() ? who : texts.say("dns.spf.around", who, prefix);
  }

  private String computers(String text, boolean four) {
    return Network.parse(text, four)
        .filter(network -> !network.single())
        .map(
            network ->
                four
                    ? texts.say("dns.spf.computers", network.first(), network.last())
                    : texts.say("dns.spf.network", text))
        .orElseGet(() -> texts.say("dns.spf.computer", text));
  }

  private String macro(Matcher macro) {
    String meaning = texts.say("dns.spf.macro." + macro.group(1).toLowerCase(Locale.ROOT));
    return macro.group(3).isEmpty() ? meaning : texts.say("dns.spf.backwards", meaning);
  }

  private List<String> remarks(Spf spf) {
    List<String> remarks = new ArrayList<>();
    boolean open =
        spf.terms().stream().anyMatch(t -> t.kind() == Spf.Kind.ALL && t.qualifier() == '+');
    if (open) {
      remarks.add(texts.say("dns.spf.open"));
    }
    if (!spf.has(Spf.Kind.ALL) && !spf.has(Spf.Kind.REDIRECT)) {
      remarks.add(texts.say("dns.spf.no-all"));
    }
    if (!spf.unreached().isEmpty()) {
      String unreached =
          spf.unreached().stream().map(Spf.Term::text).collect(Collectors.joining(" "));
      remarks.add(texts.say("dns.spf.unreached", unreached));
    }
    if (spf.questions() > Spf.MOST_QUESTIONS) {
      remarks.add(texts.say("dns.spf.questions", spf.questions(), Spf.MOST_QUESTIONS));
    }
    return remarks;
  }
}
