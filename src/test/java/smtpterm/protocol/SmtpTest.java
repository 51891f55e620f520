package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was said before, what was asked and what came back make what is due next. */
final class SmtpTest {
  private static final String EHLO = "250-mx\n250 AUTH LOGIN PLAIN";

  private final Smtp smtp = new Smtp();

  /** Says the lines and hears the replies; each pair is {@code line = reply}. */
  private Progress after(String... pairs) {
    Progress progress = smtp.replied(smtp.start(), Asked.GREETING, Reply.of("220 mx.test ESMTP"));
    for (String pair : pairs) {
      String[] sides = pair.split(" = ", -1);
      progress = said(progress, sides[0], sides[1].split("\n", -1));
    }
    return progress;
  }

  private Progress said(Progress before, String line, String... reply) {
    LineKind kind = smtp.kindOf(before);
    Asked.Kind asked =
        switch (kind) {
          case COMMAND -> Asked.Kind.COMMAND;
          case ANSWER -> Asked.Kind.ANSWER;
          case TEXT -> Asked.Kind.DOT;
        };
    return smtp.replied(smtp.sent(before, kind, line), new Asked(asked, line), Reply.of(reply));
  }

  private static Progress at(Phase phase) {
    Capabilities login = Capabilities.of(Reply.of("250-mx", "250 AUTH LOGIN"));
    Progress progress = Progress.at(phase).greeted(login);
    return switch (phase) {
      case MAIL, AFTER -> progress.loggedIn("anna").in(phase);
      case RCPT -> progress.from("a@b");
      case DATA -> progress.from("a@b").to("c@d");
      case TEXT, DOT -> progress.from("a@b").to("c@d").in(phase);
      default -> progress.in(phase);
    };
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "HELLO | EHLO me             | 250 mx        | MAIL",
        "HELLO | EHLO me             | 502 no        | HELLO",
        "HELLO | HELO me             | 250 mx        | MAIL",
        "HELLO | HELO me             | 550 no        | HELLO",
        "HELLO | RSET                | 250 ok        | HELLO",
        "HELLO | NOOP                | 250 ok        | HELLO",
        "HELLO | MAIL FROM:<a@b>     | 503 EHLO      | HELLO",
        "HELLO | MAIL FROM:<a@b>     | 250 ok        | RCPT",
        "AUTH  | MAIL FROM:<a@b>     | 250 ok        | RCPT",
        "AUTH  | MAIL FROM:<a@b>     | 530 login     | AUTH",
        "AUTH  | AUTH LOGIN          | 334 x         | CHALLENGE",
        "AUTH  | AUTH LOGIN          | 504 no        | AUTH",
        "AUTH  | AUTH PLAIN x        | 235 ok        | MAIL",
        "AUTH  | AUTH PLAIN x        | 535 no        | AUTH",
        "AUTH  | NOOP                | 250 ok        | AUTH",
        "AUTH  | VRFY bob            | 252 maybe     | AUTH",
        "AUTH  | RSET                | 250 ok        | AUTH",
        "MAIL  | MAIL FROM:<a@b>     | 250 ok        | RCPT",
        "MAIL  | mail from:<a@b>     | 250 ok        | RCPT",
        "MAIL  | MAIL FROM:<a@b>     | 451 later     | MAIL",
        "MAIL  | AUTH LOGIN          | 503 already   | MAIL",
        "MAIL  | RCPT TO:<a@b>       | 503 MAIL      | MAIL",
        "MAIL  | DATA                | 503 MAIL      | MAIL",
        "MAIL  | QUIT                | 221 bye       | CLOSED",
        "MAIL  | QUIT                | 500 what      | MAIL",
        "MAIL  | XYZZY               | 250 ok        | MAIL",
        "MAIL  | XYZZY               | 500 what      | MAIL",
        "RCPT  | RCPT TO:<c@d>       | 250 ok        | DATA",
        "RCPT  | RCPT TO:<c@d>       | 251 forward   | DATA",
        "RCPT  | RCPT TO:<c@d>       | 550 unknown   | RCPT",
        "RCPT  | RCPT TO:<c@d>       | 450 later     | RCPT",
        "RCPT  | DATA                | 503 RCPT      | RCPT",
        "RCPT  | MAIL FROM:<x@y>     | 503 nested    | RCPT",
        "RCPT  | RSET                | 250 ok        | AUTH",
        "DATA  | RCPT TO:<e@f>       | 250 ok        | DATA",
        "DATA  | RCPT TO:<e@f>       | 550 unknown   | DATA",
        "DATA  | DATA                | 354 go        | TEXT",
        "DATA  | DATA                | 250 odd       | DATA",
        "DATA  | DATA                | 451 later     | DATA",
        "DATA  | DATA                | 554 no        | DATA",
        "DATA  | RSET                | 250 ok        | AUTH",
        "DATA  | EHLO me             | 250 mx        | MAIL",
        "DATA  | QUIT                | 221 bye       | CLOSED",
        "TEXT  | .                   | 250 queued    | AFTER",
        "TEXT  | .                   | 550 spam      | AUTH",
        "TEXT  | .                   | 452 full      | AUTH",
        "AFTER | MAIL FROM:<a@b>     | 250 ok        | RCPT",
        "AFTER | RSET                | 250 ok        | MAIL",
        "AFTER | NOOP                | 250 ok        | AFTER",
        "AFTER | QUIT                | 221 bye       | CLOSED",
        "MAIL  | NOOP                | 421 shutdown  | CLOSED",
        "DATA  | DATA                | 421 shutdown  | CLOSED",
        "TEXT  | .                   | 421 shutdown  | CLOSED",
        "AUTH  | AUTH LOGIN          | 421 shutdown  | CLOSED",
      })
  void eachReplyLeadsToItsPhase(Phase before, String line, String reply, Phase expected) {
    assertThat(said(at(before), line, reply).phase()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"220 hi,HELLO", "554 no,GREETING", "421 busy,CLOSED", "220,HELLO"})
  void theGreetingOpensTheConversation(String reply, Phase expected) {
    assertThat(smtp.replied(smtp.start(), Asked.GREETING, Reply.of(reply)).phase())
        .isEqualTo(expected);
  }

  @Test
  void whatEhloOffersDecidesWhetherALoginIsDue() {
    assertThat(after("EHLO me = " + EHLO).phase()).isEqualTo(Phase.AUTH);
    assertThat(after("EHLO me = 250-mx\n250 SIZE").phase()).isEqualTo(Phase.MAIL);
    assertThat(after("EHLO me = 250-mx\n250 AUTH").phase()).isEqualTo(Phase.MAIL);
  }

  @Test
  void heloForgetsWhatEhloOffered() {
    Progress progress = after("EHLO me = " + EHLO, "HELO me = 250 mx");
    assertThat(progress.capabilities()).isEqualTo(Capabilities.none());
    assertThat(progress.phase()).isEqualTo(Phase.MAIL);
  }

  @Test
  void aWholeMailLeavesNothingBehind() {
    Progress data =
        after(
            "EHLO me = " + EHLO,
            "MAIL FROM:<anna@kolleg.de> SIZE=5 = 250 ok",
            "RCPT TO:<bob@kolleg.de> = 250 ok",
            "RCPT TO:<x@kolleg.de> = 550 no",
            "RCPT TO:<carol@kolleg.de> = 250 ok");
    assertThat(data.reversePath()).isEqualTo("anna@kolleg.de");
    assertThat(data.recipients()).isEqualTo(List.of("bob@kolleg.de", "carol@kolleg.de"));
    Progress over = said(said(data, "DATA", "354 go"), ".", "250 ok");
    assertThat(over.phase()).isEqualTo(Phase.AFTER);
    assertThat(over.reversePath()).isEmpty();
    assertThat(over.recipients()).isEmpty();
  }

  @Test
  void aRefusedMailIsGoneToo() {
    Progress progress =
        after(
            "EHLO me = 250 mx",
            "MAIL FROM:<> = 250 ok",
            "RCPT TO:<b@c> = 250 ok",
            "DATA = 354 go",
            ". = 550 no");
    assertThat(progress.phase()).isEqualTo(Phase.MAIL);
    assertThat(progress.recipients()).isEmpty();
  }

  @Test
  void aLoginGoesFromChallengeToChallenge() {
    Progress user = after("EHLO me = " + EHLO, "AUTH LOGIN = 334 VXNlcm5hbWU6");
    assertThat(smtp.kindOf(user)).isEqualTo(LineKind.ANSWER);
    Progress password = said(user, "YW5uYQ==", "334 UGFzc3dvcmQ6");
    assertThat(password.phase()).isEqualTo(Phase.CHALLENGE);
    Progress in = said(password, "Z2VoZWlt", "235 ok");
    assertThat(in.phase()).isEqualTo(Phase.MAIL);
    assertThat(in.user()).isEqualTo("anna");
    assertThat(in.loggedIn()).isTrue();
    assertThat(in.exchange()).isEmpty();
  }

  @Test
  void aRefusedLoginMayBeTriedAgain() {
    Progress progress =
        after(
            "EHLO me = " + EHLO,
            "AUTH LOGIN = 334 VXNlcm5hbWU6",
            "YW5uYQ== = 334 UGFzc3dvcmQ6",
            "eA== = 535 no");
    assertThat(progress.phase()).isEqualTo(Phase.AUTH);
    assertThat(progress.exchange()).isEmpty();
    assertThat(progress.loggedIn()).isFalse();
    assertThat(smtp.kindOf(progress)).isEqualTo(LineKind.COMMAND);
  }

  @Test
  void aLoginInTheMiddleOfAMailDoesNotLoseIt() {
    Progress progress =
        after(
            "EHLO me = " + EHLO,
            "MAIL FROM:<a@b> = 250 ok",
            "RCPT TO:<c@d> = 250 ok",
            "AUTH PLAIN x = 503 not now");
    assertThat(progress.phase()).isEqualTo(Phase.DATA);
    assertThat(progress.recipients()).containsExactly("c@d");
  }

  @Test
  void onceLoggedInNoLoginIsDueAgain() {
    Progress progress =
        after("EHLO me = " + EHLO, "AUTH PLAIN AGFubmEAZ2VoZWlt = 235 ok", "EHLO me = " + EHLO);
    assertThat(progress.phase()).isEqualTo(Phase.MAIL);
    assertThat(progress.user()).isEqualTo("anna");
  }

  @Test
  void onlyTheLoneDotOfMessageTextAwaitsAReply() {
    assertThat(smtp.repliesTo(at(Phase.TEXT), LineKind.TEXT, ".")).isOne();
    for (String line : List.of("", "..", ". ", " .", "QUIT", "text")) {
      assertThat(smtp.repliesTo(at(Phase.TEXT), LineKind.TEXT, line)).as(line).isZero();
      assertThat(smtp.sent(at(Phase.TEXT), LineKind.TEXT, line).phase()).isEqualTo(Phase.TEXT);
    }
    assertThat(smtp.repliesTo(at(Phase.MAIL), LineKind.COMMAND, "")).isOne();
    assertThat(smtp.repliesTo(at(Phase.MAIL), LineKind.ANSWER, "")).isOne();
    assertThat(smtp.sent(at(Phase.TEXT), LineKind.TEXT, ".").phase()).isEqualTo(Phase.DOT);
  }

  @ParameterizedTest
  @CsvSource({"250 ok,true", "000 chatter,false", "050 more,false", "text,false", "999 x,true"})
  void chatterAnswersNothing(String line, boolean answers) {
    assertThat(smtp.answers(Reply.of(line))).isEqualTo(answers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "MAIL FROM:<a@b>            | a@b",
        "MAIL FROM:<>               | \"\"",
        "MAIL FROM: <a@b> SIZE=1    | a@b",
        "MAIL FROM:a@b SIZE=1       | a@b",
        "MAIL FROM:a@b              | a@b",
        "MAIL FROM:<a@b             | <a@b",
        "MAIL                       | \"\"",
        "RCPT TO:<bob@[IPv6:::1]>   | bob@[IPv6:::1]",
        "\"RCPT TO:<a b@c> X=1\"    | a b@c",
      })
  void theAddressIsReadOutOfItsCommand(String line, String path) {
    assertThat(Smtp.path(new Command(line))).isEqualTo(path);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void aLineIsTextOnlyBetween354AndTheDot(Phase phase) {
    LineKind expected = phase == Phase.TEXT ? LineKind.TEXT : LineKind.COMMAND;
    assertThat(smtp.kindOf(Progress.at(phase))).isEqualTo(expected);
  }

  @Test
  void aFourTwoOneEndsALoginToo() {
    Progress challenge = after("EHLO me = " + EHLO, "AUTH LOGIN = 334 VXNlcm5hbWU6");
    Progress closed = said(challenge, "YW5uYQ==", "421 bye");
    assertThat(closed.exchange()).isEqualTo(Optional.empty());
    assertThat(closed.phase()).isEqualTo(Phase.CLOSED);
  }

  @Test
  void aRawConversationClaimsNothing() {
    Raw raw = new Raw();
    Progress start = raw.start();
    assertThat(raw.greets()).isFalse();
    assertThat(raw.repliesTo(start, LineKind.COMMAND, "GET /")).isZero();
    assertThat(raw.answers(Reply.of("250 ok"))).isFalse();
    assertThat(raw.sent(start, LineKind.COMMAND, "DATA")).isEqualTo(start);
    assertThat(raw.replied(start, Asked.GREETING, Reply.of("421 bye"))).isEqualTo(start);
    assertThat(raw.kindOf(start)).isEqualTo(LineKind.COMMAND);
    assertThat(raw.name()).isEqualTo("raw");
    assertThat(smtp.name()).isEqualTo("smtp");
  }
}
