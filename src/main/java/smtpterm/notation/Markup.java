package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away what makes a page of it: code blocks, tags, entities, bold letters. */
final class Markup {
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:pre|code|b|strong|i|em|u|tt|kbd|samp|span|font|p|div|li|ul|ol|dd|dt|dl|td|tr"
              + "|th|table|tbody|thead|a|blockquote|small|var|h[1-6])(?:\\s[^<>]{0,400})?>");
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s?/?>");
  private static final Pattern ENTITY = Pattern.compile("&(?:lt|gt|#60|#62|#x3c|#x3e);");
  private static final Pattern BOLD =
      Pattern.compile("\\*\\*([^*\\s](?:[^*]{0,500}[^*\\s])?)\\*\\*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([<>_*#\\[\\]|`.-])");
  private static final Pattern INLINE =
      Pattern.compile("@<\\w{1,12}>\\{(?:\\w{1,12},)?([^{}]{0,1000})\\}|&\\*([^*]{1,1000})\\*&");

  private Markup() {}

  static List<Row> removed(List<Row> rows) {
    return bold(html(rows));
  }

  /** Code blocks hold the conversation; what stands between them tells about it. */
  static List<Row> fenced(List<Row> rows) {
    List<Row> inside = new ArrayList<>();
    boolean open = false;
    int mentionsInside = 0;
    int mentionsOutside = 0;
    for (Row row : rows) {
      String text = row.text().strip();
      if (text.startsWith("```") || text.startsWith("~~~")) {
        boolean whole = text.length() > 6 && text.endsWith("```");
        open = whole ? open : !open;
        inside.add(whole ? row.with(text.replace("```", "")) : row.asProse());
      } else {
        int mention = Looks.mentions(row.text()) ? 1 : 0;
        mentionsInside += open ? mention : 0;
        mentionsOutside += open ? 0 : mention;
        inside.add(open ? row : row.asProse());
      }
    }
    return mentionsInside > 0 && mentionsInside >= mentionsOutside ? inside : unfenced(rows);
  }

  private static List<Row> unfenced(List<Row> rows) {
    return rows.stream().map(r -> r.text().strip().startsWith("```") ? r.asProse() : r).toList();
  }

  private static List<Row> html(List<Row> rows) {
    boolean pre = rows.stream().anyMatch(r -> r.text().strip().startsWith("<pre"));
    long tagged =
        rows.stream()
            .filter(r -> Looks.mentions(r.text()) && TAG.matcher(r.text()).find())
            .limit(2)
            .count();
    boolean tags = pre || tagged > 1;
    boolean entities =
        tags
            || rows.stream()
                .anyMatch(r -> Looks.mentions(r.text()) && ENTITY.matcher(r.text()).find());
    List<Row> plain = new ArrayList<>();
    boolean inPre = false;
    for (Row row : rows) {
      boolean opens = pre && row.text().contains("<pre");
      boolean prose = pre && !inPre && !opens;
      inPre = opens || inPre;
      inPre = inPre && !row.text().contains("</pre");
      for (String part : tags ? BREAK.split(row.text(), -1) : new String[] {row.text()}) {
        String text = tags ? TAG.matcher(part).replaceAll("") : part;
        boolean gone = tags && text.isBlank() && !row.blank();
        Row read = row.with(entities ? characters(text) : text);
        plain.add(prose || gone ? read.asProse() : read);
      }
    }
    return plain;
  }

  static String untagged(String text) {
    return TAG.matcher(text).replaceAll("");
  }

  /** Whether this is the name of an element of web pages. */
  static boolean html(String name) {
    return TAG.matcher("<" + name + ">").matches();
  }

  static String characters(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#x3c;", "<")
        .replace("&#x3e;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }

  private static List<Row> bold(List<Row> rows) {
    boolean escapes =
        rows.stream().anyMatch(r -> r.text().contains("\\<") && Looks.mentions(r.text()));
    return rows.stream().map(row -> bold(row, escapes)).toList();
  }

  private static Row bold(Row row, boolean escapes) {
    String text = row.text();
    String said = text.strip();
    if (text.contains("@<") || text.contains("&*")) {
      text = INLINE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(either(m)));
    }
    boolean whole =
        said.length() > 4 && said.startsWith("**") && said.indexOf("**", 2) == said.length() - 2;
    if (whole) {
      text = said.substring(2, said.length() - 2);
    } else if (text.contains(":**")
        || (text.contains("**") && Looks.mentions(said.replace("**", "")))) {
      text = BOLD.matcher(text).replaceAll("$1");
    }
    if (escapes) {
      text = ESCAPE.matcher(text).replaceAll("$1");
    }
    if (said.length() > 2 && said.startsWith("`") && said.indexOf('`', 1) == said.length() - 1) {
      text = said.substring(1, said.length() - 1);
    }
    return row.with(text);
  }

  private static String either(java.util.regex.MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }
}
