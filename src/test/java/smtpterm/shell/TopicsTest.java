package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.knowledge.Catalog;
import smtpterm.screen.Layout.Row;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.typing.Suggestion;

final class TopicsTest {
  private static final List<LocalCommand> LOCALS =
      List.of(
          new LocalCommand("help", LocalCommand.nothing(), argument -> {}),
          new LocalCommand("send", argument -> List.of(argument + "x", "dir/"), argument -> {}),
          new LocalCommand("reveal", LocalCommand.words("on", "off"), argument -> {}),
          new LocalCommand("quit", LocalCommand.nothing(), argument -> {}));

  private static Topics topics(Language language) {
    Texts texts = new Texts(language);
    return new Topics(new Catalog(texts), texts, () -> LOCALS);
  }

  private final Topics topics = topics(Language.ENGLISH);

  private static List<String> lines(List<Suggestion> suggestions) {
    return suggestions.stream().map(Suggestion::line).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachLocalCommandHasALineAndAHelp(Language language) {
    Topics spoken = topics(language);
    assertThat(spoken.localRows(LOCALS))
        .hasSize(LOCALS.size())
        .allMatch(row -> !row.text().isBlank());
    for (LocalCommand command : LOCALS) {
      assertThat(spoken.aboutLocal("/" + command.name())).hasSize(2);
    }
    assertThat(spoken.keyRows()).extracting(Row::term).contains("Tab", "F6, Alt-6", "F1");
  }

  @Test
  void aLocalCommandIsFoundWithItsSlashAndWithout() {
    assertThat(topics.aboutLocal("/help").get(0)).startsWith("/help");
    assertThat(topics.aboutLocal("/send").get(0)).isEqualTo("/send FILE");
    assertThat(topics.aboutLocal("Reveal").get(0)).isEqualTo("/reveal on|off");
    assertThat(topics.aboutLocal("xyzzy")).isEmpty();
    assertThat(topics.aboutLocal("/mail")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachKeyHasItsHelpUnderAnyOfItsNames(Language language) {
    Topics spoken = topics(language);
    assertThat(spoken.keyNames()).contains("F1", "F6", "Alt-6");
    assertThat(spoken.keyNames()).allSatisfy(key -> assertThat(spoken.keyHelp(key)).hasSize(3));
    assertThat(spoken.keyNames()).contains(language == Language.GERMAN ? "Strg-C" : "Ctrl-C");
    assertThat(spoken.keyHelp("strg+c")).isEqualTo(spoken.keyHelp("Ctrl-C"));
    assertThat(spoken.keyHelp("F99")).isEmpty();
  }

  @Test
  void helpForALocalCommandEndsWithAnExample() {
    assertThat(topics.localHelp("/send")).last().isEqualTo("For example: /send letter.txt");
    assertThat(topics.localHelp("quit")).isEqualTo(topics.aboutLocal("quit"));
    assertThat(topics.localHelp("xyzzy")).isEmpty();
  }

  @Test
  void localCommandsAreCompletedAndSoAreTheirArguments() {
    assertThat(lines(topics.completeLocal("/")))
        .containsExactly("/help", "/send ", "/reveal ", "/quit");
    assertThat(lines(topics.completeLocal("/re"))).containsExactly("/reveal ");
    assertThat(lines(topics.completeLocal("/reveal o")))
        .containsExactly("/reveal on", "/reveal off");
    assertThat(lines(topics.completeLocal("/reveal  o"))).isEmpty();
    assertThat(lines(topics.completeLocal("/nope x"))).isEmpty();
    assertThat(lines(topics.completeLocal("/send a"))).containsExactly("/send ax", "/send dir/");
  }

  @Test
  void theHintIsTheRestOfTheUsage() {
    assertThat(topics.localHint("/se")).isEqualTo("nd FILE");
    assertThat(topics.localHint("/send")).isEqualTo(" FILE");
    assertThat(topics.localHint("/send x")).isEmpty();
    assertThat(topics.localHint("/")).isEmpty();
  }

  @Test
  void aSlipOfTheFingerIsRecognised() {
    assertThat(topics.near("hlep")).contains("help");
    assertThat(topics.near("sned")).contains("send");
    assertThat(topics.near("xyzzy")).isEmpty();
  }
}
