package smtpterm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smtpterm.screen.Look;
import smtpterm.typing.Suggestion;

final class MenuLayoutTest {
  private static final Look COLOUR = new Look(true, true, () -> 80);
  private static final String GREY = "\033[38;5;245m";
  private static final String END = "\033[0m";

  private static final List<Suggestion> VERBS =
      List.of(
          Suggestion.of("MAIL FROM:<", "MAIL FROM:<Adresse>", "beginnt eine Mail"),
          Suggestion.of("QUIT", "QUIT", "verabschiedet sich von dem Server"),
          Suggestion.later("DATA", "DATA", "erst MAIL und RCPT, dann DATA"));

  private static List<String> plain(int columns, int lines, List<Suggestion> suggestions) {
    return new MenuLayout(Look.plain(true), columns, lines)
        .of(suggestions).stream().map(String::stripTrailing).toList();
  }

  @Test
  void whatItMeansStandsInASecondColumn() {
    assertThat(plain(80, 20, VERBS))
        .containsExactly(
            "MAIL FROM:<Adresse>  beginnt eine Mail",
            "QUIT                 verabschiedet sich von dem Server",
            "DATA                 erst MAIL und RCPT, dann DATA");
  }

  @Test
  void whatIsOutOfOrderIsDimmedWithItsReason() {
    List<String> rows = new MenuLayout(COLOUR, 80, 20).of(VERBS);
    assertThat(rows.get(1)).startsWith("QUIT  ");
    assertThat(rows.get(2)).startsWith(GREY + "DATA" + END).endsWith("dann DATA" + END);
  }

  @Test
  void aNarrowWindowCutsTheMeaningAndThenLeavesItOut() {
    assertThat(plain(40, 20, VERBS))
        .containsExactly(
            "MAIL  beginnt eine Mail",
            "QUIT  verabschiedet sich von dem Server",
            "DATA  erst MAIL und RCPT, dann DATA");
    assertThat(plain(30, 20, VERBS).get(1)).isEqualTo("QUIT  verabschiedet sich von…");
    assertThat(plain(20, 20, VERBS)).containsExactly("MAIL FROM:<Adresse>", "QUIT", "DATA");
    assertThat(plain(12, 20, VERBS)).containsExactly("MAIL", "QUIT", "DATA");
    assertThat(plain(12, 20, List.of(VERBS.get(0), VERBS.get(0)))).contains("MAIL FROM:…");
  }

  @Test
  void widthIsCountedInColumns() {
    List<Suggestion> wide =
        List.of(
            Suggestion.of("a", "日本.eml", "ein Brief aus dem fernen Land"),
            Suggestion.of("b", "e\u0301.eml", "noch ein Brief"));
    assertThat(plain(80, 20, wide))
        .containsExactly("日本.eml  ein Brief aus dem fernen Land", "e\u0301.eml     noch ein Brief");
    assertThat(plain(6, 20, wide).get(0)).isEqualTo("日本…");
    assertThat(plain(5, 20, wide).get(0)).isEqualTo("日…");
  }

  @Test
  void aLowWindowPutsTheNamesBesideEachOther() {
    assertThat(plain(60, 2, VERBS)).containsExactly("MAIL FROM:<Adresse>", "QUIT", "DATA");
    assertThat(plain(40, 1, VERBS)).containsExactly("MAIL", "QUIT", "DATA");
  }

  @Test
  void whatHasNoRoomIsCounted() {
    List<Suggestion> many =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> Suggestion.of("RETR " + i, "mail-" + i, ""))
            .toList();
    assertThat(plain(10, 4, many)).containsExactly("mail-1", "mail-2", "mail-3", "… +97");
    assertThat(plain(80, 20, many)).hasSize(100);
    assertThat(new MenuLayout(Look.plain(false), 10, 4).of(many)).endsWith("... +97");
  }

  @Test
  void textOfStrangersCannotActOnTheTerminal() {
    List<Suggestion> hostile = List.of(Suggestion.of("x", "\033[2Jx", "y\u202ez and more"));
    assertThat(plain(80, 20, hostile)).containsExactly("\\x1b[2Jx  y\\u202ez and more");
  }
}
