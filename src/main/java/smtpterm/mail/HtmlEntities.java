package smtpterm.mail;

import java.util.Map;

/**
 * Entities of HTML: the names and numbers between ampersand and semicolon that stand for letters.
 */
final class HtmlEntities {
  private static final int LONGEST = 12;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("agrave", "à"),
          Map.entry("ccedil", "ç"),
          Map.entry("ntilde", "ñ"),
          Map.entry("euro", "€"),
          Map.entry("pound", "£"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("trade", "™"),
          Map.entry("sect", "§"),
          Map.entry("deg", "°"),
          Map.entry("bull", "•"),
          Map.entry("middot", "·"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("bdquo", "„"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("sbquo", "‚"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("rarr", "→"),
          Map.entry("larr", "←"),
          Map.entry("times", "×"),
          Map.entry("shy", ""),
          Map.entry("zwnj", ""),
          Map.entry("zwj", ""));

  private HtmlEntities() {}

  /** The index behind the entity that starts here, or behind its {@code &} if it is none. */
  static int end(String html, int at) {
    for (int i = at + 1; i < Math.min(html.length(), at + LONGEST); i++) {
      char c = html.charAt(i);
      if (c == ';') {
        return i + 1;
      }
      if (!Character.isLetterOrDigit(c) && c != '#') {
        break;
      }
    }
    return at + 1;
  }

  /** Text with its entities decoded; what is none, or unknown, stays. */
  static String decoded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) == '&') {
        int end = end(text, i);
        out.append(end == i + 1 ? "&" : meaning(text.substring(i, end)));
        i = end;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  private static String meaning(String entity) {
    String name = entity.substring(1, entity.length() - 1);
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, entity);
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean character = Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF);
      return character ? Character.toString(code) : entity;
    } catch (NumberFormatException e) {
      return entity;
    }
  }
}
