package smtpterm.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.text.Texts;

/**
 * Findings in words: what the records say, one section for each kind. It quotes the text of
 * strangers, which has to be made harmless where it is shown.
 *
 * @param introduction sentences about the question itself
 * @param sections in the order in which they are read
 * @param conclusion what there is to say at the end
 */
public record Report(List<String> introduction, List<Section> sections, List<String> conclusion) {
  public Report {
    introduction = List.copyOf(introduction);
    sections = List.copyOf(sections);
    conclusion = List.copyOf(conclusion);
  }

  /** What a section is about. */
  public enum Kind {
    MX,
    SPF,
    DMARC
  }

  /**
   * What one kind of record says.
   *
   * @param kind what it is about
   * @param title the kind in words
   * @param name the name that was asked about, such as {@code _dmarc.kolleg.de}
   * @param line what it says as a whole
   * @param rows the parts of the record, and what each means
   * @param remarks what is odd about it
   */
  public record Section(
      Kind kind, String title, String name, String line, List<Row> rows, List<String> remarks) {
    public Section {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(line, "line");
      rows = List.copyOf(rows);
      remarks = List.copyOf(remarks);
    }
  }

  /** A part of a record as it stands there, and what it means. */
  public record Row(String term, String text) {
    public Row {
      Objects.requireNonNull(term, "term");
      Objects.requireNonNull(text, "text");
    }
  }

  /** Puts what was found into words, in the language spoken now. */
  public static Report of(Findings findings, Texts texts) {
    Domain domain = findings.domain();
    List<String> introduction = new ArrayList<>();
    if (domain.translated()) {
      introduction.add(texts.say("dns.translated", domain.typed(), domain.ascii()));
    }
    if (domain.deviates()) {
      introduction.add(texts.say("dns.deviates"));
    }
    String name = domain.ascii();
    String server = findings.server();
    if (!findings.route().answered()) {
      String key = "dns.route." + findings.route().name();
      introduction.add(
          texts.say(key, findings.route() == Findings.Route.NO_SUCH_DOMAIN ? name : server));
      return new Report(introduction, List.of(), List.of());
    }
    List<Section> sections =
        List.of(
            new RouteWords(texts).section(findings),
            new SpfWords(texts).section(name, server, findings.spf()),
            new DmarcWords(texts).section(domain, server, findings.dmarc()));
    return new Report(introduction, sections, List.of(texts.say("dns.asked", server)));
  }

  /** The sentence for a part of which nothing is known. */
  static String unknown(Texts texts, Failure failure, String server) {
    return texts.say("dns.unknown." + failure.name(), server);
  }
}
