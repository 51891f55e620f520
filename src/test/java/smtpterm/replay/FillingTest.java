package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.testing.RecordingServer;

/** What the places of a line are filled with. */
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
final class FillingTest {
  private RecordingServer server;

  @BeforeEach
  void start() throws IOException {
    server = RecordingServer.smtp(Map.of("VRFY", "250 queued as 4711\r\n"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static final Variables GIVEN =
      new Variables(
          Map.of("a", "line", "b", "line"),
          Map.of("a", "file", "c", "file"),
          Map.of("a", "env", "c", "env", "d", "env"));

  private String sent(String... lines) {
    Outcome outcome = new Run().at(server).in(m -> m.with(GIVEN)).play(lines);
    assertThat(Run.failures(outcome)).isEmpty();
    return server.received().replace("\r\n", "|");
  }

  @ParameterizedTest
  @CsvSource({
    "C: NOOP ${a}, NOOP line|",
    "C: NOOP ${c}, NOOP file|",
    "C: NOOP ${d}, NOOP env|",
    "C: NOOP ${e:else}, NOOP else|",
    "C: NOOP ${e:${d}!}, NOOP env!|",
    "C: NOOP ${d:else}, NOOP env|",
    "@set a file;C: NOOP ${a}, NOOP line|",
    "@set a file;@set a later;C: NOOP ${a}, NOOP later|",
    "@set c set;C: NOOP ${c}, NOOP set|",
    "@set x 1${d};@set d 2;C: NOOP ${x}${d}, NOOP 1env2|",
    "C: VRFY q;S: 250 /as (?<a>\\d+)/;C: NOOP ${a}, VRFY q|NOOP 4711|",
    "C: NOOP ${base64:anna}, NOOP YW5uYQ==|",
    "C: NOOP ${base64:${hex:00}anna${hex:00}${d}}, NOOP AGFubmEAZW52|",
    "C: NOOP ${hex:C3}${hex:A4}, NOOP ä|",
    "C: NOOP $${a}, NOOP ${a}|",
    "@set x $${a};C: NOOP ${x}, NOOP ${a}|",
    "C: NOOP ${secret:wrong-password}, NOOP not the password|",
    "@set wrong-password x;C: NOOP ${secret:wrong-password}, NOOP x|",
    "'C:   NOOP  ', '  NOOP  |'",
  })
  void placesAreFilledIn(String lines, String expected) {
    assertThat(sent(lines.split(";", -1))).isEqualTo(expected);
  }

  @Test
  void octetsThatAreNoTextGoOutAsTheyAre() {
    sent("C: NOOP ${hex:E41BFF}");
    assertThat(server.peer().receivedOctets())
        .containsExactly('N', 'O', 'O', 'P', ' ', 0xE4, 0x1B, 0xFF, '\r', '\n');
  }

  @Test
  void theDateIsThatOfTheClockAsTheHeaderWantsIt() {
    Clock clock = Clock.fixed(Instant.parse("2026-03-05T07:08:09Z"), ZoneId.of("Europe/Berlin"));
    Manner manner = Manner.usual();
    Manner timed =
        new Manner(
            manner.target(),
            manner.variables(),
            Optional.of(Run.LONG),
            false,
            manner.secrets(),
            manner.folder(),
            false,
            clock);
    Run run = new Run().in(m -> timed).at(server);
    run.play("C: NOOP ${date}");
    assertThat(server.received()).isEqualTo("NOOP Thu, 5 Mar 2026 08:08:09 +0100\r\n");
  }

  @Test
  void identifiersAreNewEachTime() {
    String said = sent("C: NOOP ${message-id} ${message-id} ${uuid} ${hostname}");
    String[] words = said.replace("|", "").split(" ", -1);
    assertThat(words[1]).matches("<[0-9a-f-]{36}@[A-Za-z0-9.-]+>").isNotEqualTo(words[2]);
    assertThat(words[3]).matches("[0-9a-f-]{36}");
    assertThat(words[1]).contains("@" + words[4] + ">");
  }

  @Test
  void allUnknownNamesAreToldBeforeAnythingIsConnected() {
    Run run = new Run().at(server);
    Outcome outcome =
        run.play(
            "C: NOOP ${who}",
            "S: 250 /(?<id>.)/ ${sample}",
            "C: NOOP ${id} ${base64:${you}}",
            "@set late x",
            "C: NOOP ${late}");
    assertThat(Run.failures(outcome))
        .containsExactly("1 UNKNOWN_NAME [who]", "3 UNKNOWN_NAME [you]");
    assertThat(outcome.failures().get(0).at().column()).isEqualTo(9);
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(run.watcher.told).doesNotContain("connecting");
  }

  @Test
  void aGroupThatTookNoPartInTheMatchLeavesItsNameUnknown() {
    Outcome outcome =
        new Run().at(server).play("C: VRFY q", "S: 250 /queued|(?<id>no)/", "C: NOOP ${id}");
    assertThat(Run.failures(outcome)).containsExactly("3 UNKNOWN_NAME [id]");
    assertThat(outcome.exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"'x\r\nRSET'", "'x\nRSET'", "'x\rRSET'", "'x\0'"})
  void aValueOfMoreThanOneLineIsRefusedAtItsPlace(String value) {
    Variables bad = new Variables(Map.of("v", value), Map.of(), Map.of());
    Outcome outcome =
        new Run().at(server).in(m -> m.with(bad)).play("C: EHLO me", "C: NOOP ab${v}");
    assertThat(Run.failures(outcome)).containsExactly("2 UNSENDABLE []");
    assertThat(outcome.failures().get(0).at().column()).isEqualTo(11);
    assertThat(server.received()).isEqualTo("EHLO me\r\n");
  }

  @Test
  void aBillionLaughsAreCutShort() {
    List<String> lines = new ArrayList<>(List.of("@set a 0123456789"));
    for (int i = 0; i < 40; i++) {
      lines.add("@set a ${a}${a}");
    }
    lines.add("C: NOOP ${a}");
    Outcome outcome = new Run().at(server).play(lines.toArray(String[]::new));
    assertThat(Run.failures(outcome)).containsExactly("14 TOO_LONG [64]");
    assertThat(outcome.exitCode()).isEqualTo(3);
  }

  @Test
  void aLineStaysBelowOneMebibyte() {
    List<String> lines = new ArrayList<>(List.of("@set a 0123456789abcdef"));
    for (int i = 0; i < 12; i++) {
      lines.add("@set a ${a}${a}");
    }
    lines.add("C: NOOP " + "${a}".repeat(20));
    Outcome outcome = new Run().at(server).play(lines.toArray(String[]::new));
    assertThat(Run.failures(outcome)).containsExactly("14 TOO_LONG [1024]");
  }

  @Test
  void aTargetIsFilledInToo() {
    Outcome outcome =
        new Run().play("@set p " + server.port(), "@connect ${h:127.0.0.1}:${p}", "C: NOOP");
    assertThat(Run.failures(outcome)).isEmpty();
    Outcome bad = new Run().play("@set p x", "@connect 127.0.0.1:${p}", "C: NOOP");
    assertThat(Run.failures(bad)).containsExactly("2 BAD_TARGET [127.0.0.1:x]");
    assertThat(bad.exitCode()).isEqualTo(3);
  }

  @Test
  void withoutAnyTargetNothingIsPlayed() {
    Outcome outcome = new Run().play("C: NOOP");
    assertThat(Run.failures(outcome)).containsExactly("1 NO_TARGET []");
    assertThat(outcome.exitCode()).isEqualTo(3);
  }
}
