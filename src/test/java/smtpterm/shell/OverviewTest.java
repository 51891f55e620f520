package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.knowledge.Catalog;
import smtpterm.protocol.Capabilities;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.Reply;
import smtpterm.screen.Layout;
import smtpterm.screen.Look;
import smtpterm.testing.Golden;
import smtpterm.text.Language;
import smtpterm.text.Texts;

/** {@code /help} fits on one screen and puts first what makes sense now. */
final class OverviewTest {
  private static final int ROWS = 23;
  private static final Progress GREETED =
      Progress.at(Phase.HELLO)
          .greeted(Capabilities.of(Reply.of("250-mx", "250-AUTH LOGIN", "250 STARTTLS")));

  /** All names that have a sentence, as in the program. */
  private static List<LocalCommand> locals() {
    return new TreeSet<>(new Texts(Language.ENGLISH).bundle("shell/texts").stringPropertyNames())
        .stream()
            .filter(key -> key.matches("local\\.[a-z0-9]+\\.line"))
            .map(key -> key.split("\\.", -1)[1])
            .map(name -> new LocalCommand(name, LocalCommand.nothing(), argument -> {}))
            .toList();
  }

  private static Overview overview(Language language, int columns) {
    Texts texts = new Texts(language);
    Topics topics = new Topics(new Catalog(texts), texts, OverviewTest::locals);
    return new Overview(topics, new Layout(new Look(false, true, () -> columns)));
  }

  private static List<String> page(Progress progress) {
    return overview(Language.ENGLISH, 80).page(Optional.of(progress));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsCalmAndFitsOnOneScreen(Language language) throws IOException {
    List<String> page = overview(language, 80).page(Optional.of(GREETED));
    Golden.check("screen/help-" + language.tag() + ".txt", page);
    assertThat(page).hasSizeLessThanOrEqualTo(ROWS).allMatch(line -> line.length() <= 80);
  }

  @Test
  void whatMakesSenseNowComesFirst() {
    assertThat(page(Progress.at(Phase.HELLO)).get(1)).contains("EHLO name");
    assertThat(page(Progress.at(Phase.HELLO)))
        .anyMatch(line -> line.matches(" +later +STARTTLS AUTH MAIL RCPT DATA"));
    assertThat(page(GREETED))
        .anyMatch(line -> line.matches(" +STARTTLS +switches .*"))
        .anyMatch(line -> line.matches(" +any time +EHLO HELO RSET .*QUIT"))
        .anyMatch(line -> line.matches(" +later +RCPT DATA"))
        .noneMatch(line -> line.contains("BDAT") || line.contains("TURN"));
    assertThat(page(GREETED.from("a@b").to("c@d")))
        .anyMatch(line -> line.matches(" +DATA +starts .*"))
        .anyMatch(line -> line.matches(" +later +STARTTLS AUTH MAIL"));
  }

  @Test
  void pop3HasItsOwnCommands() {
    Progress open = Progress.at(Protocol.POP3, Phase.TRANSACTION);
    assertThat(page(open))
        .anyMatch(line -> line.matches(" +RETR n +fetches a mail"))
        .anyMatch(line -> line.matches(" +later +.*USER.*"))
        .hasSizeLessThanOrEqualTo(ROWS + 5);
  }

  @Test
  void nothingIsClaimedWithoutAConversation() {
    assertThat(overview(Language.ENGLISH, 80).page(Optional.empty()).get(0))
        .contains("Not connected");
    assertThat(page(Progress.at(Protocol.RAW, Phase.RAW)).get(0)).contains("unknown to smtpterm");
  }

  @Test
  void everyLocalCommandIsInAGroup() {
    assertThat(locals()).allMatch(command -> LocalGroup.knows(command.name()), "is in a group");
    List<LocalCommand> grouped = new ArrayList<>();
    Stream.of(LocalGroup.values()).forEach(group -> grouped.addAll(group.of(locals())));
    assertThat(grouped).doesNotHaveDuplicates().hasSameSizeAs(locals());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theLongTablesHaveEverything(Language language) {
    Overview overview = overview(language, 100);
    assertThat(overview.local())
        .filteredOn(line -> line.startsWith("   /"))
        .hasSize(locals().size());
    assertThat(String.join("\n", overview.protocol(Protocol.SMTP)))
        .containsSubsequence("EHLO ", "STARTTLS", "MAIL FROM", "VRFY", "QUIT", "TURN");
    assertThat(String.join("\n", overview.protocol(Protocol.POP3)))
        .containsSubsequence("CAPA", "USER ", "RETR ", "QUIT");
    assertThat(overview.keys()).anyMatch(line -> line.startsWith("   F6, Alt-6"));
  }

  @Test
  void theGroupsAreKnownInEnglishAndInTheLanguageSpoken() {
    Texts german = new Texts(Language.GERMAN);
    assertThat(HelpGroup.named("keys", german)).contains(HelpGroup.KEYS);
    assertThat(HelpGroup.named("Tasten", german)).contains(HelpGroup.KEYS);
    assertThat(HelpGroup.named("tasten", new Texts(Language.ENGLISH))).isEmpty();
    assertThat(HelpGroup.names(german)).containsExactly("protokoll", "eigene", "tasten");
  }
}
