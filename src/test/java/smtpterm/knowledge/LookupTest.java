package smtpterm.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Whatever somebody asks about is found by its name, by a whole line, or is near to it. */
final class LookupTest {
  private final Catalog catalog = new Catalog(new Texts(Language.ENGLISH));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550                      | REPLY 550
          5xx                      | REPLY_CLASS 5xx
          599                      | REPLY 599
          465                      | PORT 465
          587                      | PORT 587
          :587                     | PORT 587
          submission               | PORT 587
          submissions              | PORT 465
          SMTPS                    | PORT 465
          ssmtp                    | PORT 465
          pop3s                    | PORT 995
          5.7.8                    | ENHANCED 5.7.8
          4.7.8                    | ENHANCED 4.7.8
          x.7.8                    | ENHANCED X.7.8
          7.8                      | ENHANCED X.7.8
          5.99.1                   | ENHANCED 5.99.1
          auth                     | COMMAND AUTH, KEYWORD AUTH, PARAMETER AUTH, POP3_COMMAND AUTH, POP3_REPLY AUTH
          SIZE                     | KEYWORD SIZE, PARAMETER SIZE
          SIZE=1200                | PARAMETER SIZE
          rcptmax                  | LIMIT RCPTMAX
          SCRAM-SHA-256            | MECHANISM SCRAM-SHA-256
          scram-sha-999            | MECHANISM SCRAM-*
          received                 | HEADER Received
          Message-ID:              | HEADER Message-ID
          ESMTPSA                  | TRANSPORT ESMTPSA
          STAT                     | POP3_COMMAND STAT
          quit                     | COMMAND QUIT, POP3_COMMAND QUIT
          EXPIRE                   | POP3_CAPABILITY EXPIRE
          [IN-USE]                 | POP3_REPLY IN-USE
          -ERR                     | POP3_REPLY -ERR
          +OK                      | POP3_REPLY +OK
          MAIL FROM:<anna@kolleg.de> | COMMAND MAIL
          RCPT TO:<bob@kolleg.de>  | COMMAND RCPT
          AUTH LOGIN               | COMMAND AUTH, POP3_COMMAND AUTH, MECHANISM LOGIN
          Subject: a party         | HEADER Subject
          550 5.1.1 No such user   | REPLY 550, ENHANCED 5.1.1
          250-PIPELINING           | REPLY 250, KEYWORD PIPELINING
          250 OK                   | REPLY 250
          -ERR [SYS/TEMP] later    | POP3_REPLY -ERR, POP3_REPLY SYS/TEMP
          +OK 2 320                | POP3_REPLY +OK
          """)
  void exactEntriesOfEveryKindAreFound(String asked, String expected) {
    Found found = catalog.find(asked);
    assertThat(names(found.entries())).isEqualTo(expected);
    assertThat(found.near()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MIAL         | COMMAND MAIL
          PIPELINE     | KEYWORD PIPELINING
          STARTTSL     | COMMAND STARTTLS
          Recieved     | HEADER Received
          SRAM-SHA-256 | MECHANISM SCRAM-SHA-256
          RETRE        | POP3_COMMAND RETR
          """)
  void whatIsNearComesFirst(String asked, String expected) {
    Found found = catalog.find(asked);
    assertThat(found.entries()).isEmpty();
    assertThat(found.near()).hasSizeLessThanOrEqualTo(6);
    assertThat(names(found.near().subList(0, 1))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"x", "'  '", "000", "hello world", "1234.5", "xyzzyxyzzy"})
  void nothingIsMadeUp(String asked) {
    assertThat(catalog.find(asked)).isEqualTo(new Found(List.of(), List.of()));
  }

  @Test
  void emptyAndEndlessQuestionsDoNoHarm() {
    assertThat(catalog.find("").entries()).isEmpty();
    assertThat(catalog.find(":").entries()).isEmpty();
    assertThat(catalog.find("A".repeat(1_000_000)).near()).isEmpty();
    assertThat(catalog.find("5".repeat(1_000_000)).entries()).isEmpty();
    assertThat(names(catalog.find("250-SIZE " + "9".repeat(10_000)).entries()))
        .isEqualTo("REPLY 250, KEYWORD SIZE");
  }

  @Test
  void theNumbersOfALineAreMadeReadable() {
    Entry size = catalog.find("250-SIZE 35882577").entries().get(1);
    assertThat(size.rows().get(0).label()).isEqualTo("Here");
    assertThat(size.value("here")).contains("takes messages up to 34.2 MiB");
    Entry old = catalog.find("250 AUTH=LOGIN PLAIN").entries().get(1);
    assertThat(old.value("here")).contains("you can log in with LOGIN or PLAIN");
    assertThat(catalog.find("250 STARTTLS").entries().get(1).value("here")).isEmpty();
  }

  private static String names(List<Entry> entries) {
    return entries.stream()
        .map(entry -> entry.kind() + " " + entry.name())
        .collect(Collectors.joining(", "));
  }
}
