package smtpterm.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * The true reading of a transcript, as {@code [{"who": "client", "text": "QUIT"}]}. Understands
 * just that much of JSON (RFC 8259): objects of strings in one list.
 */
public final class TrueReading {
  private final String json;
  private int at;

  private TrueReading(String json) {
    this.json = json;
  }

  /**
   * The lines of both sides; those of anybody else are remarks and left out.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static List<Utterance> read(String json) {
    return new TrueReading(json).all();
  }

  private List<Utterance> all() {
    List<Utterance> all = new ArrayList<>();
    expect('[');
    boolean more = peek() != ']';
    while (more) {
      utterance(all);
      more = peek() == ',';
      at += more ? 1 : 0;
    }
    expect(']');
    return all;
  }

  private void utterance(List<Utterance> all) {
    String who = "";
    String text = "";
    expect('{');
    boolean more = peek() != '}';
    while (more) {
      String name = string();
      expect(':');
      String value = string();
      who = name.equals("who") ? value : who;
      text = name.equals("text") ? value : text;
      more = peek() == ',';
      at += more ? 1 : 0;
    }
    expect('}');
    if (who.equals("client") || who.equals("server")) {
      all.add(new Utterance(who.equals("client") ? Side.CLIENT : Side.SERVER, text));
    }
  }

  private char peek() {
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return at < json.length() ? json.charAt(at) : 0;
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw new IllegalArgumentException(wanted + " @ " + at);
    }
    at++;
  }

  private String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (at < json.length() && json.charAt(at) != '"') {
      text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at));
      at++;
    }
    expect('"');
    return text.toString();
  }

  private char escaped() {
    at++;
    char c = at < json.length() ? json.charAt(at) : 0;
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case '"', '\\', '/' -> c;
      case 'u' -> unicode();
      default -> throw new IllegalArgumentException("\\ @ " + at);
    };
  }

  private char unicode() {
    if (at + 4 >= json.length()) {
      throw new IllegalArgumentException("\\u @ " + at);
    }
    at += 4;
    return (char) Integer.parseInt(json.substring(at - 3, at + 1), 16);
  }
}
