package smtpterm.notation;

import java.util.regex.Pattern;

/** What is meant by a line of the client that does not show it octet by octet. */
final class Meaning {
  private static final Pattern EMPTY =
      Pattern.compile("(?iu)[\\[(<{].{0,20}(?:empty|blank|leer|vide|vac[ií]|vuot|пуст|空).{0,20}");

  /** What tools that watch the network say of a message. */
  private static final Pattern FRAGMENT =
      Pattern.compile("(?i)data fragment, [0-9]{1,12} bytes.{0,40}");

  private Meaning() {}

  /** {@code DATA fragment, 230 bytes}. */
  static boolean fragment(String text) {
    return FRAGMENT.matcher(text).matches();
  }

  /** Without a line end that is written out; what was only that is the end of a message. */
  static String endless(String text) {
    String said = text.stripTrailing();
    if (said.strip().equals("<CRLF>.<CRLF>")) {
      return said.strip();
    } else if (said.endsWith("<CR><LF>")) {
      return said.substring(0, said.length() - "<CR><LF>".length());
    }
    return said.endsWith("<CRLF>") ? said.substring(0, said.length() - "<CRLF>".length()) : text;
  }

  /** {@code [empty line]}. */
  static boolean emptyLine(String text) {
    return text.length() < 40 && Looks.act(text) && EMPTY.matcher(text).matches();
  }

  /** {@code ***}, {@code <hidden>}: a remark instead of what was said. */
  static boolean hidden(String text) {
    return Looks.act(text)
        || (text.length() > 1 && text.chars().allMatch(c -> c == '*' || c == '•'));
  }

  /** An answer without the word that a tool puts before it, as in {@code Pass: Z2VoZWlt}. */
  static String unlabelled(String text) {
    int colon = text.indexOf(": ");
    boolean labelled = colon > 0 && colon < 16 && text.indexOf(' ') > colon;
    return labelled ? text.substring(colon + 2).strip() : text;
  }
}
