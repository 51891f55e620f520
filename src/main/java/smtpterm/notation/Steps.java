package smtpterm.notation;

import java.util.List;
import java.util.regex.Pattern;
import smtpterm.notation.Minutes.Entry;
import smtpterm.notation.Minutes.Kind;
import smtpterm.script.Expectation;
import smtpterm.script.Expectation.Wording;
import smtpterm.script.Place;
import smtpterm.script.Script;
import smtpterm.script.Step;
import smtpterm.script.Template;

/** Makes steps of what was heard; every character stands for itself. */
final class Steps {
  private static final Pattern ENHANCED = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");

  private Steps() {}

  static Script of(Minutes minutes, String file) {
    return new Script(
        minutes.entries().stream()
            .map(entry -> step(entry, new Place(file, entry.line(), 1)))
            .toList());
  }

  private static Step step(Entry entry, Place at) {
    if (entry.side().isEmpty()) {
      return new Step.Note(at, entry.text());
    } else if (entry.by(Side.CLIENT)) {
      return new Step.ClientLine(at, literal(entry.text()));
    }
    boolean listing = entry.kind() == Kind.LISTING;
    return new Step.ServerLine(at, listing ? listing(entry.text()) : reply(entry.text()));
  }

  private static Template literal(String text) {
    return new Template(text.isEmpty() ? List.of() : List.of(new Template.Literal(text)));
  }

  /** Three dots or a slash would be read as a pattern, so the first character is spelled out. */
  private static Expectation listing(String text) {
    if (text.equals("...") || text.startsWith("/")) {
      Template.Piece first = new Template.Hex(text.startsWith("/") ? "2F" : "2E");
      return new Expectation.BodyLine(
          new Template(List.of(first, new Template.Literal(text.substring(1)))));
    }
    return new Expectation.BodyLine(literal(text));
  }

  private static Expectation reply(String text) {
    int code = Looks.codeLength(text);
    if (code == 0) {
      return new Expectation.Anything(literal(text));
    }
    String rest = text.length() > code ? text.substring(code + 1) : "";
    return new Expectation.Coded(
        List.of(text.substring(0, code)), Looks.continued(text), wording(rest));
  }

  /** What would be read as a pattern is asked for word by word. */
  private static Wording wording(String text) {
    if (text.startsWith("/") || text.startsWith("= ")) {
      return new Wording.Exact(literal(text));
    }
    return ENHANCED.matcher(text.strip()).matches()
        ? new Wording.Enhanced(text.strip())
        : new Wording.Sample(literal(text.stripTrailing()));
  }
}
