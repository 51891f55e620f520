package smtpterm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import smtpterm.screen.Look;

final class StatusTextTest {
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

  private StatusText status(boolean watched, int columns) {
    return new StatusText(
        new PrintStream(octets, true, StandardCharsets.UTF_8), Look.plain(true), watched, columns);
  }

  private String written() {
    return octets.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aShorterSentenceLeavesNothingOfTheLongerOne() {
    StatusText status = status(true, 80);
    status.show("10 of 12");
    status.show("9 done");
    status.show("9 done");
    status.erase();
    status.erase();
    assertThat(written()).isEqualTo("\r10 of 12\r9 done  \b\b\r      \r");
  }

  @Test
  void itNeverFillsTheLastColumn() {
    status(true, 5).show("12345678");
    assertThat(written()).isEqualTo("\r1234");
  }

  @Test
  void whereNobodyWatchesNothingIsWritten() {
    StatusText status = status(false, 80);
    status.show("10 of 12");
    status.erase();
    assertThat(written()).isEmpty();
  }
}
