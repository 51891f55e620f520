package smtpterm.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.script.ScriptError;
import smtpterm.script.ScriptReading;
import smtpterm.script.SourceText;

/** Files that are long rather than sensible take time in proportion to their length. */
class HostileTranscriptTest {
  /** Far more than is needed, far less than anything quadratic would take. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static ScriptReading read(String text) {
    return Assertions.assertTimeoutPreemptively(
        SOON, () -> AnyNotation.read(SourceText.of(text), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        ">",
        "<",
        " ",
        "1",
        "\"",
        "\\r\\n",
        "(",
        "250-",
        "C: ",
        "**",
        "<b>",
        "| ",
        "\t",
        "→ ",
        "a:",
        "{\"a\":\"b\"}",
        "S: 250 x C: NOOP ",
        "1.",
        "&lt;",
        "A=b "
      })
  void aLineOfAMebibyteIsReadLikeAnyOther(String unit) {
    String line = unit.repeat((1 << 20) / unit.length());
    read(">>> EHLO pc\n<<< 250-mx\n" + line + "\n<<< 250 Ok\n>>> QUIT\n<<< 221 Bye\n");
    read("EHLO pc\n250 Ok\nDATA\n354 go\n" + line + "\n.\n250 Ok\nQUIT\n221 Bye\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">> NOOP\n<< 250 Ok\n",
        "DATA\n354 go\ntext\n250 Ok\n",
        "DATA\n",
        "+OK\nLIST\n+OK\n\n",
        ">> DATA\n<< 354 go\nloose\n",
        "\n",
        "220 x\nfoo\n\n",
        "a\t\"b\n",
        ">> DATA\n",
        "354 x\n\n"
      })
  void aHundredThousandLinesTakeNoLongerEachThanAHundred(String lines) {
    int times = 100_000 / (int) lines.chars().filter(c -> c == '\n').count();
    read(">> EHLO pc\n<< 250 hi\n" + lines.repeat(times) + ">> QUIT\n<< 221 Bye\n");
    read("EHLO pc\n250 hi\n" + lines.repeat(times) + "QUIT\n221 Bye\n");
  }

  @Test
  void doubtsAreBounded() {
    ScriptReading reading = read(">> NOOP\n<< 250 Ok\n" + "who is who?\n".repeat(5000));
    assertThat(reading.doubts()).hasSize(100);
    assertThat(reading.doubts().get(0).kind()).isEqualTo(ScriptError.Kind.LEFT_OUT);
  }
}
