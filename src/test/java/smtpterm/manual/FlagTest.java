package smtpterm.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlagTest {
  private static Flag described(String description) {
    return new Flag(List.of("-x"), Optional.empty(), false, description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Show this help. | Show this help",
        "As smtps:// and pop3s:// do. | As smtps:// and pop3s:// do",
        "Wait so long (default: 10s). | Wait so long",
        "Reads a mail (an .eml file): text. | Reads a mail",
        "Go on; it stays marked. | Go on",
        "Colours: auto, always or never (default: auto). | Colours: auto, always or never",
        "The ending decides: .md or .html. Markdown without. | The ending decides: .md or .html",
        "Insist on the syntax of the RFC: angle brackets around addresses, no blank after the"
            + " colon. | Insist on the syntax of the RFC",
        "With --script: the whole line has to be as in the file, not only command and address."
            + " | With --script: the whole line has to be as in the file, not only command and"
            + " address",
        "Zum Beispiel z. B. so. Mehr dazu. | Zum Beispiel z. B. so. Mehr dazu",
      })
  void theSummaryIsTheFirstSentenceAndNoLongerThanNeeded(String description, String summary) {
    assertThat(described(description).summary()).isEqualTo(summary);
  }

  @Test
  void anOptionHasADescriptionAndNamesWithDashes() {
    assertThatThrownBy(() -> described(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Flag(List.of("x"), Optional.empty(), false, "Does it."))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
