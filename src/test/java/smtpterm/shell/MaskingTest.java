package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Secrecy;

final class MaskingTest {
  private int secretFrom;
  private final Masking masking = new Masking(line -> secretFrom, "••••••••");

  @Test
  void aSecretIsEightBulletsWhateverItsLength() {
    secretFrom = 0;
    for (String line : new String[] {"x", "geheim", "x".repeat(500)}) {
      masking.now(line);
      assertThat(masking.display(line)).isEqualTo("••••••••");
    }
    assertThat(masking.hidden()).isTrue();
  }

  @Test
  void whatStandsBeforeTheSecretIsShown() {
    Masking auth =
        new Masking(
            line -> Secrecy.from(Progress.at(Phase.MAIL), LineKind.COMMAND, line), "********");
    String line = "AUTH PLAIN AGFubmEA";
    auth.now(line);
    assertThat(auth.display(line)).isEqualTo("AUTH PLAIN ********");
    assertThat(auth.hidden()).isFalse();
    assertThat(auth.display("AUTH PLAIN ")).isEqualTo("AUTH PLAIN ");
  }

  @Test
  void aLineThatWasMaskedOnceStaysMaskedUntilItIsEmpty() {
    secretFrom = 0;
    masking.now("gehei");
    secretFrom = Secrecy.NOTHING;
    masking.now("geheim");
    assertThat(masking.display("geheim")).isEqualTo("••••••••");
    masking.now("");
    assertThat(masking.hidden()).isFalse();
    masking.now("QUIT");
    assertThat(masking.display("QUIT")).isEqualTo("QUIT");
  }

  @Test
  void aNewLineBeginsUnmasked() {
    secretFrom = 0;
    masking.now("geheim");
    masking.begin(false);
    assertThat(masking.hidden()).isFalse();
  }

  @Test
  void aLineThatBeginsHiddenStaysSoUntilItIsEmptied() {
    secretFrom = Secrecy.NOTHING;
    masking.begin(true);
    masking.now("");
    masking.now("geheim");
    assertThat(masking.display("geheim")).isEqualTo("••••••••");
    masking.now("");
    masking.now("QUIT");
    assertThat(masking.display("QUIT")).isEqualTo("QUIT");
  }

  @Test
  void anEmptyLineShowsNoBullets() {
    secretFrom = 0;
    masking.now("");
    assertThat(masking.display("")).isEmpty();
  }

  @Test
  void nothingMaskedGoesIntoTheHistory() {
    assertThat(masking.history("geheim")).isNull();
  }
}
