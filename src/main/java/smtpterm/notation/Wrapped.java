package smtpterm.notation;

import java.util.Optional;
import java.util.regex.Pattern;
import smtpterm.notation.Minutes.Entry;

/** Recognises the rest of a line that was too long for its page. */
final class Wrapped {
  private static final Pattern PARAMETERS =
      Pattern.compile(
          "(?i)(?:(?:TO|FROM):<[^<>]{1,500}>|[A-Z][A-Z0-9_-]{1,20}=[^=\\s]\\S*+)(?:\\s++[A-Z0-9_-]{2,20}(?:=\\S++)?)*+");

  /** So long is a piece of Base64 that was broken because the page ended. */
  private static final int BROKEN = 30;

  private final Minutes minutes;
  private final boolean listOnly;

  /** With {@code listOnly} only what is typed is shown, where an answer follows its command. */
  Wrapped(Minutes minutes, boolean listOnly) {
    this.minutes = minutes;
    this.listOnly = listOnly;
  }

  /** Whether the line can be nothing but the rest of the one before. */
  boolean continues(String text) {
    Optional<Entry> last = minutes.lastSaid();
    if (last.isEmpty() || !minutes.fresh() || last.get().kind() == Minutes.Kind.TEXT) {
      return false;
    }
    String before = last.get().text();
    if (before.endsWith("\\")) {
      return true;
    }
    boolean challenge = before.equals("334") || before.equals("+");
    if (!listOnly
        && Looks.base64(text)
        && (brokenBase64(before) || (challenge && Looks.longBase64(text)))) {
      return true;
    }
    boolean envelope = Looks.verb(before) && last.get().by(Side.CLIENT);
    return envelope && PARAMETERS.matcher(text).matches();
  }

  /** Whether an indented line among marked ones goes on with a sentence of the server. */
  boolean belongs(Said line, String text) {
    Optional<Entry> last = minutes.lastSaid();
    if (continues(text)) {
      return true;
    }
    boolean sentence =
        last.isPresent()
            && last.get().by(Side.SERVER)
            && last.get().kind() == Minutes.Kind.REPLY
            && Looks.reply(last.get().text())
            && last.get().text().length() > 40;
    return sentence && line.row().indentation() > 1 && !Looks.placeholder(text);
  }

  private static boolean brokenBase64(String text) {
    String tail = text.substring(text.lastIndexOf(' ') + 1);
    return tail.length() >= BROKEN && !tail.endsWith("=") && Looks.base64(tail);
  }

  /** Base64 has no blanks; everything else was words. */
  void join(String text) {
    Entry last = minutes.lastSaid().orElseThrow();
    boolean base64 = Looks.base64(text) && brokenBase64(last.text());
    if (last.text().endsWith("\\")) {
      minutes.cutLast();
    }
    minutes.extend(text, !base64);
  }
}
