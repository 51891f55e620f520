package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import smtpterm.protocol.LineFlaw.Kind;

/** What is wrong with a typed line, and that nothing is said about one that is right. */
final class LineFlawsTest {
  @TestFactory
  List<DynamicTest> aRightLineHasNoFlawAndNoneOfItsBeginningsIsBeyondRepair() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String row : TypedLines.RIGHT.lines().toList()) {
      String line = row.substring(8);
      Progress progress = TypedLines.at(row.substring(0, 5).strip());
      tests.add(
          DynamicTest.dynamicTest(
              row,
              () -> {
                assertThat(LineFlaws.in(progress, LineKind.COMMAND, line)).isEmpty();
                for (int end = 0; end <= line.length(); end++) {
                  String begun = line.substring(0, end);
                  assertThat(LineFlaws.soFar(progress, LineKind.COMMAND, begun))
                      .as(begun)
                      .isEmpty();
                }
              }));
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(80);
    return tests;
  }

  @TestFactory
  List<DynamicTest> aWrongLineIsMarkedWhereItIsWrong() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String row : WrongLines.TABLE.lines().toList()) {
      String[] cells = row.split(" \\| ?", -1);
      String line = TypedLines.typed(cells[1].strip());
      tests.add(
          DynamicTest.dynamicTest(
              row,
              () -> {
                List<LineFlaw> flaws =
                    LineFlaws.in(TypedLines.at(cells[0].strip()), LineKind.COMMAND, line);
                String kinds =
                    flaws.stream().map(f -> f.kind().name()).collect(Collectors.joining(" "));
                assertThat(kinds).isEqualTo(cells[2].strip());
                if (!flaws.isEmpty()) {
                  String marked = line.substring(flaws.get(0).from(), flaws.get(0).to());
                  assertThat(marked).isEqualTo(TypedLines.typed(cells[3]));
                }
              }));
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(150);
    return tests;
  }

  @Test
  void everyKindIsInTheTable() {
    Set<Kind> missing = EnumSet.allOf(Kind.class);
    missing.removeIf(kind -> WrongLines.TABLE.matches("(?s).*\\b" + kind + "\\b.*"));
    // Pop3FlawsTest has those of POP3.
    assertThat(missing)
        .containsExactlyInAnyOrder(
            Kind.TOO_LONG,
            Kind.EMPTY,
            Kind.SMTP,
            Kind.HELLO_ELSEWHERE,
            Kind.MAIL_NUMBER_MISSING,
            Kind.TOP_LINES_MISSING,
            Kind.LOGIN_FIRST,
            Kind.USER_FIRST);
  }

  @Test
  void anEmptyLineIsAFlawOnlyOnceItIsSent() {
    assertThat(kinds("open", LineKind.COMMAND, "")).containsExactly(Kind.EMPTY);
    assertThat(kinds("open", LineKind.COMMAND, "  ")).containsExactly(Kind.EMPTY);
    assertThat(LineFlaws.soFar(TypedLines.at("open"), LineKind.COMMAND, "")).isEmpty();
  }

  @Test
  void aLineMayBeAsLongAsItsCommandAllows() {
    String name = "x".repeat(505);
    assertThat(kinds("hello", LineKind.COMMAND, "EHLO " + name)).isEmpty();
    List<LineFlaw> flaws =
        LineFlaws.in(TypedLines.at("hello"), LineKind.COMMAND, "EHLO " + name + "yz");
    assertThat(flaws).containsExactly(new LineFlaw(Kind.TOO_LONG, 510, 512, "512", false));
    String umlauts = "NOOP " + "ä".repeat(300);
    assertThat(kinds("open", LineKind.COMMAND, umlauts))
        .containsExactly(Kind.TOO_LONG, Kind.EIGHT_BIT);
    String token = "AUTH PLAIN " + "QUFB".repeat(1000);
    assertThat(kinds("open", LineKind.COMMAND, token)).isEmpty();
    String envelope = "MAIL FROM:<a@b> ENVID=" + "x".repeat(100) + " AUTH=" + "y".repeat(450);
    assertThat(kinds("open", LineKind.COMMAND, envelope)).isEmpty();
  }

  @Test
  void inAnAnswerOnlyWhatIsInvisibleOrCopiedIsMarked() {
    assertThat(kinds("open", LineKind.ANSWER, "YW5uYQ==")).isEmpty();
    assertThat(kinds("open", LineKind.ANSWER, "QUIT")).isEmpty();
    assertThat(kinds("open", LineKind.ANSWER, "*")).isEmpty();
    assertThat(kinds("open", LineKind.ANSWER, "YW5uYQ==\u00a0"))
        .containsExactly(Kind.SPECIAL_BLANK);
    assertThat(kinds("open", LineKind.ANSWER, "C: YW5uYQ==")).containsExactly(Kind.COPIED_MARK);
  }

  @Test
  void messageTextAndUnknownProtocolsHaveNoFlaws() {
    assertThat(kinds("data", LineKind.TEXT, "C: \u00a0…")).isEmpty();
    assertThat(
            LineFlaws.in(Progress.at(Protocol.RAW, Phase.RAW), LineKind.COMMAND, "GET / HTTP/1.1"))
        .isEmpty();
    assertThat(LineFlaws.in(Progress.at(Phase.CLOSED), LineKind.COMMAND, "MIAL")).isEmpty();
  }

  @Test
  void whatTypingOnCanMendIsPending() {
    for (String begun :
        List.of("EHL", "MAIL", "MAIL FR", "MAIL FROM", "MAIL FROM:<a@", "MAIL FROM:<a@b> SI")) {
      assertThat(kinds("open", LineKind.COMMAND, begun)).as(begun).isNotEmpty();
      assertThat(LineFlaws.soFar(TypedLines.at("open"), LineKind.COMMAND, begun))
          .as(begun)
          .isEmpty();
    }
  }

  @Test
  void noTypedCharactersBreakTheFinder() {
    List<String> pieces =
        List.of(
            "MAIL", "RCPT", "FROM", "TO", ":", "<", ">", "\"", "\\", "@", " ", "=", "ä", "…", ".");
    for (String a : pieces) {
      for (String b : pieces) {
        for (String c : pieces) {
          for (String start : List.of("", "MAIL FROM:", "RCPT TO:<", "AUTH ", "MAIL FROM:<a@b> ")) {
            String line = start + a + b + c;
            for (LineFlaw flaw : LineFlaws.in(TypedLines.at("open"), LineKind.COMMAND, line)) {
              assertThat(flaw.to()).as(line + flaw).isBetween(flaw.from() + 1, line.length());
            }
          }
        }
      }
    }
  }

  /** It is asked at each key, so a pasted line must not hold up the keyboard. */
  @Test
  @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void longLinesTakeNoVisibleTime() {
    for (String piece :
        List.of("@,", "<", "\"", "a@b ", "a=b ", " =", "SIEZ=1 ", ".", ": ", "A", "ä", "“", "a.")) {
      String odd = piece.repeat(6_000 / piece.length());
      for (String start :
          List.of("", "MAIL FROM:<", "RCPT TO:<a@b> ", "AUTH PLAIN ", "EHLO ", "S", "Hi ")) {
        for (String end : List.of("", "\"", ">", " ")) {
          assertThat(LineFlaws.in(TypedLines.at("open"), LineKind.COMMAND, start + odd + end))
              .hasSizeLessThanOrEqualTo(16);
        }
      }
    }
  }

  private static List<Kind> kinds(String state, LineKind kind, String line) {
    return Arrays.asList(
        LineFlaws.in(TypedLines.at(state), kind, line).stream()
            .map(LineFlaw::kind)
            .toArray(Kind[]::new));
  }
}
