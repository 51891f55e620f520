package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smtpterm.session.Ending;

/** What was said stands in the file so that it plays again. */
final class RecorderTest {
  private final Recorded smtp = new Recorded("mail.example:25");

  private Recorded greeted() {
    return smtp.play("S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 AUTH PLAIN");
  }

  @Test
  void aConversationIsWrittenInItsOrderWithRepliesInFull() {
    greeted().play("C: QUIT", "S: 221 bye").end(Ending.Cause.FINISHED);
    assertThat(smtp.lines())
        .containsExactly(
            "S: 220 mx",
            "C: EHLO me",
            "S: 250-mx",
            "S: 250 AUTH PLAIN",
            "C: QUIT",
            "S: 221 bye",
            "@closed");
  }

  @Test
  void eachConnectionBeginsWithItsTarget() {
    greeted().end(Ending.Cause.LEFT);
    smtp.connect("pop3://mail.example");
    smtp.play("S: +OK hi", "C: QUIT", "S: +OK bye");
    assertThat(smtp.lines()).contains("@connect pop3://mail.example:110", "S: +OK hi");
  }

  @Test
  void aPlaceThatChangesHasANameOfItsOwn() throws Exception {
    Recorder recorder = new Recorder(smtp);
    recorder.connected(smtpterm.session.Target.parse("127.0.0.1:2525"), Optional.of("smtp"));
    assertThat(smtp.lines()).containsExactly("@connect ${smtp:127.0.0.1:2525}");
  }

  @Test
  void commandsThatWereSentTogetherStandTogether() {
    greeted().play("C: MAIL FROM:<a@b>", "C: RCPT TO:<c@d>", "C: DATA", "S: 250 1", "S: 250 2");
    smtp.play("S: 354 go", "C: .", "S: 250 3");
    assertThat(smtp.lines())
        .endsWith(
            "C: MAIL FROM:<a@b>",
            "C: RCPT TO:<c@d>",
            "C: DATA",
            "S: 250 1",
            "S: 250 2",
            "S: 354 go",
            "C: .",
            "S: 250 3");
  }

  @Test
  void whatWasTypedAheadStandsWhereItsReplyIs() {
    greeted().play("C: VRFY a", "C: NOOP", "S: 252 a", "C: DATA", "S: 250 n", "S: 503 no");
    assertThat(smtp.lines())
        .endsWith("C: VRFY a", "S: 252 a", "C: NOOP", "S: 250 n", "C: DATA", "S: 503 no");
  }

  @Test
  void textTypedAheadOfItsInvitationIsText() {
    greeted().play("C: DATA", "C: Subject: x", "C: <b>", "C: .", "S: 354 go", "S: 250 ok");
    assertThat(smtp.lines())
        .endsWith("C: DATA", "S: 354 go", "C: Subject: x", "C: <b>", "C: .", "S: 250 ok");
  }

  @Test
  void whatWasNeverAnsweredIsWrittenAtTheEnd() {
    greeted().play("C: EHLO again", "C: NOOP").end(Ending.Cause.SERVER_CLOSED);
    assertThat(smtp.lines()).endsWith("C: EHLO again", "C: NOOP", "@closed");
  }

  @Test
  void lmtpAnswersForEachRecipient() {
    Recorded lmtp = new Recorded("lmtp://mail.example:24");
    lmtp.play("S: 220 mx", "C: LHLO me", "S: 250 mx", "C: MAIL FROM:<>", "S: 250 ok");
    lmtp.play("C: RCPT TO:<a@b>", "S: 250 ok", "C: RCPT TO:<c@d>", "S: 250 ok");
    lmtp.play("C: DATA", "S: 354 go", "C: .", "C: NOOP", "S: 250 a", "S: 452 c", "S: 250 n");
    assertThat(lmtp.lines()).endsWith("C: .", "S: 250 a", "S: 452 c", "C: NOOP", "S: 250 n");
  }

  @Test
  void theOctetsOfAChunkFollowIt() {
    greeted().play("C: BDAT 15 LAST", "C: <a>", "C: ********", "S: 250 ok", "C: NOOP", "S: 250 ok");
    assertThat(smtp.lines())
        .endsWith("C: BDAT 15 LAST", "C: <a>", "C: ********", "S: 250 ok", "C: NOOP", "S: 250 ok");
  }

  @Test
  void anAnswerOfManyLinesOfPop3IsWrittenAsItCame() {
    Recorded pop = new Recorded("pop3://mail.example");
    pop.play("S: +OK hi", "C: CAPA", "S: +OK list", "S: TOP", "S: .", "C: RETR 1", "S: +OK mail");
    pop.play(
        "S: ...", "S: /x/", "S: <b>", "S:", "S: S: 1 ${a}", "S: .", "C: LANG", "S: +OK", "S: de");
    pop.play("S: .", "C: NOOP", "S: -ERR no");
    assertThat(pop.lines())
        .endsWith(
            "C: RETR 1",
            "S: +OK mail",
            "S: ${hex:2E}..",
            "S: ${hex:2F}x/",
            "S: <b>",
            "S:",
            "S: S: 1 $${a}",
            "S: .",
            "C: LANG",
            "S: +OK",
            "S: de",
            "S: .",
            "C: NOOP",
            "S: -ERR no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>",
        "${x}",
        "$${x}",
        "a\tb",
        "••••••••",
        "********",
        " both ends ",
        "a$",
        "# a",
        "@set a b",
        "C: S: x",
        "$\u001b[1m",
        "\u202ex",
        "\uDCE4 octet",
        "\u0000",
        "ä ö ü ß 😀"
      })
  void whatACommandHoldsIsReadBackAsItWas(String said) {
    greeted().play("C: " + said, "S: 500 what", "C: NOOP", "S: 250 ok");
    List<String> lines = smtp.lines();
    Script script = Recorded.readable(lines);
    Template text = ((Step.ClientLine) script.steps().get(4)).text();
    assertThat(text.fixed()).contains(said);
    assertThat(String.join("", lines)).doesNotContain("\u001b", "\u202e", "\uDCE4", "\u0000");
  }

  @ParameterizedTest
  @CsvSource({
    "/x/, S: 250 ${hex:2F}x/",
    "= x, S: 250 ${hex:3D} x",
    "2.1.0, S: 250 ${hex:32}.1.0",
    "2.1.0 ok, S: 250 2.1.0 ok",
    "${name}, S: 250 $${name}",
    "<x>, S: 250 <x>",
    "* ..., S: 250 * ...",
  })
  void noReplyIsReadAsAPattern(String text, String written) {
    greeted().play("C: NOOP", "S: 250 " + text);
    assertThat(smtp.lines()).endsWith("C: NOOP", written);
    Step last = Recorded.readable(smtp.lines()).steps().get(5);
    Expectation.Coded coded = (Expectation.Coded) ((Step.ServerLine) last).expected();
    Expectation.Wording.Sample sample = (Expectation.Wording.Sample) coded.wording();
    assertThat(sample.text().fixed()).contains(text);
  }

  @Test
  void whatNoFileCanExpectIsARemark() {
    greeted()
        .play("C: VERB", "S: 050 chatter", "S: what", "S: 250-a", "S: b", "S: 251-c", "S: 250 d");
    smtp.play("C: X", "S: 199 odd", "S: 421 bye").end(Ending.Cause.SERVICE_CLOSING);
    assertThat(smtp.lines())
        .endsWith(
            "C: VERB",
            "# S: 050 chatter",
            "# S: what",
            "S: 250-a",
            "# S: b",
            "# S: 251-c",
            "S: 250 d",
            "C: X",
            "S: * 199 odd",
            "S: 421 bye",
            "@closed");
  }

  @Test
  void halfAReplyIsARemark() {
    greeted().play("C: EHLO me", "S: 250-half").end(Ending.Cause.SERVER_CLOSED);
    assertThat(smtp.lines()).endsWith("C: EHLO me", "# S: 250-half", "@closed");
  }

  @Test
  void aConnectionThatEndedInTheMiddleDoesNotSpoilTheNext() {
    greeted().play("C: DATA", "S: 354 go", "C: half").end(Ending.Cause.LEFT);
    smtp.connect("mail.example:25");
    greeted();
    assertThat(smtp.lines()).contains("C: half").endsWith("S: 250 AUTH PLAIN");
    assertThat(smtp.lines()).filteredOn(line -> line.equals("C: EHLO me")).hasSize(2);
  }

  @Test
  void aLongMessageStandsByTheNameOfItsFile() {
    greeted().play("C: DATA", "S: 354 go");
    smtp.recorder().sending(Path.of("big.eml"));
    smtp.recorder().poured("Subject: big");
    smtp.play("C: .", "S: 250 ok", "C: NOOP", "S: 250 ok");
    assertThat(smtp.lines())
        .endsWith("S: 354 go", "@send big.eml", "S: 250 ok", "C: NOOP", "S: 250 ok");
  }

  @Test
  void anUnknownProtocolIsWrittenDownToo() {
    Recorded raw = new Recorded("raw://mail.example:80");
    raw.play("C: GET / HTTP/1.0", "C:", "S: HTTP/1.0 200 OK", "S: <html>");
    raw.end(Ending.Cause.SERVER_CLOSED);
    assertThat(raw.lines())
        .containsExactly(
            "C: GET / HTTP/1.0", "C:", "# S: HTTP/1.0 200 OK", "# S: <html>", "@closed");
  }
}
