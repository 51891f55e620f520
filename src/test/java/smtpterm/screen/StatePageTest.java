package smtpterm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.CommandEntry;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.Lmtp;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Raw;
import smtpterm.protocol.Smtp;
import smtpterm.screen.States.Edge;
import smtpterm.screen.States.State;
import smtpterm.session.Session;
import smtpterm.testing.Golden;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.wire.Line;

final class StatePageTest {
  private static Progress after(Dialect dialect, String... lines) {
    Session session = new Session(dialect, 0);
    for (String line : lines) {
      if (line.startsWith("C: ")) {
        session.typed(line.substring(3), false, 0);
      } else {
        session.received(new Line(line.substring(3), Line.Ending.CRLF, 0), 0);
      }
    }
    return session.view().progress();
  }

  private static Progress mail(String... more) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "S: 220 mx",
                "C: EHLO me",
                "S: 250-mx",
                "S: 250-AUTH LOGIN",
                "S: 250-STARTTLS",
                "S: 250 CHUNKING",
                "C: MAIL FROM:<a@b>",
                "S: 250 ok"));
    lines.addAll(List.of(more));
    return after(new Smtp(), lines.toArray(new String[0]));
  }

  private static Progress recipients() {
    return mail("C: RCPT TO:<c@d>", "S: 250 ok", "C: RCPT TO:<e@f>", "S: 250 ok");
  }

  private static Progress mailbox() {
    return after(
        new Pop3(),
        "S: +OK hi <1.2@mx>",
        "C: CAPA",
        "S: +OK",
        "S: SASL PLAIN",
        "S: STLS",
        "S: .",
        "C: USER anna",
        "S: +OK",
        "C: PASS geheim",
        "S: +OK");
  }

  private static List<String> page(Progress progress, Language language, Look look) {
    return new StatePage(new Layout(look), new Texts(language)).lines(progress);
  }

  @ParameterizedTest
  @CsvSource({"en, 60", "de, 60", "en, 40", "de, 40", "en, 100"})
  void theDrawingsAreCalm(String tag, int columns) throws IOException {
    Language language = Language.tagged(tag).orElseThrow();
    Look look = new Look(false, true, () -> columns);
    for (Map.Entry<String, Progress> each :
        Map.of("smtp", recipients(), "pop3", mailbox()).entrySet()) {
      List<String> lines = page(each.getValue(), language, look);
      assertThat(lines).allMatch(line -> line.isEmpty() || line.startsWith("   "));
      assertThat(lines).allMatch(line -> Cells.of(line) < columns);
      assertThat(lines).noneMatch(line -> line.endsWith(" "));
      Golden.check("screen/states-" + each.getKey() + "-" + tag + "-" + columns + ".txt", lines);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void withoutUnicodeItIsAnAsciiList(Language language) {
    List<String> lines = page(recipients(), language, new Look(false, false, () -> 100));
    assertThat(lines).allMatch(line -> line.matches("[ -~]*"));
    assertThat(lines.stream().filter(line -> line.startsWith("   * "))).hasSize(1);
    assertThat(lines)
        .contains(
            "     BDAT ... LAST -> "
                + (language == Language.ENGLISH ? "ready for a mail" : "bereit fuer eine Mail"));
  }

  @Test
  void exactlyOneStateIsThePresentOneAsLongAsItGoesOn() {
    List<Progress> way =
        List.of(
            after(new Smtp()),
            after(new Smtp(), "S: 220 mx"),
            mail("C: RSET", "S: 250 ok"),
            mail("C: RSET", "S: 250 ok", "C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6"),
            mail(),
            recipients(),
            mail("C: RCPT TO:<c@d>", "S: 250 ok", "C: DATA", "S: 354 go"),
            mail("C: RCPT TO:<c@d>", "S: 250 ok", "C: DATA", "S: 354 go", "C: .", "S: 250 ok"));
    List<String> present =
        way.stream()
            .map(p -> page(p, Language.ENGLISH, Look.plain(true)))
            .map(lines -> lines.stream().filter(line -> line.contains("● ")).toList())
            .map(lines -> lines.get(0).replaceAll(".*● ([a-z ]*[a-z]).*", "$1"))
            .toList();
    assertThat(present)
        .containsExactly(
            "connected",
            "connected",
            "ready for a mail",
            "challenge",
            "sender known",
            "recipients known",
            "message text",
            "ready for a mail");
    assertThat(page(mail("C: QUIT", "S: 221 bye"), Language.ENGLISH, Look.plain(true)))
        .noneMatch(line -> line.startsWith("   ●"));
  }

  @Test
  void thePresentStateIsMarkedByMoreThanColour() {
    assertThat(page(mail(), Language.ENGLISH, new Look(true, true, () -> 80)))
        .anyMatch(line -> line.startsWith("   \033[32m●\033[0m \033[1msender known\033[0m"));
  }

  /** The drawing and what the catalogue says of each command must not differ. */
  @Test
  void eachCommandIsLegalWhereItsWayBegins() {
    Catalog catalog = new Catalog(new Texts(Language.ENGLISH));
    Map<State, Phase> phases =
        Map.of(
            State.CONNECTED, Phase.HELLO,
            State.READY, Phase.MAIL,
            State.SENDER, Phase.RCPT,
            State.RECIPIENT, Phase.DATA,
            State.LOGIN, Phase.AUTHORIZATION,
            State.PASSWORD, Phase.PASSWORD,
            State.MAILBOX, Phase.TRANSACTION);
    int checked = 0;
    for (Progress progress : List.of(recipients(), mailbox(), after(new Lmtp(), "S: 220 mx"))) {
      String dialect = progress.protocol().scheme();
      for (Edge edge : States.of(progress).orElseThrow().edges()) {
        if (!edge.said().matches("[A-Z].*")) {
          continue;
        }
        String verb = edge.said().split(" ", 2)[0];
        CommandEntry entry =
            catalog.commands(dialect).stream()
                .filter(c -> c.verb().equals(verb))
                .findFirst()
                .orElseThrow();
        assertThat(entry.phases()).as(edge.toString()).contains(phases.get(edge.from()));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(15);
  }

  @Test
  void lmtpSaysHelloInItsOwnWay() {
    assertThat(page(after(new Lmtp(), "S: 220 mx"), Language.ENGLISH, Look.plain(true)))
        .contains("   │ LHLO");
  }

  @Test
  void anUnknownProtocolHasNoStates() {
    assertThat(page(after(new Raw()), Language.ENGLISH, Look.plain(true))).isEmpty();
  }
}
