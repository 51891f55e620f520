package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.sasl.Field;
import smtpterm.sasl.Objection;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** Nothing of a login is without words, in either language. */
final class LoginWordsTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void eachPartAndEachObjectionHasItsWords(Language language) {
    Texts texts = new Texts(language);
    for (Field field : Field.values()) {
      assertThat(texts.say("shell.part." + field.name())).hasSizeLessThan(24);
      assertThat(texts.say("shell.part." + field.name() + ".line")).hasSizeBetween(8, 100);
    }
    for (Objection.Reason reason : Objection.Reason.values()) {
      assertThat(texts.say("replay.objection." + reason.name(), "7"))
          .endsWith("7".repeat(reason == Objection.Reason.SERVER_ERROR ? 1 : 0))
          .doesNotContain("%");
    }
  }
}
