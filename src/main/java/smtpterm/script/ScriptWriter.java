package smtpterm.script;

import java.time.Duration;
import java.util.List;
import smtpterm.script.Expectation.Wording;

/** Writes a script in the form of our own: {@code C: QUIT}, {@code S: 221}. */
public final class ScriptWriter {
  private final Course course = new Course();

  private ScriptWriter() {}

  /** The lines of the file, without their ends. */
  public static List<String> write(Script script) {
    ScriptWriter writer = new ScriptWriter();
    return script.steps().stream().map(writer::line).toList();
  }

  private String line(Step step) {
    if (step instanceof Step.Note note) {
      return note.text().isEmpty() ? "#" : "# " + harmless(note.text());
    } else if (step instanceof Step.ClientLine client) {
      return client(client.text());
    } else if (step instanceof Step.ServerLine server) {
      return ("S: " + server(server.expected())).stripTrailing();
    }
    return directive(step);
  }

  /** Outside the message a line of angle brackets would be a remark. */
  private String client(Template text) {
    String written = text.written();
    boolean act = !course.message() && written.startsWith("<") && written.strip().endsWith(">");
    course.client(written);
    return written.isEmpty() ? "C:" : "C: " + (act ? "${hex:3C}" + written.substring(1) : written);
  }

  private String server(Expectation expected) {
    if (expected instanceof Expectation.Coded coded) {
      course.server(coded.invitesMessage() ? "354" : coded.codes().get(0), coded.continued());
      return String.join("|", coded.codes())
          + (coded.continued() ? "-" : " ")
          + wording(coded.wording());
    } else if (expected instanceof Expectation.Anything anything) {
      course.server("*", false);
      return "* " + anything.sample().written();
    } else if (expected instanceof Expectation.BodyLine body) {
      String written = body.text().written();
      course.bodyLine(written);
      return written;
    } else if (expected instanceof Expectation.BodyPattern body) {
      return "/" + body.pattern().pattern() + "/ " + body.sample().written();
    }
    return "...";
  }

  private static String wording(Wording wording) {
    if (wording instanceof Wording.Sample sample) {
      return sample.text().written();
    } else if (wording instanceof Wording.Exact exact) {
      return "= " + exact.text().written();
    } else if (wording instanceof Wording.Enhanced enhanced) {
      return enhanced.code();
    }
    Wording.Matching matching = (Wording.Matching) wording;
    return "/" + matching.pattern().pattern() + "/ " + matching.sample().written();
  }

  private static String directive(Step step) {
    if (step instanceof Step.Connect connect) {
      return "@connect " + connect.target().written();
    } else if (step instanceof Step.Closed) {
      return "@closed";
    } else if (step instanceof Step.Timeout timeout) {
      return "@timeout " + time(timeout.limit());
    } else if (step instanceof Step.Wait wait) {
      return "@wait " + time(wait.time());
    } else if (step instanceof Step.Pause) {
      return "@pause";
    } else if (step instanceof Step.Assignment set) {
      return ("@set " + set.name() + " " + set.value().written()).stripTrailing();
    } else if (step instanceof Step.Pipelining pipelining) {
      return "@pipelining " + (pipelining.on() ? "on" : "off");
    } else if (step instanceof Step.SendFile send) {
      return "@send " + send.file().written();
    }
    return "@include " + ((Step.Include) step).file().written();
  }

  private static String time(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  /** A remark is shown and never sent, so what would move the cursor is left out. */
  private static String harmless(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
  }
}
