package smtpterm.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The head of our pages: the style sheet, and a policy that allows nothing but that. */
final class HtmlHead {
  private HtmlHead() {}

  static void write(Html html, String title) throws IOException {
    String css = style();
    html.open("head").open("meta", "charset", "utf-8");
    html.open(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'sha256-"
            + digest(css)
            + "'; base-uri 'none'; form-action 'none'");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    html.open("meta", "name", "generator", "content", "smtpterm");
    html.element("title", title);
    html.style(css).close();
  }

  private static String style() {
    try (InputStream in = HtmlHead.class.getResourceAsStream("/smtpterm/report/page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By its digest the policy of the page knows the style sheet (CSP Level 3, section 8.4). */
  private static String digest(String css) {
    try {
      byte[] octets = css.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
