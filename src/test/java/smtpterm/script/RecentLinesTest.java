package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The newest lines are kept, the oldest are counted. */
final class RecentLinesTest {
  private final RecentLines lines = new RecentLines(1_000);

  private List<String> all() {
    return lines.pieces().flatMap(List::stream).toList();
  }

  private void connection(int number, int exchanges) {
    lines.connecting();
    lines.line("@connect host:" + number);
    for (int i = 0; i < exchanges; i++) {
      lines.line("C: NOOP " + number + " " + i);
      lines.line("S: 250 ok");
      lines.whole();
    }
  }

  @Test
  void aShortConversationIsKeptWhole() {
    connection(1, 2);
    assertThat(all())
        .containsExactly("@connect host:1", "C: NOOP 1 0", "S: 250 ok", "C: NOOP 1 1", "S: 250 ok");
    assertThat(lines.dropped()).isZero();
    assertThat(lines.count()).isEqualTo(5);
  }

  @Test
  void whatIsTooMuchGoesFromTheOldestOnAndIsCounted() {
    connection(1, 100);
    assertThat(all()).startsWith("@connect host:1").endsWith("C: NOOP 1 99", "S: 250 ok");
    assertThat(all().get(1)).startsWith("C: NOOP");
    assertThat(lines.dropped() + all().size()).isEqualTo(201);
    assertThat(all()).hasSizeBetween(10, 40);
  }

  @Test
  void aConnectionOfWhichNothingIsLeftGoesWhole() {
    connection(1, 3);
    connection(2, 100);
    assertThat(all()).startsWith("@connect host:2").doesNotContain("@connect host:1");
    assertThat(lines.dropped() + all().size()).isEqualTo(208);
  }

  @Test
  void whatAloneIsTooLongIsLeftOutAndTheRestIsKept() {
    connection(1, 1);
    lines.line("C: RETR 1");
    for (int i = 0; i < 100; i++) {
      lines.line("S: a line of a long mail");
    }
    assertThat(lines.count()).isEqualTo(3);
    lines.whole();
    lines.line("C: QUIT");
    assertThat(all()).containsExactly("@connect host:1", "C: NOOP 1 0", "S: 250 ok", "C: QUIT");
    assertThat(lines.dropped()).isEqualTo(101);
  }

  @Test
  void aMessageOutOfAFileIsKeptByItsName() {
    connection(1, 0);
    lines.file(Path.of("big.eml"));
    lines.fileLine("C: text");
    lines.fileLine("C: .");
    lines.line("S: 250 ok");
    assertThat(all().get(1)).startsWith("@send /").endsWith("/big.eml");
    assertThat(all()).hasSize(3);
    assertThat(lines.unfinished()).hasSize(2);
  }
}
