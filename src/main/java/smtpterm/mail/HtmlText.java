package smtpterm.mail;

import java.util.Locale;
import java.util.Set;

/**
 * HTML reduced to what there is to read: {@code <p>Hello <b>Bob</b></p>} is {@code Hello Bob}.
 * Nothing is loaded or run. A link shows where it really leads. Takes time in proportion to the
 * text, whatever it looks like.
 */
final class HtmlText {
  private static final Set<String> UNSEEN = Set.of("script", "style", "title", "template");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "pre");
  private static final Set<String> LINES =
      Set.of("br", "div", "tr", "hr", "section", "article", "header", "footer", "body", "dt", "dd");
  private static final int LONGEST_LINK = 2_000;

  private final String html;
  private final HtmlLines lines = new HtmlLines();
  private int at;
  private String link = "";
  private int linkStart;

  private HtmlText(String html) {
    this.html = html;
  }

  static String of(String html) {
    return new HtmlText(html).read();
  }

  private String read() {
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<' && at + 1 < html.length() && startsTag(html.charAt(at + 1))) {
        markup();
      } else if (c == '&') {
        entity();
      } else {
        lines.add(c);
        at++;
      }
    }
    return lines.text();
  }

  private static boolean startsTag(char c) {
    return c == '!' || c == '?' || c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void markup() {
    if (html.startsWith("<!--", at)) {
      at = behind("-->", at + 4);
      return;
    }
    int end = tagEnd(at + 1);
    String tag = html.substring(at + 1, Math.min(end, html.length()));
    at = Math.min(end + 1, html.length());
    boolean closing = tag.startsWith("/");
    String name = name(tag, closing ? 1 : 0);
    if (!closing && UNSEEN.contains(name)) {
      at = behind(">", closingTag(name));
    } else {
      apply(name, closing, tag);
    }
  }

  private void apply(String name, boolean closing, String tag) {
    if (PARAGRAPHS.contains(name)) {
      lines.paragraph();
      lines.verbatim(name.equals("pre") && !closing);
    } else if (LINES.contains(name)) {
      lines.line(name.equals("br"));
    } else if (name.equals("li") && !closing) {
      lines.line(false);
      lines.append("- ");
    } else if (name.equals("td") || name.equals("th")) {
      lines.add(' ');
    } else if (name.equals("img")) {
      lines.append(attribute(tag, "alt"));
    } else if (name.equals("a")) {
      endLink();
      link = closing ? "" : attribute(tag, "href");
      linkStart = lines.length();
    }
  }

  /** A link may say one thing and lead to another. */
  private void endLink() {
    if (!link.isEmpty() && !link.startsWith("#")) {
      String said = lines.since(Math.max(linkStart, lines.length() - 2 * LONGEST_LINK));
      String target = link.replaceFirst("(?i)^mailto:", "");
      if (!said.contains(target)) {
        lines.append(" <" + target + ">");
      }
    }
    link = "";
  }

  /** The index of the {@code >} that ends a tag; it may stand in quotes before. */
  private int tagEnd(int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i;
      } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    return html.length();
  }

  private static String name(String tag, int from) {
    int end = from;
    while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
      end++;
    }
    return tag.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private int behind(String text, int from) {
    int found = html.indexOf(text, from);
    return found < 0 ? html.length() : found + text.length();
  }

  private int closingTag(String name) {
    String end = "</" + name;
    for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
      if (html.regionMatches(true, i, end, 0, end.length())) {
        return i;
      }
    }
    return html.length();
  }

  private static String attribute(String tag, String name) {
    String lower = tag.toLowerCase(Locale.ROOT);
    int found = lower.indexOf(name + "=");
    if (found < 1 || tag.charAt(found - 1) > ' ' || lower.length() != tag.length()) {
      return "";
    }
    int start = found + name.length() + 1;
    char quote = start < tag.length() ? tag.charAt(start) : ' ';
    int end;
    if (quote == '"' || quote == '\'') {
      start++;
      end = tag.indexOf(quote, start);
    } else {
      end = tag.indexOf(' ', start);
    }
    end = end < 0 ? tag.length() : end;
    String value = tag.substring(start, Math.min(end, start + LONGEST_LINK)).strip();
    return HtmlEntities.decoded(value);
  }

  private void entity() {
    int end = HtmlEntities.end(html, at);
    String text = HtmlEntities.decoded(html.substring(at, end));
    // A no-break space keeps words together, which no window of ours can.
    text.replace('\u00a0', ' ').codePoints().forEach(lines::add);
    at = end;
  }
}
