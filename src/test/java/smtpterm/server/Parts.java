package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import smtpterm.script.Plan;
import smtpterm.script.PlanReading;
import smtpterm.script.ScriptReading;
import smtpterm.script.SessionFiles;
import smtpterm.script.SourceText;

/** Servers that play what a test has written down. */
final class Parts {
  private Parts() {}

  /** The plan of a session file, which must be one. */
  static Plan plan(String file) {
    ScriptReading reading = SessionFiles.read(SourceText.of(file), "");
    assertThat(reading.errors()).as(file).isEmpty();
    PlanReading plan = Plan.of(reading.script());
    assertThat(plan.errors()).as(file).isEmpty();
    return plan.plan();
  }

  static ServerPart part(String... lines) {
    return part(false, lines);
  }

  static ServerPart part(boolean exact, String... lines) {
    PartReading reading = ServerPart.of(plan(String.join("\n", lines)), exact);
    assertThat(reading.errors()).isEmpty();
    return reading.part().orElseThrow();
  }

  /** What cannot be played: {@code 3:1 NO_SAMPLE}. */
  static List<String> errors(String... lines) {
    return ServerPart.of(plan(String.join("\n", lines)), false).errors().stream()
        .map(e -> e.at() + " " + e.kind())
        .toList();
  }

  /** A server that plays this on a free port. */
  static PracticeServer play(String... lines) throws IOException {
    return play(part(lines));
  }

  static PracticeServer play(ServerPart part) throws IOException {
    return PracticeServer.playing(part, Settings.standard().withPort(0), delivery -> {});
  }
}
