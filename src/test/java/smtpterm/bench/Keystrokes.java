package smtpterm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The keys of a person who types mails by hand: commands with their parameters, mistakes that are
 * taken back, message text, a login that is broken off.
 */
final class Keystrokes {
  /** What every program that is measured shows before the line. */
  static final String PROMPT = "C: ";

  private static final String BACKSPACE = "\u007f";
  // As a terminal sends it to a program that asked for application keys; all know this form.
  private static final String LEFT = "\u001bOD";
  private static final String ERASE = "\u0015";

  private final List<Stroke> strokes = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int cursor;

  private Keystrokes() {}

  /**
   * One key.
   *
   * @param octets what the terminal sends for it
   * @param shown what stands left of the cursor when it is shown
   * @param kind what it does
   */
  record Stroke(String octets, Predicate<String> shown, Kind kind) {}

  /** What a key does. */
  enum Kind {
    /** It changes the line or moves the cursor in it. */
    EDITS,
    /** It completes the line, which not every program does in the same way. */
    COMPLETES,
    /** It is Enter. */
    ENDS
  }

  /** The keys of one mail; the conversation is afterwards where it was before. */
  static List<Stroke> mail(String friend) {
    Keystrokes keys = new Keystrokes();
    keys.typed("EHLO laptop").enter();
    keys.typed("MAI").tab().erased();
    keys.typed("MIAL FROM").back(9);
    keys.typed("MAIL FROM:<anna@kolleg.de> SIZE=1000").enter();
    keys.typed("RCPT TO: <" + friend + "@kolleg.de>").left(14).back(3).typed("<" + friend).enter();
    keys.typed("RCPT TO:<carol@kolleg.de>").enter();
    keys.typed("DATA").enter();
    keys.typed("Subject: Gartenparty am Samstag").enter();
    keys.typed("To: " + friend + "@kolleg.de").enter().enter();
    keys.typed("Am Samstag um fünf grillen wir im Garten, komm doch!").enter();
    keys.typed("C:\\Eis").enter();
    keys.typed("Grüße von Anna").left(4).typed("deiner ").enter();
    keys.typed(".").enter();
    keys.typed("AUTH LOGIN").enter().typed("YW5uYQ").back(2).typed("YQ==").enter();
    keys.typed("*").enter();
    keys.typed("RSET").enter();
    return List.copyOf(keys.strokes);
  }

  private Keystrokes typed(String text) {
    text.codePoints()
        .forEach(
            codePoint -> {
              String letter = Character.toString(codePoint);
              line.insert(cursor, letter);
              cursor += letter.length();
              edited(letter);
            });
    return this;
  }

  private Keystrokes back(int times) {
    for (int i = 0; i < times; i++) {
      line.deleteCharAt(--cursor);
      edited(BACKSPACE);
    }
    return this;
  }

  private Keystrokes left(int times) {
    for (int i = 0; i < times; i++) {
      cursor--;
      edited(LEFT);
    }
    return this;
  }

  private Keystrokes tab() {
    String before = PROMPT + line;
    Predicate<String> longer = now -> now.startsWith(before) && now.length() > before.length();
    strokes.add(new Stroke("\t", longer, Kind.COMPLETES));
    return this;
  }

  private Keystrokes erased() {
    line.setLength(0);
    cursor = 0;
    edited(ERASE);
    return this;
  }

  private Keystrokes enter() {
    line.setLength(0);
    cursor = 0;
    strokes.add(new Stroke("\r", PROMPT::equals, Kind.ENDS));
    return this;
  }

  private void edited(String octets) {
    String before = PROMPT + line.substring(0, cursor);
    strokes.add(new Stroke(octets, before::equals, Kind.EDITS));
  }
}
