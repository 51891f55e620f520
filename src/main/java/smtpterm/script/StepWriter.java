package smtpterm.script;

import java.time.Duration;
import java.util.regex.Pattern;
import smtpterm.script.Expectation.Wording;

/** Writes a step as a line: {@code C: QUIT}. */
final class StepWriter {
  private static final Pattern ACT = Pattern.compile(" *<.*>\\s*");

  private StepWriter() {}

  /**
   * The line, without its end.
   *
   * @param message whether this is surely a line of a message
   */
  static String write(Step step, boolean message) {
    if (step instanceof Step.Note note) {
      String text = Letters.harmless(note.text()).stripTrailing();
      return text.isEmpty() ? "#" : "# " + text;
    } else if (step instanceof Step.ClientLine client) {
      String text = client(client.text(), message);
      return text.isEmpty() ? "C:" : "C: " + text;
    } else if (step instanceof Step.ServerLine server) {
      String pattern = server(server.expected());
      return pattern.isEmpty() ? "S:" : "S: " + pattern;
    }
    return directive(step);
  }

  /** Outside the message angle brackets would be a remark, and bullets a secret. */
  private static String client(Template text, boolean message) {
    String written = text.written();
    if (!message && (ACT.matcher(written).matches() || Masks.looksLike(written))) {
      return ACT.matcher(written).matches()
          ? TemplateWriter.firstSpelled(text).written()
          : TemplateWriter.lastSpelled(text).written();
    }
    return written;
  }

  private static String server(Expectation expected) {
    if (expected instanceof Expectation.Coded coded) {
      String wording = wording(coded.wording());
      String separator = coded.continued() ? "-" : wording.isEmpty() ? "" : " ";
      return String.join("|", coded.codes()) + separator + wording;
    } else if (expected instanceof Expectation.Anything anything) {
      return and("*", TemplateWriter.lastBlankSpelled(anything.sample()));
    } else if (expected instanceof Expectation.BodyLine body) {
      return body(body.text());
    } else if (expected instanceof Expectation.BodyPattern body) {
      return pattern(body.pattern(), body.sample());
    }
    return "...";
  }

  private static String body(Template text) {
    String written = text.written();
    boolean sign = written.startsWith("/") || written.stripTrailing().equals("...");
    boolean dot = !written.equals(".") && written.stripTrailing().equals(".");
    return sign || dot ? TemplateWriter.firstSpelled(text).written() : written;
  }

  private static String wording(Wording wording) {
    if (wording instanceof Wording.Sample sample) {
      Template text = TemplateWriter.lastBlankSpelled(sample.text());
      return ExpectationReader.isPattern(text.written())
          ? TemplateWriter.firstSpelled(text).written()
          : text.written();
    } else if (wording instanceof Wording.Exact exact) {
      return and("=", exact.text());
    } else if (wording instanceof Wording.Enhanced enhanced) {
      return enhanced.code();
    }
    Wording.Matching matching = (Wording.Matching) wording;
    return pattern(matching.pattern(), matching.sample());
  }

  private static String pattern(Regex regex, Template sample) {
    return and("/" + regex.pattern() + "/", TemplateWriter.lastBlankSpelled(sample));
  }

  private static String and(String sign, Template text) {
    return text.isEmpty() ? sign : sign + " " + text.written();
  }

  private static String directive(Step step) {
    if (step instanceof Step.Connect connect) {
      return argument("@connect", connect.target());
    } else if (step instanceof Step.Closed) {
      return "@closed";
    } else if (step instanceof Step.Timeout timeout) {
      return "@timeout " + time(timeout.limit());
    } else if (step instanceof Step.Wait wait) {
      return "@wait " + time(wait.time());
    } else if (step instanceof Step.Pause) {
      return "@pause";
    } else if (step instanceof Step.Assignment set) {
      return argument("@set " + set.name(), set.value());
    } else if (step instanceof Step.Pipelining pipelining) {
      return "@pipelining " + (pipelining.on() ? "on" : "off");
    } else if (step instanceof Step.SendFile send) {
      return argument("@send", send.file());
    }
    return argument("@include", ((Step.Include) step).file());
  }

  /** Blanks around an argument are none of it. */
  private static String argument(String before, Template text) {
    Template last = TemplateWriter.lastBlankSpelled(text);
    boolean blank = last.written().startsWith(" ") || last.written().startsWith("\t");
    return and(before, blank ? TemplateWriter.firstSpelled(last) : last);
  }

  private static String time(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }
}
