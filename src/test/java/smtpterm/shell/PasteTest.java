package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PasteTest {
  @Test
  void aPasteIsCutAtEveryKindOfLineEnd() {
    assertThat(Paste.lines("a\nb\r\nc\rd")).containsExactly("a", "b", "c", "d");
    assertThat(Paste.lines("a\n")).containsExactly("a", "");
    assertThat(Paste.lines("\n\n")).containsExactly("", "", "");
    assertThat(Paste.lines("")).containsExactly("");
  }

  @Test
  void controlsAreTakenOutButTab() {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0xA0; c++) {
      if (c != '\n' && c != '\r') {
        all.append(c);
      }
    }
    String clean = Paste.clean(all.toString());
    assertThat(clean).startsWith("\t !").endsWith("}~").hasSize(96);
    assertThat(Paste.lines("a\u001b[201~b")).containsExactly("a[201~b");
  }

  @Test
  void textIsLeftAlone() {
    for (String text : new String[] {"  ü € 😊\t", "", "a\u00a0b", "„so“", "\uDCE4"}) {
      assertThat(Paste.clean(text)).isEqualTo(text);
      assertThat(Paste.clean(text + "\u0007")).isEqualTo(text);
    }
  }
}
