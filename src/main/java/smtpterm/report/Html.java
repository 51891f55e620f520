package smtpterm.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import smtpterm.screen.Printable;

/**
 * Writes HTML in which every text is escaped: {@code open("b").text("1 < 2").close()} writes a bold
 * inequality, and no element.
 */
final class Html {
  private static final Set<String> VOID = Set.of("meta");

  /** After these a new line does not show. */
  private static final Set<String> BLOCKS =
      Set.of(
          "html", "head", "body", "title", "section", "table", "thead", "tbody", "tr", "td", "th",
          "header", "footer", "nav", "main", "p", "h1", "h2", "div", "details", "summary", "ul",
          "li", "dl", "dt", "dd", "figure", "style", "ol");

  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();

  Html(Appendable out) {
    this.out = out;
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Html open(String name, String... attributes) throws IOException {
    out.append('<').append(name);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    if (VOID.contains(name)) {
      out.append('\n');
    } else {
      open.push(name);
    }
    return this;
  }

  /** Closes the element that was opened last. */
  Html close() throws IOException {
    String name = open.pop();
    out.append("</").append(name).append('>');
    if (BLOCKS.contains(name)) {
      out.append('\n');
    }
    return this;
  }

  /** Closes so many elements. */
  Html close(int elements) throws IOException {
    for (int i = 0; i < elements; i++) {
      close();
    }
    return this;
  }

  /** Text of whomever, with nothing in it that a browser could take for more. */
  Html text(String text) throws IOException {
    escape(text);
    return this;
  }

  /** An element with nothing but text in it. */
  Html element(String name, String text, String... attributes) throws IOException {
    return open(name, attributes).text(text).close();
  }

  /** The text of a style sheet of ours, as it is. */
  Html style(String css) throws IOException {
    open("style");
    out.append(css);
    return close();
  }

  private void escape(String text) throws IOException {
    String safe = Printable.escape(text);
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
