package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.protocol.Chunk;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Secrecy;
import smtpterm.session.Notice;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class MessageHintsTest {
  private final MessageHints hints = new MessageHints(new Texts(Language.ENGLISH));

  private static MessagePlace after(String... lines) {
    MessagePlace place = MessagePlace.START;
    place = place.after(new Notice.Sent("DATA", LineKind.COMMAND, Secrecy.NOTHING));
    for (String line : lines) {
      place = place.after(new Notice.Sent(line, LineKind.TEXT, Secrecy.NOTHING));
    }
    return place;
  }

  private String hint(MessagePlace place, String line) {
    return hints.of(place, Optional.empty(), line).text();
  }

  @Test
  void anEmptyLineSaysWhereInTheMessageItStands() {
    assertThat(hint(after(), "")).startsWith("the header first");
    assertThat(hint(after("Subject: x"), "")).startsWith("one more header line");
    assertThat(hint(after("Subject: x", " more"), "")).startsWith("one more header line");
    for (List<String> sent :
        List.of(List.of(""), List.of("To: x", ""), List.of("Hello"), List.of("To: x", "Hi"))) {
      assertThat(hint(after(sent.toArray(new String[0])), "")).startsWith("message text");
    }
  }

  @Test
  void theNextMessageBeginsAnew() {
    assertThat(after("To: x", "", "hi", ".")).isEqualTo(MessagePlace.START);
    MessagePlace cut = after("To: x", "");
    assertThat(cut.after(new Notice.Sent("RSET", LineKind.COMMAND, Secrecy.NOTHING)))
        .isEqualTo(MessagePlace.START);
    assertThat(cut.after(new Notice.Sent("BDAT 5", LineKind.COMMAND, Secrecy.NOTHING)))
        .isEqualTo(cut);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "S             | ubject: what it is about",
        "s             | ubject: what it is about",
        "Subject       | : what it is about",
        "Subject:      | \" what it is about\"",
        "\"Subject: \" | what it is about",
        "Subject: x    | \"\"",
        "F             | \"\"",
        "Hello         | \"\"",
        ".             | \"  sends the message\"",
      })
  void theNamesOfHeaderLinesAreCompleted(String typed, String rest) {
    assertThat(hint(after("From: a@b"), typed)).isEqualTo(rest);
  }

  @Test
  void inTheTextNothingIsAHeaderLine() {
    assertThat(hint(after(""), "S")).isEmpty();
  }

  @Test
  void octetsOfABlockAreCounted() {
    Optional<Chunk> chunk = Optional.of(new Chunk(10, false));
    assertThat(hints.of(after(), chunk, "").text()).startsWith("10 octets");
    assertThat(hints.of(after(), chunk, "ab").text()).contains("6 octets left");
    assertThat(hints.of(after(), chunk, "123456789").text()).contains("1 octets too many");
    assertThat(hints.of(after(), chunk, ".").text()).contains("7 octets left");
  }
}
