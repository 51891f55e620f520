package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.protocol.Remark.Kind;

/** What is remarked while a mail is typed, and when. */
final class MessageWatchTest {
  /** Lines of one mail, and the remarks with the number of the line that brings them. */
  private static final String MAILS =
      """
      FROM / DATE / Subject: x / TO / / Hello. / . |
      FROM / DATE / Subject: x / / Hello. / . |
      FROM / DATE / SUBJECT: x / To: Bob <BOB@KOLLEG.DE>, / ␣carol@example.com / / Hi / . | 6 RECIPIENT_HIDDEN bob@kolleg.de 6 RECIPIENT_NOT_SERVED BOB@KOLLEG.DE
      FROM / DATE / Subject: x / TO / X-Any: 1 / Received: a / Received: b / / Hi / . |
      FROM / DATE / Subject: x / TO / / a: b / From: me / .. / ..x / . |
      FROM / DATE / Subject: x / TO / / / Subject: late / . |
      Hello Bob / how are you / . | 1 HEADER_FIRST
      Hello / . | 1 HEADER_FIRST
      / Hello / . | 1 FIELDS_MISSING From Date Subject
      / Subject: late / Date: late / . | 1 FIELDS_MISSING From Date Subject 2 FIELD_LATE Subject
      FROM / DATE / Subject: x / TO / Hello Bob / again / . | 5 EMPTY_LINE_MISSING
      Subject: x / Hello Bob / . | 2 EMPTY_LINE_MISSING
      Subject: x / / Hello / . | 2 FIELDS_MISSING From Date
      FROM / Subject: x / / Hello / . | 3 FIELDS_MISSING Date
      FROM / DATE / Subject: x / ␣␣ / Hello / . | 4 BLANKS_ONLY 5 EMPTY_LINE_MISSING
      FROM / DATE / Subject Party / / Hello / . | 3 FIELD_COLON Subject
      FROM / DATE / Subject; Party / / Hello / . | 3 FIELD_COLON Subject
      From anna@kolleg.de / DATE / Subject: x / / Hello / . | 1 FIELD_COLON From
      DATE / Subject: x / FROM / To bob@kolleg.de / / Hello / . | 4 FIELD_COLON To
      FROM / DATE / Subject: x / To be or not to be / . | 4 EMPTY_LINE_MISSING
      Form: Anna <anna@kolleg.de> / DATE / Subjekt: x / / Hi / . | 1 FIELD_MISSPELT Form From 3 FIELD_MISSPELT Subjekt Subject
      FROM / Datum: heute / Betreff: x / / Hi / . | 2 FIELD_MISSPELT Datum Date 3 FIELD_MISSPELT Betreff Subject
      Von: anna@kolleg.de / An: bob@kolleg.de / DATE / Subject: x / / Hi / . | 1 FIELD_MISSPELT Von From 2 FIELD_MISSPELT An To
      FROM / DATE / Subejct: x / / Hi / . | 3 FIELD_MISSPELT Subejct Subject
      FROM / DATE / Subject: x / Fcc: y / Hallo: z / X-Form: 1 / / Hi / . |
      FROM / DATE / ␣Subject: x / / Hi / . | 3 FIELD_INDENTED Subject 4 FIELDS_MISSING Subject
      FROM / DATE / Subject: x / Subject: y / / Hi / . | 4 FIELD_TWICE Subject
      FROM / DATE / Subject: x / TO / Bcc: carol@kolleg.de / / Hi / . | 5 BCC_SHOWN
      FROM / DATE / Subject: Grüße / Keywords: ä / / Hi / . | 3 HEADER_8BIT
      FROM / DATE / Subject: x / / Grüße / Ö / . | 5 TEXT_8BIT_UNDECLARED
      FROM / DATE / Subject: x / / LONG / LONG / . | 5 LINE_TOO_LONG 999
      . | 1 ENDED_EMPTY
      Subject: x / . | 2 ENDED_IN_HEADER
      FROM / DATE / Subject: x / / . |
      FROM / DATE / Subject: x / / Hi / .␣ / ␣. / . | 6 DOT_NOT_ALONE
      FROM / DATE / Subject: x / / Hi / .hidden / .again / . | 6 DOT_LOST
      FROM / DATE / Subject: x / / Hi / QUIT / quit / . | 6 COMMAND_IN_TEXT QUIT
      FROM / DATE / Subject: x / / Hi / rcpt to:<a@b> / . | 6 COMMAND_IN_TEXT RCPT TO
      RCPT TO:<a@b> / Subject: x / . | 1 COMMAND_IN_TEXT RCPT TO
      C: Subject: x / FROM / DATE / / Hi / . | 1 COPIED_MARK C: 4 FIELDS_MISSING Subject
      FROM / DATE / Subject: x / / Hi / C: more / . | 6 COPIED_MARK C:
      From: Boss <boss@example.com> / DATE / Subject: x / / Hi / . | 4 FROM_DIFFERS anna@kolleg.de boss@example.com
      From: boss@example.com / Sender: anna@kolleg.de / DATE / Subject: x / / Hi / . |
      From: Anna@kolleg.de / DATE / Subject: x / / Hi / . | 4 FROM_DIFFERS anna@kolleg.de Anna@kolleg.de
      From: Anna <anna@KOLLEG.de> / DATE / Subject: x / / Hi / . |
      From: Anna / DATE / Subject: x / / Hi / . | 4 ADDRESS_MISSING From
      FROM / DATE / Subject: x / To: Bob / / Hi / . | 5 ADDRESS_MISSING To
      FROM / DATE / Subject: x / To: undisclosed-recipients:; / / Hi / . |
      FROM / DATE / Subject: x / To: carol@kolleg.de / Cc: bob@kolleg.de / / Hi / . | 6 RECIPIENT_NOT_SERVED carol@kolleg.de
      FROM / DATE / Subject: x / To: carol@kolleg.de / Bcc: bob@kolleg.de / / Hi / . | 5 BCC_SHOWN 6 RECIPIENT_NOT_SERVED carol@kolleg.de
      From: boss@example.com / Hi / . | 2 EMPTY_LINE_MISSING 2 FROM_DIFFERS anna@kolleg.de boss@example.com
      """;

  private static Progress envelope() {
    return TypedLines.at("open").from("anna@kolleg.de").to("bob@kolleg.de");
  }

  @TestFactory
  List<DynamicTest> remarksComeOnceAndAtTheirLine() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String row : MAILS.lines().toList()) {
      int bar = row.lastIndexOf('|');
      String[] lines = row.substring(0, bar).strip().split(" ?/ ?", -1);
      tests.add(
          DynamicTest.dynamicTest(
              row,
              () -> {
                MessageWatch watch = new MessageWatch(envelope());
                StringBuilder found = new StringBuilder();
                for (int i = 0; i < lines.length; i++) {
                  for (Remark remark : watch.typed(line(lines[i]))) {
                    found.append(' ').append(i + 1).append(' ').append(remark.kind());
                    remark.arguments().forEach(a -> found.append(' ').append(a));
                  }
                }
                assertThat(found.toString().strip()).isEqualTo(row.substring(bar + 1).strip());
              }));
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(50);
    return tests;
  }

  @Test
  void everyKindIsInTheTable() {
    Set<Kind> missing = EnumSet.allOf(Kind.class);
    missing.removeIf(kind -> MAILS.contains(" " + kind));
    assertThat(missing).containsExactly(Kind.TEXT_8BIT_NOT_OFFERED);
  }

  @Test
  void whatMailDeclaredMayBeTyped() {
    assertThat(kinds(TypedLines.at("bare").from("a@b"), "X: y", "", "ä"))
        .contains(Kind.TEXT_8BIT_NOT_OFFERED);
    Progress utf8 = TypedLines.at("open").from("a@b", List.of("SMTPUTF8"));
    assertThat(kinds(utf8, "X: ä", "", "ä")).containsExactly(Kind.FIELDS_MISSING);
    Progress eight = TypedLines.at("open").from("a@b", List.of("SIZE=9", "BODY=8BITMIME"));
    assertThat(kinds(eight, "X: ä", "", "ä"))
        .containsExactly(Kind.HEADER_8BIT, Kind.FIELDS_MISSING);
  }

  @Test
  void aReportWithoutSenderDiffersFromNothing() {
    Progress report = TypedLines.at("open").from("").to("bob@kolleg.de");
    assertThat(kinds(report, "From: mailer-daemon@kolleg.de", "Date: x", "Subject: y", ""))
        .isEmpty();
  }

  @Test
  void behindTheLoneDotNothingIsRead() {
    assertThat(kinds(envelope(), ".", "Hello", "")).containsExactly(Kind.ENDED_EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          anna@kolleg.de                         | anna@kolleg.de
          Anna <anna@kolleg.de>                  | anna@kolleg.de
          "Berg, Anna" <anna@kolleg.de>, b@c     | anna@kolleg.de b@c
          "x@y" <a@b>                            | a@b
          a@b (me, at home (of course)), c@d     | a@b c@d
          Friends: a@b, Carol <c@d>;, e@f        | a@b c@d e@f
          <@relay:a@b>                           | a@b
          "a b"@c                                | "a b"@c
          Anna <a@b                              | a@b
          "open@quote                            | "open@quote
          Anna                                   | ``
          ,,;,                                   | ``
          """)
  void addressesAreFoundInHeaderLines(String value, String addresses) {
    assertThat(String.join(" ", FieldAddress.in(value).stream().map(FieldAddress::typed).toList()))
        .isEqualTo(addresses);
  }

  @Test
  void quotesThatChangeNothingAndTheCaseOfADomainMakeNoDifference() {
    assertThat(FieldAddress.of("\"anna\"@KOLLEG.DE")).isEqualTo(FieldAddress.of("anna@kolleg.de"));
    assertThat(FieldAddress.of("Anna@kolleg.de")).isNotEqualTo(FieldAddress.of("anna@kolleg.de"));
  }

  @Test
  void anEndlessHeaderIsNotKept() {
    MessageWatch watch = new MessageWatch(envelope());
    watch.typed("To: a@b");
    for (int i = 0; i < 5_000; i++) {
      watch.typed(" , name" + i + "@example.org");
    }
    assertThat(watch.typed("")).extracting(Remark::kind).contains(Kind.RECIPIENT_NOT_SERVED);
  }

  private static List<Kind> kinds(Progress progress, String... lines) {
    MessageWatch watch = new MessageWatch(progress);
    List<Kind> kinds = new ArrayList<>();
    for (String line : lines) {
      watch.typed(line).forEach(remark -> kinds.add(remark.kind()));
    }
    return kinds;
  }

  private static String line(String cell) {
    return switch (cell) {
      case "FROM" -> "From: Anna <anna@kolleg.de>";
      case "TO" -> "To: bob@kolleg.de";
      case "DATE" -> "Date: Mon, 16 Nov 2026 09:00:00 +0100";
      case "LONG" -> "x".repeat(999);
      default -> cell.replace('␣', ' ');
    };
  }
}
