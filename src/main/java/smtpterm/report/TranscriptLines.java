package smtpterm.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import smtpterm.screen.Look;
import smtpterm.text.Texts;

/** What was said as plain text, in the form of session files: {@code C: QUIT}, {@code S: 221}. */
final class TranscriptLines {
  private static final Look LOOK = Look.plain(true);

  private final Texts texts;
  private final ComplaintLines complaints = new ComplaintLines(LOOK);

  TranscriptLines(Texts texts) {
    this.texts = Objects.requireNonNull(texts, "texts");
  }

  List<String> of(List<Scene> scenes) {
    List<String> lines = new ArrayList<>();
    for (Scene scene : scenes) {
      if (scene instanceof Scene.Said said) {
        lines.add(said.line().isEmpty() ? "C:" : "C: " + LOOK.foreign(said.line()));
      } else if (scene instanceof Scene.Answered answered) {
        answered.lines().forEach(line -> lines.add("S: " + LOOK.foreign(line)));
      } else if (scene instanceof Scene.Noted noted) {
        lines.add("# " + LOOK.own(noted.text()));
      } else if (scene instanceof Scene.Happened happened) {
        lines.add("# " + LOOK.own(happened.sentence()));
      } else if (scene instanceof Scene.LeftOut leftOut) {
        lines.add("# " + texts.say("report.left-out", leftOut.scenes()));
      } else if (scene instanceof Scene.Failed failed) {
        complaints.of(failed.complaint()).forEach(line -> lines.add("   " + line));
      }
    }
    return lines;
  }
}
