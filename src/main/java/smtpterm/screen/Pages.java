package smtpterm.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import smtpterm.knowledge.Entry;
import smtpterm.knowledge.Explainer;
import smtpterm.knowledge.Explanation;
import smtpterm.protocol.Reply;
import smtpterm.screen.Layout.Row;

/**
 * Shows entries of the catalogue: {@code 550 (reply code)}, what it means, its cause and remedy.
 */
public final class Pages {
  private static final Set<String> TROUBLE = Set.of("cause", "remedy");

  private final Layout layout;

  /** Lays the pages out so. */
  public Pages(Layout layout) {
    this.layout = Objects.requireNonNull(layout, "layout");
  }

  /** An entry in full: title, sentences, and its facts in two columns. */
  public List<String> page(Entry entry) {
    Look look = layout.look();
    List<String> lines = new ArrayList<>();
    String title = look.paint(Role.TERM, look.own(entry.name()));
    String kind = look.paint(Role.HINT, look.own("(" + entry.kindName() + ")"));
    lines.add("   " + title + " " + kind);
    lines.addAll(layout.paragraph(entry.line()));
    lines.addAll(layout.paragraph(entry.more()));
    List<Row> rows = new ArrayList<>();
    for (Entry.Row row : entry.rows()) {
      // An example has several lines, each of them whole.
      String label = row.label();
      for (String line : row.text().split("\n", -1)) {
        rows.add(new Row(label, line));
        label = "";
      }
    }
    lines.addAll(layout.table(rows));
    return lines;
  }

  /** Entries in full, an empty line between them. */
  public List<String> pages(List<Entry> entries) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(page(entry));
    }
    return lines;
  }

  /** Entries in one line each. */
  public List<String> list(List<Entry> entries) {
    return layout.table(entries.stream().map(e -> new Row(e.name(), e.line())).toList());
  }

  /** What the full explanation says below a reply: what the code is about, cause and remedy. */
  List<String> background(Explainer explainer, Reply reply, Explanation explanation) {
    List<Entry> entries = explainer.about(reply);
    if (entries.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(layout.paragraph(entries.get(0).more()));
    // Where the mistake is named already, the usual cause would only contradict it.
    if (reply.replyClass().refusal() && !explanation.id().startsWith("flaw.")) {
      // The enhanced code, where there is one, stands last and knows more precisely.
      Entry precise = entries.get(entries.size() - 1);
      List<Row> rows = new ArrayList<>();
      precise.rows().stream()
          .filter(row -> TROUBLE.contains(row.key()))
          .forEach(row -> rows.add(new Row(row.label(), row.text())));
      lines.addAll(layout.details(rows));
    }
    return lines;
  }
}
