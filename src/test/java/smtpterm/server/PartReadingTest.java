package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be played of a script, and on which port. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PartReadingTest {
  @Test
  void allThatCannotBePlayedIsToldAtOnce() {
    assertThat(
            Parts.errors(
                "@connect smtp://one.example",
                "S: 220",
                "C: EHLO a",
                "S: 250-/^AUTH/",
                "S: 250 /SIZE ([0-9]+)/ SIZE none",
                "C: AUTH SCRAM-SHA-256 ${answer}",
                "S: 334",
                "C: ${answer}",
                "S: 235",
                "C: AUTH digest-md5",
                "S: *",
                "C: AUTH SCRAM-SHA-1",
                "S: 504",
                "C: MAIL FROM:<a@b.example>",
                "S: 250 = from ${whom}",
                "C: RCPT TO:<c@d.example>",
                "S: 250 /^to/ to ${whom}",
                "C: QUIT",
                "@closed",
                "C: NOOP",
                "C: NOOP",
                "@connect smtp://two.example",
                "C: EHLO a"))
        .containsExactly(
            "4:1 NO_SAMPLE",
            "5:1 SAMPLE_DIFFERS",
            "6:1 MUTUAL_MECHANISM",
            "10:1 MUTUAL_MECHANISM",
            "15:1 UNKNOWN_TEXT",
            "17:1 UNKNOWN_TEXT",
            "20:1 SAID_AFTER_CLOSED",
            "22:1 SECOND_CONNECTION");
    assertThat(Parts.errors("C: NOOP", "@connect smtp://two.example", "C: NOOP"))
        .containsExactly("2:1 SECOND_CONNECTION");
  }

  @Test
  void anExpressionThatTakesTooLongIsNoExample() {
    long start = System.nanoTime();
    assertThat(
            Parts.errors(
                "C: NOOP", "S: 250 /(a|a)+(a|a)+(a|a)+b/ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))
        .containsExactly("2:1 SAMPLE_DIFFERS");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "S: 220~C: EHLO a|SMTP",
        "C: lhlo a~S: 250|LMTP",
        "S: +OK~C: QUIT|POP3",
        "C: STAT~C: QUIT|POP3",
        "C: LIST~S: 500|SMTP",
        "@connect mail.example:110~C: NOOP|POP3",
        "@connect mail.example:465~C: NOOP|SMTPS",
        "@connect mail.example:25~S: +OK~C: NOOP|POP3",
        "@connect submission://mail.example~C: NOOP|SUBMISSION",
        "@connect submissions://mail.example~C: NOOP|SMTPS",
        "@connect pop3s://mail.example~C: NOOP|POP3S",
        "@connect ${lmtp}~C: NOOP|LMTP",
        "@connect ${server:pop3://mail.example}~C: NOOP|POP3",
        "@connect ${server}~C: LHLO a|LMTP",
      })
  void whatIsSpokenTellsTheFile(String file, Service service) {
    assertThat(Parts.part(file.split("~")).service()).isEqualTo(service);
  }
}
