package smtpterm.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.protocol.Asked;
import smtpterm.protocol.Dialect;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Lmtp;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Pop3;
import smtpterm.protocol.Progress;
import smtpterm.protocol.Protocol;
import smtpterm.protocol.ReplyClass;
import smtpterm.protocol.ReplyFlaw;
import smtpterm.protocol.Secrecy;
import smtpterm.protocol.Smtp;
import smtpterm.wire.Line;

/** POP3 and LMTP in the state machine, and how the greeting tells them apart. */
final class DialectsTest {
  private final List<Turn> turns = new ArrayList<>();
  private Session session = new Session(new Pop3(), 0);

  /** {@code "C: …"} is typed, {@code "S: …"} is received. */
  private void play(String... lines) {
    for (String line : lines) {
      String text = line.substring(3);
      if (line.startsWith("C: ")) {
        session.typed(text, false, 0);
      } else {
        session
            .received(new Line(text, Line.Ending.CRLF, 0), 0)
            .ifPresent(replied -> turns.add(replied.turn()));
      }
    }
  }

  private void speak(Dialect dialect) {
    session = new Session(dialect, 0);
    turns.clear();
  }

  private Progress progress() {
    return session.view().progress();
  }

  private Turn last() {
    return turns.get(turns.size() - 1);
  }

  private List<String> answered() {
    return turns.stream()
        .map(t -> t.reply().code() + "<" + t.asked().map(Asked::line).orElse("nobody"))
        .toList();
  }

  @Test
  void thePhasesOfPop3FollowTheLogin() {
    assertThat(progress().phase()).isEqualTo(Phase.GREETING);
    play("S: +OK ready <1.2@mail.kolleg.de>");
    assertThat(progress().phase()).isEqualTo(Phase.AUTHORIZATION);
    assertThat(progress().stamp()).isEqualTo("<1.2@mail.kolleg.de>");
    play("C: USER anna", "S: +OK");
    assertThat(progress().phase()).isEqualTo(Phase.PASSWORD);
    play("C: PASS falsch", "S: -ERR [AUTH] no");
    assertThat(progress().phase()).isEqualTo(Phase.AUTHORIZATION);
    assertThat(progress().user()).isEmpty();
    play("C: USER anna", "S: +OK", "C: PASS geheim", "S: +OK 2 messages");
    assertThat(progress().phase()).isEqualTo(Phase.TRANSACTION);
    assertThat(progress().loggedIn()).isTrue();
    assertThat(progress().user()).isEqualTo("anna");
    play("C: QUIT");
    assertThat(progress().phase()).isEqualTo(Phase.UPDATE);
    play("S: +OK bye");
    assertThat(progress().phase()).isEqualTo(Phase.CLOSED);
    assertThat(session.saidGoodBye()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'   LIST',true",
    "' RETR 1',true",
    "CAPA,true",
    "RETR 1,true",
    "retr 1,true",
    "TOP 1 0,true",
    "LIST,true",
    "LIST ,true",
    "LIST 1,false",
    "UIDL,true",
    "UIDL 2,false",
    "AUTH,true",
    "LANG,true",
    "LANG de,false",
    "STAT,false",
    "DELE 1,false",
    "NOOP,false",
    "XTND,true",
  })
  void theCommandDecidesWhereItsAnswerEnds(String command, boolean dotted) {
    play("S: +OK", "C: " + command, "S: +OK first line");
    assertThat(turns).hasSize(dotted ? 1 : 2);
    if (dotted) {
      play("S: 250 no code", "S: ..stuffed", "S: -ERR no code", "S: .");
      assertThat(last().reply().lines()).hasSize(5);
      assertThat(last().reply().body()).containsExactly("250 no code", ".stuffed", "-ERR no code");
      assertThat(last().reply().text()).isEqualTo("first line");
    }
    play("C: NOOP", "S: +OK noop");
    assertThat(last().asked().orElseThrow().line()).isEqualTo("NOOP");
  }

  @Test
  void aRefusalIsAlwaysOneLine() {
    play(
        "S: +OK",
        "C: RETR 9",
        "S: -ERR no such message",
        "C: LIST",
        "S: -ERR",
        "C: STAT",
        "S: +OK");
    assertThat(answered()).containsExactly("+OK<", "-ERR<RETR 9", "-ERR<LIST", "+OK<STAT");
  }

  @Test
  void commandsSentTogetherGetTheirAnswersInOrder() {
    play("S: +OK", "C: CAPA", "C: LIST", "C: STAT");
    play(
        "S: +OK",
        "S: UIDL",
        "S: SASL PLAIN CRAM-MD5",
        "S: .",
        "S: +OK",
        "S: 1 5",
        "S: .",
        "S: +OK 1 5");
    assertThat(answered()).containsExactly("+OK<", "+OK<CAPA", "+OK<LIST", "+OK<STAT");
    assertThat(progress().capabilities().offers("UIDL")).isTrue();
    assertThat(progress().capabilities().mechanisms()).containsExactly("PLAIN", "CRAM-MD5");
  }

  @Test
  void theChallengesOfAuthAreAnsweredByPosition() {
    play("S: +OK", "C: AUTH PLAIN", "S: + ");
    assertThat(progress().phase()).isEqualTo(Phase.CHALLENGE);
    assertThat(session.view().next()).isEqualTo(LineKind.ANSWER);
    assertThat(last().reply().replyClass()).isEqualTo(ReplyClass.INTERMEDIATE);
    play("C: AGFubmEAZ2VoZWlt", "S: +OK");
    assertThat(progress().phase()).isEqualTo(Phase.TRANSACTION);
    assertThat(progress().user()).isEqualTo("anna");
    speak(new Pop3());
    play("S: +OK", "C: AUTH PLAIN", "S: +", "C: *", "S: -ERR cancelled");
    assertThat(progress().phase()).isEqualTo(Phase.AUTHORIZATION);
    assertThat(session.view().next()).isEqualTo(LineKind.COMMAND);
  }

  @Test
  void passwordsAndDigestsAreSecret() {
    play("S: +OK");
    assertThat(session.typed("PASS geheim", false, 0).secretFrom()).isEqualTo(5);
    assertThat(session.typed("APOP anna c4c9334bac560ecc979e58001b3e22fb", false, 0).secretFrom())
        .isEqualTo(10);
    assertThat(session.typed("APOP anna", false, 0).secretFrom()).isEqualTo(Secrecy.NOTHING);
    assertThat(session.typed("USER anna", false, 0).secretFrom()).isEqualTo(Secrecy.NOTHING);
  }

  @Test
  void aReasonThatPassesMakesARefusalTemporary() {
    play("S: +OK", "C: PASS x", "S: -ERR [IN-USE] locked");
    assertThat(last().reply().replyClass()).isEqualTo(ReplyClass.TRANSIENT);
    assertThat(last().reply().reason()).contains("IN-USE");
    play("C: PASS x", "S: -ERR [AUTH] wrong");
    assertThat(last().reply().replyClass()).isEqualTo(ReplyClass.PERMANENT);
  }

  @Test
  void aLineWithoutStatusAnswersNothing() {
    play("S: +OK", "C: STAT", "S: hello", "S: +OK 0 0");
    assertThat(turns.get(1).asked()).isEmpty();
    assertThat(turns.get(1).reply().flaws()).containsExactly(ReplyFlaw.NO_CODE);
    assertThat(last().asked().orElseThrow().line()).isEqualTo("STAT");
  }

  @Test
  void anUnfinishedMailIsToldWithWhatCameOfIt() {
    play("S: +OK", "C: RETR 1", "S: +OK", "S: Subject: x");
    Ending ending = session.ended(Ending.Cause.SERVER_CLOSED, "").ending();
    assertThat(ending.unfinished().orElseThrow().body()).containsExactly("Subject: x");
    assertThat(ending.unfinished().orElseThrow().code()).isEqualTo("+OK");
  }

  @Test
  void aServerThatGreetsWithErrSaysGoodBye() {
    play("S: -ERR too many readers");
    assertThat(progress().phase()).isEqualTo(Phase.CLOSED);
  }

  @Test
  void lmtpAnswersForEachRecipientBehindTheDot() {
    speak(new Lmtp());
    play("S: 220 mail LMTP", "C: LHLO me", "S: 250-mail", "S: 250 PIPELINING");
    play("C: MAIL FROM:<a@b>", "S: 250 ok", "C: RCPT TO:<x@b>", "S: 250 ok");
    play("C: RCPT TO:<no@b>", "S: 550 no", "C: RCPT TO:<y@b>", "S: 250 ok", "C: DATA", "S: 354 go");
    play("C: text", "C: .");
    assertThat(session.view().waiting()).hasSize(2);
    play("S: 250 x has it");
    assertThat(progress().phase()).isEqualTo(Phase.DOT);
    assertThat(last().before().recipients()).containsExactly("x@b", "y@b");
    assertThat(progress().recipients()).containsExactly("y@b");
    play("S: 452 y is full");
    assertThat(progress().phase()).isEqualTo(Phase.MAIL);
    play("C: QUIT", "S: 221 bye");
    assertThat(last().asked().orElseThrow().line()).isEqualTo("QUIT");
  }

  @Test
  void linesTypedAheadInLmtpAreCountedWhenTheirTurnComes() {
    speak(new Lmtp());
    play("S: 220 mail", "C: LHLO me", "C: MAIL FROM:<a@b>", "C: RCPT TO:<x@b>", "C: RCPT TO:<y@b>");
    play("C: DATA", "C: text", "C: .", "C: QUIT");
    play("S: 250 mail", "S: 250 ok", "S: 250 ok", "S: 250 ok", "S: 354 go", "S: 250 x", "S: 250 y");
    assertThat(session.view().waiting()).hasSize(1);
    play("S: 221 bye");
    assertThat(session.saidGoodBye()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "+OK ready,POP3", "-ERR busy,POP3", "220 mail ESMTP,SMTP", "220 mail LMTP ready,LMTP",
    "220 lmtp.example ESMTP,SMTP", "* OK IMAP4rev1,RAW", "554 no,SMTP", "hello,SMTP",
  })
  void theGreetingTellsWhatIsSpokenWhenNobodySaid(String greeting, Protocol spoken) {
    speak(Smtp.assumed());
    play("S: " + greeting);
    assertThat(progress().protocol()).isEqualTo(spoken);
    speak(new Smtp());
    play("S: " + greeting);
    assertThat(progress().protocol()).isEqualTo(Protocol.SMTP);
  }
}
