package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** So many clients from one address, so many commands a minute, and who has more is told so. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CallersTest {
  private final AtomicLong clock = new AtomicLong(5_000_000_000L);

  private static int commands(Caller caller) {
    int count = 0;
    while (caller.command()) {
      count++;
    }
    return count;
  }

  @Test
  void whoHasBeenQuietMaySayAsManyAtOnceAsInAMinute() {
    Caller caller = new Caller(60, clock::get);
    assertThat(commands(caller)).isEqualTo(60);
    clock.addAndGet(TimeUnit.SECONDS.toNanos(5));
    assertThat(commands(caller)).isEqualTo(5);
    clock.addAndGet(TimeUnit.HOURS.toNanos(5));
    assertThat(commands(caller)).isEqualTo(60);
  }

  @Test
  void comingAgainDoesNotHelpAndOthersAreNotToBlame() {
    Callers callers = new Callers(Limits.standard().withAddress(2, 10), clock::get);
    Caller first = callers.enter("192.168.1.7").orElseThrow();
    assertThat(commands(first)).isEqualTo(10);
    first.leave();
    assertThat(callers.enter("192.168.1.7").orElseThrow().command()).isFalse();
    assertThat(callers.enter("192.168.1.8").orElseThrow().command()).isTrue();
  }

  @Test
  void soManyFromOneAddressAndNoMoreUntilOneLeaves() {
    Callers callers = new Callers(Limits.standard().withAddress(2, 10), clock::get);
    Optional<Caller> first = callers.enter("192.168.1.7");
    assertThat(callers.enter("192.168.1.7")).isPresent();
    assertThat(callers.enter("192.168.1.7")).isEmpty();
    first.orElseThrow().leave();
    assertThat(callers.enter("192.168.1.7")).isPresent();
  }

  @Test
  void addressesAreForgottenSoThatTheyFillNoMemory() {
    Callers callers = new Callers(Limits.standard(), clock::get);
    assertThat(callers.enter("stays")).isPresent();
    for (int i = 0; i < 5_000; i++) {
      callers.enter("10.0." + i / 256 + "." + i % 256).orElseThrow().leave();
    }
    assertThat(callers.remembered()).isBetween(1_000, 1_001);
    assertThat(callers.enter("stays").orElseThrow().absent()).isFalse();
  }

  @Test
  void tooManyFromOneAddressAreToldAndLaterServed() throws IOException {
    Settings settings =
        Settings.standard()
            .withPort(0)
            .withLimits(Limits.standard().withAddress(2, Limits.NO_LIMIT));
    try (PracticeServer server = PracticeServer.start(settings, d -> {});
        Talk first = Talk.greeted(server)) {
      try (Talk second = Talk.greeted(server);
          Talk third = new Talk(server)) {
        assertThat(third.rest()).hasSize(1).first().asString().startsWith("421 4.3.2 ");
        assertThat(second.say("QUIT")).startsWith("221 ");
      }
      assertThat(first.say("NOOP")).startsWith("250 ");
    }
  }

  @Test
  void tooManyCommandsEndWithAWordButAMailOfManyLinesIsNone() throws IOException {
    Settings settings =
        Settings.standard()
            .withPort(0)
            .withLimits(Limits.standard().withAddress(Limits.NO_LIMIT, 10));
    try (PracticeServer server = PracticeServer.start(settings, d -> {});
        Talk talk = Talk.greeted(server)) {
      assertThat(talk.mail("bob@kolleg.de", "x\r\n".repeat(1_000))).startsWith("250 ");
      talk.send("NOOP\r\n".repeat(20));
      List<String> rest = talk.rest();
      assertThat(rest).hasSizeBetween(6, 8).last().asString().startsWith("421 4.7.0 Too many ");
      assertThat(rest.subList(0, rest.size() - 1)).allMatch(r -> r.startsWith("250 "));
    }
  }
}
