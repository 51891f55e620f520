package smtpterm.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.script.ScriptWriter;
import smtpterm.script.SourceText;

/** Commands to type, one below the other, with directives and remarks between them. */
class TypingListTest {
  @Test
  void outsideTheMessageDirectivesAndRemarksMeanWhatTheyMeanInASessionFile() {
    ScriptReading reading =
        read(
            """
            @connect localhost:2525
            # Ida writes.
            EHLO pc

            MAIL FROM:<ida@garten.example>
            RCPT TO:<emil@garten.example>
            data
            Subject: ${name}

            @wait 5s
            # no remark
            .
            @wait 10ms
            QUIT
            """);
    assertThat(reading.errors()).isEmpty();
    assertThat(ScriptWriter.write(reading.script()))
        .containsExactly(
            "@connect localhost:2525",
            "# Ida writes.",
            "C: EHLO pc",
            "C: MAIL FROM:<ida@garten.example>",
            "C: RCPT TO:<emil@garten.example>",
            "C: data",
            "C: Subject: $${name}",
            "C:",
            "C: @wait 5s",
            "C: # no remark",
            "C: .",
            "@wait 10ms",
            "C: QUIT");
  }

  @Test
  void aMisspeltDirectiveIsNamedInItsPlace() {
    assertThat(
            read("@wait 1s\nEHLO pc\n@timeout soon\nMAIL FROM:<ida@garten.example>\nQUIT\n")
                .errors())
        .extracting(error -> error.at().line() + " " + error.kind())
        .isEqualTo(List.of("3 " + ScriptError.Kind.BAD_DURATION));
  }

  private static ScriptReading read(String text) {
    return AnyNotation.read(SourceText.of(text), "");
  }
}
