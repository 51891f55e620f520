package smtpterm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smtpterm.knowledge.Explainer;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Reply;
import smtpterm.protocol.Secrecy;
import smtpterm.protocol.Smtp;
import smtpterm.session.Notice;
import smtpterm.session.Session;
import smtpterm.session.Turn;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.wire.Line;

final class ConversationLogTest {
  private final ConversationLog log = log(100_000);

  private static ConversationLog log(long room) {
    return new ConversationLog(new Explainer(new Texts(Language.ENGLISH), Optional.empty()), room);
  }

  private static List<String> lines(ConversationLog log) {
    return new TranscriptLines(new Texts(Language.ENGLISH)).of(log.scenes());
  }

  private static void sent(ConversationLog log, String line, LineKind kind, int secretFrom) {
    log.heard(new Notice.Sent(line, kind, secretFrom));
  }

  @Test
  void secretsAreMaskedByTheirPlace() {
    sent(log, "AUTH PLAIN AGFubmEAZ2VoZWlt", LineKind.COMMAND, 11);
    sent(log, "geheim", LineKind.ANSWER, 0);
    assertThat(lines(log)).containsExactly("C: AUTH PLAIN ••••••••", "C: ••••••••");
  }

  @Test
  void aReplyFindsItsLineAlsoWhereThatWasMasked() {
    sent(log, "EHLO me", LineKind.COMMAND, Secrecy.NOTHING);
    sent(log, "AUTH PLAIN AGFubmEAZ2VoZWlt", LineKind.COMMAND, 11);
    replied("EHLO me", "250 hi");
    replied("AUTH PLAIN ••••••••", "235 in");
    assertThat(log.scenes().subList(2, 4))
        .extracting(scene -> ((Scene.Answered) scene).to())
        .containsExactly(0, 1);
  }

  private void replied(String asked, String line) {
    Progress progress = new Session(new Smtp(), 0).view().progress();
    Asked what = new Asked(Asked.Kind.COMMAND, asked);
    log.heard(
        new Notice.Replied(
            new Turn(Optional.of(what), Reply.of(line), progress, progress, Duration.ZERO)));
  }

  @Test
  void eachReplyStandsBesideTheLineThatItAnswers() {
    Session session = new Session(new Smtp(), 0, Optional.empty());
    play(session, "S220 hi", "CEHLO me", "S250 PIPELINING", "CMAIL FROM:<a@b.example>");
    play(session, "CRCPT TO:<c@d.example>", "CDATA", "S250 sender", "S550 nobody", "S554 none");
    List<PageRow> rows = PageRow.of(log.scenes());
    assertThat(rows)
        .extracting(
            row ->
                row.said().stream().map(Scene.Said::line).toList()
                    + " "
                    + row.answers().stream().flatMap(a -> a.lines().stream()).toList())
        .containsExactly(
            "[] [220 hi]",
            "[EHLO me] [250 PIPELINING]",
            "[MAIL FROM:<a@b.example>] [250 sender]",
            "[RCPT TO:<c@d.example>] [550 nobody]",
            "[DATA] [554 none]");
    assertThat(rows.get(2).answers().get(0).meaning()).startsWith("250 done: sender");
  }

  @Test
  void whatDoesNotFitIsCounted() {
    ConversationLog small = log(200);
    for (int i = 0; i < 1_000; i++) {
      sent(small, "NOOP", LineKind.COMMAND, Secrecy.NOTHING);
    }
    assertThat(lines(small))
        .containsExactly(
            "C: NOOP", "C: NOOP", "# 998 more lines were said here than this report keeps.");
  }

  @Test
  void aLongLineIsCutBetweenCharacters() {
    sent(log, "x" + "\uD83C\uDF31".repeat(5_000), LineKind.TEXT, Secrecy.NOTHING);
    String line = ((Scene.Said) log.scenes().get(0)).line();
    assertThat(line).hasSize(2_000).endsWith("\uD83C\uDF31…");
  }

  /** Lines of the client behind C, of the server behind S. */
  private void play(Session session, String... lines) {
    for (String line : lines) {
      String text = line.substring(1);
      if (line.startsWith("C")) {
        log.heard(session.typed(text, false, 0));
      } else {
        session.received(new Line(text, Line.Ending.CRLF, 0), 0).ifPresent(log::heard);
      }
    }
  }
}
