package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.dns.Report;
import smtpterm.screen.Layout.Row;

/** Shows what the DNS says about a domain, in sections like the pages of the catalogue. */
public final class DnsPages {
  /** A record may be long, and a hostile one endless; nobody reads more of a term. */
  private static final int LONGEST_TERM = 300;

  private static final int MOST_ROWS = 100;

  private final Layout layout;

  /** Lays the sections out so. */
  public DnsPages(Layout layout) {
    this.layout = Objects.requireNonNull(layout, "layout");
  }

  /** All of a report, an empty line between the sections. */
  public List<String> pages(Report report) {
    List<String> lines = new ArrayList<>();
    report.introduction().forEach(sentence -> lines.addAll(layout.paragraph(sentence)));
    for (Report.Section section : report.sections()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(page(section));
    }
    if (!report.conclusion().isEmpty()) {
      lines.add("");
    }
    report.conclusion().forEach(sentence -> lines.addAll(layout.paragraph(sentence)));
    return lines;
  }

  private List<String> page(Report.Section section) {
    Look look = layout.look();
    List<String> lines = new ArrayList<>();
    String title = look.paint(Role.TERM, look.own(section.name()));
    lines.add("   " + title + " " + look.paint(Role.HINT, look.own("(" + section.title() + ")")));
    lines.addAll(layout.paragraph(section.line()));
    List<Row> rows =
        section.rows().stream()
            .limit(MOST_ROWS)
            .map(row -> new Row(cut(row.term()), cut(row.text())))
            .toList();
    lines.addAll(layout.table(rows));
    section.remarks().forEach(remark -> lines.addAll(layout.remark(cut(remark))));
    return lines;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TERM ? text : text.substring(0, LONGEST_TERM) + " …";
  }
}
