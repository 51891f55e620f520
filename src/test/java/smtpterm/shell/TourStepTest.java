package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Which step of the tour is due. */
final class TourStepTest {
  @ParameterizedTest
  @CsvSource({
    "HELLO, HELLO",
    "AUTH, SENDER",
    "MAIL, SENDER",
    "RCPT, RECIPIENT",
    "DATA, DATA",
    "TEXT, HEADER",
    "AFTER, SENDER"
  })
  void whereTheConversationStandsDecides(Phase phase, TourStep step) {
    assertThat(TourStep.due(Progress.at(phase), TourStep.Done.NOTHING)).contains(step);
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "CHALLENGE", "DOT", "CLOSED", "TRANSACTION", "RAW"})
  void inBetweenNothingIsSaid(Phase phase) {
    assertThat(TourStep.due(Progress.at(phase), TourStep.Done.NOTHING)).isEmpty();
  }

  @Test
  void whatWasDoneIsNotAskedForAgain() {
    TourStep.Done header = TourStep.Done.NOTHING.withHeader(true);
    assertThat(TourStep.due(Progress.at(Phase.TEXT), header)).contains(TourStep.MESSAGE);
    TourStep.Done delivered = header.withDelivery();
    assertThat(TourStep.due(Progress.at(Phase.AFTER), delivered)).contains(TourStep.INBOX);
    assertThat(TourStep.due(Progress.at(Phase.TEXT), delivered)).contains(TourStep.HEADER);
    assertThat(TourStep.due(Progress.at(Phase.AFTER), delivered.withLook()))
        .contains(TourStep.QUIT);
  }

  @ParameterizedTest
  @EnumSource(TourStep.class)
  void eachStepSaysOneShortThing(TourStep step) {
    for (Language language : Language.values()) {
      String said = new Texts(language).say("shell.tour.step." + step);
      assertThat(said).isNotBlank().hasSizeLessThanOrEqualTo(180).endsWith(".");
    }
  }
}
