package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "250 ok      | 250  | ok",
        "250-ok      | 250  | ok",
        "250         | 250  | \"\"",
        "\"250 \"    | 250  | \"\"",
        "250-        | 250  | \"\"",
        "\"250  ok\" | 250  | \" ok\"",
        "000 ok      | 000  | ok",
        "25 ok       | \"\" | 25 ok",
        "2500 ok     | \"\" | 2500 ok",
        "250\tok     | \"\" | 250\tok",
        "٢٥٠ ok      | \"\" | ٢٥٠ ok",
        "\" 250 ok\" | \"\" | \" 250 ok\"",
        "+OK hi      | \"\" | +OK hi",
        "\"\"        | \"\" | \"\"",
      })
  void aCodeIsThreeDigitsAndABlankADashOrTheEnd(String line, String code, String text) {
    assertThat(Reply.codeOf(line)).isEqualTo(code);
    assertThat(Reply.textOf(line)).isEqualTo(text);
    assertThat(Reply.of(line).code()).isEqualTo(code);
  }

  @Test
  void theTextsComeWithoutCodes() {
    Reply reply = Reply.of("250-mx.test", "250-SIZE 1000", "250 HELP");
    assertThat(reply.texts()).containsExactly("mx.test", "SIZE 1000", "HELP");
    assertThat(reply.text()).isEqualTo("HELP");
    assertThat(reply.is(250)).isTrue();
    assertThat(reply.is(25)).isFalse();
  }

  @Test
  void theEnhancedCodeIsThatOfTheLastLine() {
    assertThat(Reply.of("550-5.7.1 no", "550 5.1.1 unknown").enhanced())
        .contains(new EnhancedCode(5, 1, 1));
    assertThat(Reply.of("250 ok").enhanced()).isEmpty();
  }

  @Test
  void aReplyKeepsCopies() {
    List<String> lines = new ArrayList<>(List.of("250 ok"));
    Set<ReplyFlaw> flaws = EnumSet.of(ReplyFlaw.BARE_LF);
    Reply reply = new Reply("250", lines, flaws);
    lines.add("more");
    flaws.clear();
    assertThat(reply.lines()).containsExactly("250 ok");
    assertThat(reply.flaws()).containsExactly(ReplyFlaw.BARE_LF);
  }

  @Test
  void aReplyHasALineAndAProperCode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reply("250", List.of(), Set.<ReplyFlaw>of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reply("25", List.of("25 ok"), Set.<ReplyFlaw>of()));
  }

  @ParameterizedTest
  @CsvSource({
    "250,POSITIVE,false", "354,INTERMEDIATE,false", "451,TRANSIENT,true", "550,PERMANENT,true",
    "000,UNKNOWN,false", "150,UNKNOWN,false", "650,UNKNOWN,false", "999,UNKNOWN,false",
    "'',UNKNOWN,false", "25,UNKNOWN,false", "2500,UNKNOWN,false",
  })
  void theFirstDigitIsTheClass(String code, ReplyClass expected, boolean refusal) {
    assertThat(ReplyClass.of(code)).isEqualTo(expected);
    assertThat(ReplyClass.of(code).refusal()).isEqualTo(refusal);
  }
}
