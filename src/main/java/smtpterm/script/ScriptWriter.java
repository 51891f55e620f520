package smtpterm.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Writes a script in the form of our own: {@code C: QUIT}, {@code S: 221}. */
public final class ScriptWriter {
  private final Conversation conversation = new Conversation();
  private final List<Said> said = new ArrayList<>();
  private final List<Step.ServerLine> heard = new ArrayList<>();
  private boolean message;
  private int replies;
  private boolean body;

  /** Begins a file that is written line by line, while the conversation goes on. */
  ScriptWriter() {}

  /** The lines of the file, without their ends. */
  public static List<String> write(Script script) {
    Set<Step> message = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Plan.Act act : Plan.of(script).plan().acts()) {
      if (act instanceof Plan.Act.Line line
          && (line.kind() == Plan.Kind.TEXT || line.kind() == Plan.Kind.CHUNK)) {
        message.add(line.step());
      }
    }
    return script.steps().stream()
        .map(step -> StepWriter.write(step, message.contains(step)))
        .toList();
  }

  /** The line that sends a file: {@code @send letters/big.eml}. */
  public static String sendLine(String file) {
    return StepWriter.write(new Step.SendFile(Recorder.NOWHERE, Template.literal(file)), false);
  }

  /** A remark: {@code # TLS 1.3}. */
  public static String noteLine(String text) {
    return StepWriter.write(new Step.Note(Recorder.NOWHERE, text), false);
  }

  /** The next line of the file, without its end. */
  String line(Step step) {
    if (step instanceof Step.ClientLine line) {
      say(Said.of(line.text()));
    } else if (step instanceof Step.SendFile) {
      say(Said.file());
    } else if (step instanceof Step.ServerLine line) {
      hear(line);
    } else if (!step.aside()) {
      close();
      if (step instanceof Step.Connect connect) {
        conversation.connect(connect);
      }
      message = conversation.inMessage();
    }
    // What replies still to come may decide is written as it reads the same in any case.
    String line = StepWriter.write(step, message);
    boolean end = !said.isEmpty() && said.get(said.size() - 1).ends();
    message = message && !end;
    return line;
  }

  /** Whether what the server says next is a line of a multi-line answer of POP3. */
  boolean body() {
    return body;
  }

  private void hear(Step.ServerLine line) {
    if (line.expected() instanceof Expectation.BodyLine text) {
      body = body && text.text().fixed().filter(t -> t.equals(".")).isEmpty();
    } else if (line.expected() instanceof Expectation.Coded coded) {
      heard.add(line);
      replies += coded.continued() ? 0 : 1;
      body =
          coded.codes().contains("+OK")
              && replies <= said.size()
              && Bodies.dotted(said.get(replies - 1).command());
    } else if (line.expected() instanceof Expectation.Anything) {
      heard.add(line);
      replies++;
      body = false;
    }
  }

  private void say(Said line) {
    if (!heard.isEmpty()) {
      close();
      message = conversation.inMessage();
    }
    said.add(line);
  }

  private void close() {
    if (!said.isEmpty() || !heard.isEmpty()) {
      conversation.round(said, Awaited.all(heard));
    }
    said.clear();
    heard.clear();
    replies = 0;
    body = false;
  }
}
