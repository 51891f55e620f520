package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server bears, where nobody says otherwise. */
final class LimitsTest {
  private static final Limits STANDARD = Limits.standard();

  /** RFC 5321 section 4.5.3.2.7 and RFC 1939 section 3. */
  @ParameterizedTest
  @EnumSource(Channel.Role.class)
  void aClientHasAsLongAsItsProtocolWants(Channel.Role role) {
    assertThat(STANDARD.patience(role))
        .isEqualTo(Duration.ofMinutes(role == Channel.Role.POP3 ? 10 : 5));
  }

  @Test
  void whoIsTooImpatientOrTooPatientOrTooPoorIsNoServer() {
    for (Duration wrong :
        List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofNanos(5), Duration.ofDays(2))) {
      assertThatThrownBy(() -> STANDARD.withPatience(wrong)).hasMessageContaining("patience");
    }
    assertThatThrownBy(() -> STANDARD.withBudget(Limits.SMALLEST_BUDGET - 1))
        .hasMessageContaining("budget");
    assertThatThrownBy(() -> STANDARD.withLargestMail(0)).hasMessageContaining("largestMail");
    assertThatThrownBy(() -> STANDARD.withClients(0)).hasMessageContaining("clients");
    assertThatThrownBy(() -> STANDARD.withAddress(0, 1)).hasMessageContaining("clients");
  }
}
