package smtpterm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.script.Expectation.Wording;

/** Collects what was heard as steps; every character stands for itself. */
final class ForeignSteps {
  private final Course course = new Course();
  private final ExpectationReader expectations =
      new ExpectationReader(new Errors(), new TemplateReader(new Errors()));
  private final List<Step> steps = new ArrayList<>();
  private boolean begun;

  boolean begun() {
    return begun;
  }

  boolean body() {
    return course.body();
  }

  List<Step> all() {
    return List.copyOf(steps);
  }

  void note(int line, String text) {
    steps.add(new Step.Note(new Place(line, 1), text));
  }

  void client(int line, String text) {
    begun = true;
    steps.add(new Step.ClientLine(new Place(line, 1), Template.literal(text)));
    course.client(text);
  }

  void server(int line, String text) {
    begun = true;
    steps.add(new Step.ServerLine(new Place(line, 1), expected(text)));
  }

  /** Puts more text behind the last line: Base64 has no blanks, everything else was words. */
  void extend(String more) {
    int last = steps.size() - 1;
    if (steps.get(last) instanceof Step.ClientLine client) {
      steps.set(last, new Step.ClientLine(client.at(), joined(client.text(), more)));
    } else if (steps.get(last) instanceof Step.ServerLine server
        && server.expected() instanceof Expectation.Coded coded
        && coded.wording() instanceof Wording.Sample sample) {
      Wording longer = new Wording.Sample(joined(sample.text(), more));
      Expectation expected = new Expectation.Coded(coded.codes(), coded.continued(), longer);
      steps.set(last, new Step.ServerLine(server.at(), expected));
    } else {
      note(steps.get(last).at().line(), more);
    }
  }

  private static Template joined(Template text, String more) {
    String before = text.plain().orElseThrow().stripTrailing();
    boolean base64 =
        more.matches("[A-Za-z0-9+/]{8,}={0,2}") && before.matches("(?:.* )?[A-Za-z0-9+/]{30,}");
    return Template.literal(before.isEmpty() || base64 ? before + more : before + " " + more);
  }

  private Expectation expected(String text) {
    if (course.body()) {
      course.bodyLine(text);
      return new Expectation.BodyLine(body(text));
    }
    // Only the code is read by the rules of our own: the text behind it stands for itself.
    int code = Looks.reply(text) ? codeLength(text) : 0;
    boolean continued = text.startsWith("-", code) && code > 0;
    String rest = text.length() > code ? text.substring(code + (code > 0 ? 1 : 0)) : "";
    if (code == 0) {
      course.server("*", false);
      return new Expectation.Anything(Template.literal(text));
    }
    course.server(text.substring(0, code), continued);
    return new Expectation.Coded(List.of(text.substring(0, code)), continued, wording(rest));
  }

  private static int codeLength(String text) {
    return text.startsWith("-ERR") ? 4 : text.startsWith("+") && !text.startsWith("+OK") ? 1 : 3;
  }

  /** What would be read as a pattern is asked for word by word. */
  private Wording wording(String text) {
    boolean pattern = text.startsWith("/") || text.startsWith("= ");
    if (pattern) {
      return new Wording.Exact(Template.literal(text));
    }
    Optional<Expectation> read = expectations.reply(new Place(1, 1), "250 " + text, false);
    return read.isPresent()
            && read.get() instanceof Expectation.Coded coded
            && coded.wording() instanceof Wording.Enhanced enhanced
        ? enhanced
        : new Wording.Sample(Template.literal(text.stripTrailing()));
  }

  /** Three dots or a slash would be read as a pattern, so the first character is spelled out. */
  private static Template body(String text) {
    if (text.equals("...") || text.startsWith("/")) {
      Template.Piece first = new Template.Hex(text.startsWith("/") ? "2F" : "2E");
      return new Template(List.of(first, new Template.Literal(text.substring(1))));
    }
    return Template.literal(text);
  }
}
