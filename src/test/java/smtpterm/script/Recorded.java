package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.Protocol;
import smtpterm.session.Ending;
import smtpterm.session.Notice;
import smtpterm.session.Session;
import smtpterm.session.Target;
import smtpterm.wire.Line;

/** What a recorder makes of a conversation: {@code C: QUIT} is typed, {@code S: 221} comes. */
final class Recorded implements Paper {
  private final List<String> lines = new ArrayList<>();
  private final Recorder recorder = new Recorder(this);
  private Session session;
  private int part;

  Recorded(String target) {
    connect(target);
  }

  void connect(String target) {
    try {
      Target to = Target.parse(target);
      session = new Session(to.dialect(), 0);
      recorder.connected(to, Optional.empty());
    } catch (Target.BadTarget e) {
      throw new AssertionError(e);
    }
  }

  /** Types lines behind {@code C: }, hidden ones behind {@code H: }, and lets the others come. */
  Recorded play(String... said) {
    for (String line : said) {
      String text = line.length() > 3 ? line.substring(3) : "";
      if (line.startsWith("S:")) {
        come(text);
      } else {
        recorder.hear(session.typed(text, line.startsWith("H:"), 0));
      }
    }
    return this;
  }

  private void come(String text) {
    Optional<Notice.Replied> replied = session.received(new Line(text, Line.Ending.CRLF, 0), 0);
    boolean pop3 = session.view().progress().protocol() == Protocol.POP3;
    if (pop3 && replied.map(Notice.Replied::told).orElse(true)) {
      recorder.hear(new Notice.Part(List.of(text), part++));
    }
    if (replied.isPresent()) {
      part = 0;
      recorder.hear(replied.get());
    }
  }

  Recorder recorder() {
    return recorder;
  }

  Recorded end(Ending.Cause cause) {
    recorder.hear(session.ended(cause, ""));
    return this;
  }

  /** The lines of the file behind its {@code @connect}, which is a session file as it stands. */
  List<String> lines() {
    readable(lines);
    return lines.subList(1, lines.size());
  }

  /** Whether these lines are read without any error, and would be written again as they are. */
  static Script readable(List<String> lines) {
    ScriptReading reading = ScriptReader.canonical(SourceText.of(String.join("\n", lines) + "\n"));
    assertThat(reading.errors()).as(String.join("\n", lines)).isEmpty();
    assertThat(ScriptWriter.write(reading.script())).isEqualTo(lines);
    assertThat(Plan.of(reading.script()).errors()).as(String.join("\n", lines)).isEmpty();
    return reading.script();
  }

  @Override
  public void connecting() {
    // The next line tells it.
  }

  @Override
  public void line(String line) {
    lines.add(line);
  }

  @Override
  public boolean file(Path file) {
    lines.add(ScriptWriter.sendLine(file.toString()));
    return false;
  }

  @Override
  public void fileLine(String line) {
    // The file has it.
  }

  @Override
  public void whole() {
    // Where it could be cut is asked of the memory.
  }
}
