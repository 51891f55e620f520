package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyFlaw;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Mistakes of the server are named, each in a row of its own. */
final class ServerFlawsTest {
  @Test
  void flawsOfTheServerAreNamed() {
    Reply reply = new Reply("250", List.of("250 ok"), EnumSet.allOf(ReplyFlaw.class));
    Progress progress = Progress.at(Phase.MAIL);
    Moment moment =
        new Moment(progress, Optional.of(new Asked(Asked.Kind.COMMAND, "NOOP")), reply, progress);
    List<Explanation.Detail> rows = explainer(Language.GERMAN).explain(moment).details();
    assertThat(rows).hasSameSizeAs(ReplyFlaw.values());
    assertThat(rows.get(2).sentence())
        .isEqualTo("der Server beendet Zeilen nur mit LF; die Regel ist CR LF");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          250 2.1.0 ok                | -
          250 5.1.0 ok                | 250 and 5.1.0
          550 2.1.0 no                | 550 and 2.1.0
          354 2.0.0 go                | 354 and 2.0.0
          354 go                      | -
          250-2.1.0 a^250 2.1.0 b     | -
          250-2.1.0 a^250 2.1.5 b     | 2.1.0, 2.1.5
          250-2.1.0 a^250 b           | -
          250 %s                      | too long
          334 %s                      | -
          """)
  void contradictionsOfTheServerAreNamed(String reply, String left) {
    String[] lines = reply.replace("%s", "x".repeat(600)).split("\\^", -1);
    Progress progress = Progress.at(Phase.MAIL);
    Moment moment =
        new Moment(
            progress,
            Optional.of(new Asked(Asked.Kind.COMMAND, "NOOP")),
            Reply.of(lines),
            progress);
    assertThat(
            explainer(Language.ENGLISH).explain(moment).details().stream()
                .filter(row -> !row.left().matches("[0-9]\\.[0-9]\\.[0-9]"))
                .map(Explanation.Detail::left)
                .toList())
        .isEqualTo(left == null ? List.of() : List.of(left));
  }

  private static Explainer explainer(Language language) {
    return new Explainer(new Texts(language), Optional.empty());
  }
}
