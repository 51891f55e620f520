package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RecallTest {
  private static final List<String> NEWEST_FIRST =
      List.of("RCPT TO:<bob@x>", "MAIL FROM:<a@x>", "MAIL FROM:<anna@x>", "MAIL FROM:<anna@old>");

  private static String rest(String typed, String... unfit) {
    return Recall.rest(typed, NEWEST_FIRST.iterator(), line -> !List.of(unfit).contains(line));
  }

  @Test
  void theNewestLineThatGoesOnIsTaken() {
    assertThat(rest("MAIL FROM:<a")).isEqualTo("@x>");
    assertThat(rest("MAIL FROM:<an")).isEqualTo("na@x>");
    assertThat(rest("MAIL FROM:<an", "MAIL FROM:<anna@x>")).isEqualTo("na@old>");
  }

  @Test
  void nothingIsRecalledThatBeginsOtherwiseOrIsDone() {
    assertThat(rest("mail from:<a")).isEmpty();
    assertThat(rest("MAIL FROM:<anna@old>")).isEmpty();
    assertThat(rest("MAIL FROM:<b")).isEmpty();
  }

  @Test
  void aLongHistoryOfUnfitLinesIsNotJudgedToItsEnd() {
    int[] judged = {0};
    String rest =
        Recall.rest(
            "a",
            Stream.generate(() -> "ab").limit(10_000).iterator(),
            line -> {
              judged[0]++;
              return false;
            });
    assertThat(rest).isEmpty();
    assertThat(judged[0]).isLessThan(100);
  }
}
