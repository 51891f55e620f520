package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.mail.MessageReader;

final class EncodedWordTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ü",
        "Grüße aus dem Garten",
        "a=b?c_d ü",
        "日本語の件名はとても長いので一つの語には入りません、だから分けます",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        "Eine sehr lange Betreffzeile über alles, was im Garten blüht und für alle schön ist",
        "x  ü  y"
      })
  void eachReaderGetsTheSameTextBack(String text) {
    String encoded = EncodedWord.of(text);
    assertThat(encoded).isPrintable().isASCII().doesNotContain("  ");
    assertThat(encoded.split(" ", -1)).allMatch(word -> word.length() <= 75);
    assertThat(
            MessageReader.read(List.of("Subject: " + encoded, "", "x"), 10)
                .header()
                .all("Subject")
                .get(0)
                .text())
        .isEqualTo(text);
  }
}
