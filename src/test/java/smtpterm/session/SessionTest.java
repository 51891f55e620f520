package smtpterm.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.protocol.Asked;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.protocol.Raw;
import smtpterm.protocol.Reply;
import smtpterm.protocol.ReplyFlaw;
import smtpterm.protocol.Secrecy;
import smtpterm.protocol.Smtp;
import smtpterm.wire.Line;

/** The state machine alone: lines go in, notices come out, and no socket is near. */
final class SessionTest {
  private final Session session = new Session(new Smtp(), 0);
  private final List<Turn> turns = new ArrayList<>();
  private long now;

  private static Line crlf(String text) {
    return new Line(text, Line.Ending.CRLF, 0);
  }

  /** {@code "C: …"} is typed, {@code "S: …"} is received. */
  private void play(String... lines) {
    for (String line : lines) {
      String text = line.substring(3);
      if (line.startsWith("C: ")) {
        session.typed(text, false, now);
      } else {
        session.received(crlf(text), now).ifPresent(replied -> turns.add(replied.turn()));
      }
    }
  }

  private Phase phase() {
    return session.view().progress().phase();
  }

  /** What each reply answered, in the order of the replies: {@code 250<EHLO me}. */
  private List<String> answered() {
    return turns.stream()
        .map(t -> t.reply().code() + "<" + t.asked().map(SessionTest::told).orElse("nobody"))
        .toList();
  }

  private static String told(Asked asked) {
    return asked.kind() == Asked.Kind.COMMAND ? asked.line() : asked.kind() + " " + asked.line();
  }

  @Test
  void theGreetingIsAwaitedFromTheStart() {
    assertThat(session.view().waiting()).containsExactly(Asked.GREETING);
    play("S: 220 mx");
    assertThat(session.view().waiting()).isEmpty();
    assertThat(phase()).isEqualTo(Phase.HELLO);
    assertThat(answered()).containsExactly("220<GREETING ");
  }

  @Test
  void aWholeMailGoesThrough() {
    play("S: 220 mx", "C: EHLO me", "S: 250-mx", "S: 250 SIZE", "C: MAIL FROM:<a@b>", "S: 250 ok");
    play("C: RCPT TO:<c@d>", "S: 250 ok", "C: DATA", "S: 354 go", "C: Subject: x", "C: ", "C: ..");
    assertThat(session.view().waiting()).isEmpty();
    assertThat(session.view().next()).isEqualTo(LineKind.TEXT);
    play("C: .", "S: 250 queued", "C: QUIT", "S: 221 bye");
    assertThat(answered())
        .containsExactly(
            "220<GREETING ",
            "250<EHLO me",
            "250<MAIL FROM:<a@b>",
            "250<RCPT TO:<c@d>",
            "354<DATA",
            "250<DOT .",
            "221<QUIT");
    assertThat(phase()).isEqualTo(Phase.CLOSED);
    assertThat(session.saidGoodBye()).isTrue();
  }

  @Test
  void repliesAnswerTheOldestLineFirst() {
    play("C: EHLO me", "C: NOOP", "C: QUIT", "S: 220 mx", "S: 250 hi", "S: 250 ok", "S: 221 bye");
    assertThat(answered()).containsExactly("220<GREETING ", "250<EHLO me", "250<NOOP", "221<QUIT");
  }

  @Test
  void aSecretTypedAheadStaysHiddenWhenItBecomesACommand() {
    play("S: 220 mx", "C: AUTH LOGIN", "C: YW5uYQ==", "C: Z2VoZWlt", "S: 504 no");
    assertThat(session.view().waiting())
        .containsExactly(
            new Asked(Asked.Kind.COMMAND, "YW5uYQ==", false),
            new Asked(Asked.Kind.COMMAND, "Z2VoZWlt", true));
  }

  @Test
  void textTypedAheadOf354IsTextAfterIt() {
    play("S: 220 mx", "C: DATA", "C: Subject: x", "C: QUIT", "C: .", "C: NOOP");
    assertThat(session.view().waiting()).hasSize(5);
    play("S: 354 go");
    assertThat(session.view().waiting())
        .containsExactly(new Asked(Asked.Kind.DOT, "."), new Asked(Asked.Kind.COMMAND, "NOOP"));
    assertThat(phase()).isEqualTo(Phase.DOT);
    play("S: 250 queued", "S: 250 ok");
    assertThat(answered()).endsWith("250<DOT .", "250<NOOP");
  }

  @Test
  void textTypedAheadWithoutItsDotLeavesTheTextOpen() {
    play("S: 220 mx", "C: DATA", "C: one", "C: two", "S: 354 go");
    assertThat(session.view().waiting()).isEmpty();
    assertThat(phase()).isEqualTo(Phase.TEXT);
  }

  @Test
  void textTypedAheadOfARefusedDataIsCommands() {
    play("S: 220 mx", "C: DATA", "C: one", "C: .", "S: 503 no", "S: 500 what", "S: 500 what");
    assertThat(answered()).endsWith("503<DATA", "500<one", "500<.");
    assertThat(phase()).isEqualTo(Phase.HELLO);
  }

  @Test
  void textTypedAheadThatLooksLikeAuthOpensNoLogin() {
    play("S: 220 mx", "C: DATA", "C: AUTH PLAIN is a command", "C: more", "C: .", "S: 354 go");
    play("S: 250 queued");
    assertThat(session.view().progress().exchange()).isEmpty();
    assertThat(session.view().next()).isEqualTo(LineKind.COMMAND);
    assertThat(session.typed("NOOP", false, now).secretFrom()).isEqualTo(Secrecy.NOTHING);
  }

  @Test
  void anAuthBehindTextTypedAheadIsStillALogin() {
    play("S: 220 mx", "C: DATA", "C: .", "C: AUTH LOGIN", "S: 354 go", "S: 250 queued");
    assertThat(session.view().next()).isEqualTo(LineKind.ANSWER);
    play("S: 334 VXNlcm5hbWU6", "C: YW5uYQ==");
    assertThat(session.typed("Z2VoZWlt", false, now).secretFrom()).isZero();
  }

  @Test
  void answersTypedAheadAreSecretsBeforeTheServerAsks() {
    play("S: 220 mx");
    session.typed("AUTH LOGIN", false, now);
    assertThat(session.typed("YW5uYQ==", false, now).secretFrom()).isEqualTo(Secrecy.NOTHING);
    assertThat(session.typed("Z2VoZWlt", false, now).secretFrom()).isZero();
    play("S: 334 VXNlcm5hbWU6", "S: 334 UGFzc3dvcmQ6", "S: 235 ok");
    assertThat(session.view().progress().user()).isEqualTo("anna");
    assertThat(answered()).endsWith("334<AUTH LOGIN", "334<ANSWER YW5uYQ==", "235<ANSWER Z2VoZWlt");
  }

  @Test
  void answersTypedAheadOfARefusedAuthAreCommands() {
    play("S: 220 mx", "C: AUTH LOGIN", "C: YW5uYQ==", "C: QUIT", "S: 504 no", "S: 500 what");
    play("S: 221 bye");
    assertThat(answered()).endsWith("504<AUTH LOGIN", "500<YW5uYQ==", "221<QUIT");
    assertThat(session.saidGoodBye()).isTrue();
  }

  @Test
  void aSecondAuthTypedAheadOfARefusedOneStillHidesItsPassword() {
    play("S: 220 mx", "C: AUTH FOO", "C: AUTH LOGIN", "S: 504 no", "S: 334 VXNlcm5hbWU6");
    assertThat(session.view().next()).isEqualTo(LineKind.ANSWER);
    play("C: YW5uYQ==", "S: 334 UGFzc3dvcmQ6");
    assertThat(session.view().secretFrom("Z2VoZWlt")).isZero();
    play("C: Z2VoZWlt", "S: 235 ok");
    assertThat(session.view().progress().user()).isEqualTo("anna");
  }

  @Test
  void aCommandTypedAheadOfTheEndOfALoginIsACommandAfterIt() {
    play("S: 220 mx", "C: AUTH PLAIN AGFubmEAZ2VoZWlt", "C: MAIL FROM:<a@b>", "S: 235 ok");
    play("S: 250 ok");
    assertThat(session.view().progress().user()).isEqualTo("anna");
    assertThat(session.view().progress().reversePath()).isEqualTo("a@b");
    assertThat(phase()).isEqualTo(Phase.RCPT);
  }

  @Test
  void whatWasHiddenWhileTypedStaysHidden() {
    play("S: 220 mx");
    assertThat(session.typed("geheim", true, now).secretFrom()).isZero();
    assertThat(session.typed("", true, now).secretFrom()).isEqualTo(Secrecy.NOTHING);
    assertThat(session.typed("geheim", false, now).secretFrom()).isEqualTo(Secrecy.NOTHING);
  }

  @Test
  void aReplyNobodyAskedForChangesNothing() {
    play("S: 220 mx", "S: 250 AUTH LOGIN", "S: 354 go", "S: 221 bye");
    assertThat(answered())
        .containsExactly("220<GREETING ", "250<nobody", "354<nobody", "221<nobody");
    assertThat(phase()).isEqualTo(Phase.HELLO);
  }

  @Test
  void aFourTwoOneNobodyAskedForClosesAllTheSame() {
    play("S: 220 mx", "S: 421 time is up");
    assertThat(answered()).endsWith("421<nobody");
    assertThat(phase()).isEqualTo(Phase.CLOSED);
    assertThat(session.saidGoodBye()).isFalse();
  }

  @Test
  void chatterBeforeTheAnswerIsNotTheAnswer() {
    play("S: 220 mx", "C: NOOP", "S: 050 still here", "S: half a word", "S: 250 ok");
    assertThat(answered()).endsWith("050<nobody", "<nobody", "250<NOOP");
    assertThat(session.view().waiting()).isEmpty();
  }

  @Test
  void theTimeOfAReplyIsTakenFromItsOwnLine() {
    play("S: 220 mx");
    now = 1_000_000;
    play("C: NOOP");
    now = 3_000_000;
    play("C: QUIT");
    now = 10_000_000;
    play("S: 250 ok");
    assertThat(session.view().waitingSince()).isEqualTo(3_000_000);
    assertThat(session.view().lastTook()).contains(Duration.ofMillis(9));
    play("S: 000 chatter");
    assertThat(turns.get(2).took()).isZero();
    assertThat(session.view().lastTook()).contains(Duration.ofMillis(9));
  }

  @Test
  void bareLfAndCutLinesAreToleratedAndReported() {
    Notice.Replied replied =
        session.received(new Line("220 mx", Line.Ending.LF, 7), 0).orElseThrow();
    assertThat(replied.turn().reply().flaws())
        .containsExactlyInAnyOrder(ReplyFlaw.BARE_LF, ReplyFlaw.LINE_CUT);
    assertThat(phase()).isEqualTo(Phase.HELLO);
  }

  @Test
  void aLineWithoutItsEndIsUnfinished() {
    Notice.Replied replied =
        session.received(new Line("220 mx", Line.Ending.NONE, 0), 0).orElseThrow();
    assertThat(replied.turn().reply().flaws()).containsExactly(ReplyFlaw.UNFINISHED);
  }

  @ParameterizedTest
  @CsvSource({"TEXT,IN_TEXT", "DOT,AFTER_DOT", "GREETING,ELSEWHERE", "CLOSED,ELSEWHERE"})
  void theEndKnowsItsPlace(Phase phase, Ending.Place place) {
    switch (phase) {
      case TEXT -> play("S: 220 mx", "C: DATA", "S: 354 go", "C: text");
      case DOT -> play("S: 220 mx", "C: DATA", "S: 354 go", "C: .");
      case CLOSED -> play("S: 220 mx", "C: DATA", "S: 354 go", "C: .", "S: 421 bye");
      default -> play();
    }
    Ending ending = session.ended(Ending.Cause.SERVER_CLOSED, "").ending();
    assertThat(ending.place()).isEqualTo(place);
    assertThat(ending.lost()).isTrue();
    assertThat(session.view().waiting()).isEmpty();
    assertThat(session.view().open()).isFalse();
    assertThat(phase()).isEqualTo(Phase.CLOSED);
  }

  @Test
  void aTimeoutInTheMiddleOfTheTextLosesTheMail() {
    play("S: 220 mx", "C: DATA", "S: 354 go", "C: text", "S: 421 4.4.2 timeout");
    Ending ending = session.ended(Ending.Cause.SERVICE_CLOSING, "").ending();
    assertThat(ending.place()).isEqualTo(Ending.Place.IN_TEXT);
  }

  @Test
  void anEndInTheMiddleOfAReplyKeepsWhatCame() {
    play("S: 220 mx", "C: EHLO me", "S: 250-mx");
    Ending ending = session.ended(Ending.Cause.RESET, "").ending();
    assertThat(ending.unfinished().map(Reply::lines)).contains(List.of("250-mx"));
    assertThat(session.ended(Ending.Cause.LEFT, "x").ending()).isEqualTo(ending);
  }

  @Test
  void anEndInTheMiddleOfALoginForgetsIt() {
    play("S: 220 mx", "C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6");
    session.ended(Ending.Cause.RESET, "");
    assertThat(session.view().progress().exchange()).isEqualTo(Optional.empty());
    assertThat(session.view().next()).isEqualTo(LineKind.COMMAND);
  }

  @Test
  void inAnUnknownProtocolNothingIsAwaited() {
    Session raw = new Session(new Raw(), 0);
    assertThat(raw.view().waiting()).isEmpty();
    raw.typed("GET / HTTP/1.0", false, 0);
    Turn turn = raw.received(crlf("421 is no good-bye here"), 0).orElseThrow().turn();
    assertThat(turn.asked()).isEmpty();
    assertThat(raw.view().progress().phase()).isEqualTo(Phase.RAW);
    assertThat(raw.view().open()).isTrue();
  }
}
