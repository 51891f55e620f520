package smtpterm.script;

import java.util.List;
import java.util.stream.Collectors;
import smtpterm.script.Plan.Act;

/** Plans as text, so that tests are tables: {@code COMMAND QUIT > 221}. */
final class Plans {
  private Plans() {}

  static PlanReading of(String... lines) {
    ScriptReading reading = ScriptReader.canonical(SourceText.of(String.join("\n", lines)));
    if (!reading.errors().isEmpty()) {
      throw new AssertionError(reading.errors());
    }
    return Plan.of(reading.script());
  }

  static List<String> acts(String... lines) {
    PlanReading reading = of(lines);
    if (!reading.errors().isEmpty()) {
      throw new AssertionError(reading.errors());
    }
    return reading.plan().acts().stream().map(Plans::told).toList();
  }

  static List<String> errors(String... lines) {
    return of(lines).errors().stream().map(e -> e.at() + " " + e.kind()).toList();
  }

  private static String told(Act act) {
    if (act instanceof Act.Line line) {
      String mark = line.sameRound() ? "+" : "";
      String said =
          ScriptWriter.write(new Script(List.of(line.step()))).get(0).substring(2).strip();
      return (mark + line.kind() + " " + said + replies(line.replies())).strip()
          + (line.drawsReply() || line.kind() == Plan.Kind.TEXT ? "" : " (silent)");
    } else if (act instanceof Act.Sending sending) {
      return "SENDING" + replies(sending.replies());
    } else if (act instanceof Act.Unasked unasked) {
      return (unasked.greeting() ? "GREETING" : "UNASKED") + replies(List.of(unasked.reply()));
    }
    return ScriptWriter.write(new Script(List.of(((Act.Other) act).step()))).get(0);
  }

  private static String replies(List<Awaited> replies) {
    return replies.stream().map(r -> " > " + Plans.lines(r)).collect(Collectors.joining());
  }

  private static String lines(Awaited reply) {
    return ScriptWriter.write(new Script(List.copyOf(reply.lines()))).stream()
        .map(line -> line.substring(2).strip())
        .collect(Collectors.joining("/"));
  }
}
