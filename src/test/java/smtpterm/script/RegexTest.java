package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions of strangers, on lines of strangers. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegexTest {
  @Test
  void aMatchAnywhereInTheLineIsFoundWithItsNamedGroups() {
    Regex regex = Regex.of("queued as (?<id>\\S+)(?: by (?<who>\\w+))?$");
    assertThat(regex.names()).containsExactly("id", "who");
    assertThat(regex.find("2.0.0 Ok: queued as 4F2"))
        .isEqualTo(new Regex.Result(Regex.Outcome.FOUND, Map.of("id", "4F2")));
    assertThat(regex.find("queued as 4F2 by mx").named()).containsEntry("who", "mx");
    assertThat(regex.find("queued").outcome()).isEqualTo(Regex.Outcome.NOT_FOUND);
    assertThat(Regex.of("^b|(?<=a)c\\b").find("ac").found()).isTrue();
    assertThat(Regex.of("^b").find("ab").found()).isFalse();
    assertThat(Regex.of("[(?<a>](?<b>x)\\(?<c>\\Q(?<d>\\E").names()).containsExactly("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+b",
        "(a|aa)+b",
        "(.*)*(.*)*(.*)*(.*)*x",
        "(?:a|b|)*c",
        "(?:.?){400}(?:.?){400}x",
        "(a?){50}(a?){50}(a?){50}\\1\\2\\3c"
      })
  void aSearchThatTakesTooLongIsGivenUp(String source) {
    long start = System.nanoTime();
    Regex.Result result = Regex.of(source).find("a".repeat(50_000));
    assertThat(result.outcome()).isEqualTo(Regex.Outcome.GAVE_UP);
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^{2000000000}",
        "(?:(?:){99999}){99999}",
        "(?:(?:(?:\\b{50}){50}){50}){50}",
        "()\\1{2000000000}",
        "\\Qa\\E(?:[)]|){2000000000}"
      })
  void whatRunsInCirclesWithoutReadingIsRefused(String source) {
    assertThatThrownBy(() -> Regex.of(source)).isInstanceOf(PatternSyntaxException.class);
  }

  @Test
  void hugeAndDeepOnesAreRefusedOrCompiledButNeverBreakAnything() {
    assertThatThrownBy(() -> Regex.of("a".repeat(1001))).isInstanceOf(PatternSyntaxException.class);
    assertThat(Regex.of("(".repeat(500) + ")".repeat(500)).find("").found()).isTrue();
    assertThatThrownBy(() -> Regex.of("[".repeat(999))).isInstanceOf(PatternSyntaxException.class);
    String uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}";
    assertThat(Regex.of(uuid).find("01234567-89ab-cdef-0123-456789abcdef").found()).isTrue();
  }
}
