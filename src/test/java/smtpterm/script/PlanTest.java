package smtpterm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which reply belongs to which line, and what each line is. */
class PlanTest {
  private static List<String> acts(String lines) {
    return Plans.acts(lines.split("; "));
  }

  private static List<String> errors(String lines) {
    return Plans.errors(lines.split("; "));
  }

  @Test
  void eachCommandGetsTheReplyBehindIt() {
    assertThat(
            acts(
                "S: 220; C: EHLO pc; S: 250-a; # note; S: 250 b; C: NOOP; C: QUIT; S: 221; @closed"))
        .containsExactly(
            "GREETING > 220",
            "COMMAND EHLO pc > 250-a/250 b",
            "# note",
            "COMMAND NOOP",
            "+COMMAND QUIT > 221",
            "@closed");
  }

  @Test
  void theExamplesOfRfc2920MeanWhatTheyMeanThere() {
    assertThat(
            acts(
                "C: MAIL FROM:<m@a.example>; C: RCPT TO:<a@b.example>; C: RCPT TO:<c@b.example>;"
                    + " C: DATA; S: 250 sender; S: 250 first; S: 550 second; S: 354 go; C: Hi; C: .;"
                    + " C: QUIT; S: 250 sent; S: 221 goodbye"))
        .containsExactly(
            "COMMAND MAIL FROM:<m@a.example> > 250 sender",
            "+COMMAND RCPT TO:<a@b.example> > 250 first",
            "+COMMAND RCPT TO:<c@b.example> > 550 second",
            "+COMMAND DATA > 354 go",
            "TEXT Hi",
            "+DOT . > 250 sent",
            "+COMMAND QUIT > 221 goodbye");
  }

  @Test
  void behindRefusedDataThereAreCommands() {
    assertThat(acts("C: DATA; S: 503; C: DATA; C: x; C: .; S: 4xx; S: 500; S: 500; C: NOOP"))
        .containsExactly(
            "COMMAND DATA > 503",
            "COMMAND DATA > 4xx",
            "+COMMAND x > 500",
            "+COMMAND . > 500",
            "COMMAND NOOP");
  }

  @Test
  void theBeginningOfALineTellsWhichCommandItIs() {
    assertThat(acts("C: RETR ${n:1}; S: +OK; S: Subject: x; S: .; C: TOP ${n:1} 0; S: +OK; S: ."))
        .containsExactly("COMMAND RETR ${n:1} > +OK/Subject: x/.", "COMMAND TOP ${n:1} 0 > +OK/.");
    assertThat(acts("C: LIST ${n:1}; C: UIDL; S: +OK 1 120; S: +OK; S: 1 abc; S: ."))
        .containsExactly("COMMAND LIST ${n:1} > +OK 1 120", "+COMMAND UIDL > +OK/1 abc/.");
    assertThat(
            acts(
                "C: LHLO a; S: 250; C: RCPT TO:<${a:b}>; C: RCPT TO:<${b:c}>; C: DATA; S: 354;"
                    + " C: .; C: QUIT; S: 250; S: 250; S: 221"))
        .contains("DOT . > 250 > 250", "+COMMAND QUIT > 221");
  }

  @Test
  void whatOnlyChangesSettingsStandsBetweenNoCommandAndItsReply() {
    assertThat(acts("C: NOOP; # note; @timeout 5s; S: 250; @set a b; C: A; @set a c; C: B; S: 250"))
        .containsExactly(
            "COMMAND NOOP > 250",
            "@timeout 5s",
            "# note",
            "@set a b",
            "COMMAND A",
            "@set a c",
            "COMMAND B > 250");
    assertThat(acts("C: A; @pipelining on; C: B; C: C; S: 250; @timeout 5s; S: 2xx; S: 3xx"))
        .containsExactly(
            "COMMAND A > 250",
            "@pipelining on",
            "COMMAND B > 2xx",
            "+COMMAND C > 3xx",
            "@timeout 5s");
    assertThat(acts("C: NOOP; @wait 1s; S: 421")).contains("UNASKED > 421");
    assertThat(acts("C: NOOP; @pause; S: 421")).contains("UNASKED > 421");
  }

  @Test
  void dataOpensTheTextWhereverItMay() {
    for (String reply : List.of("354", "3xx", "*", "354|503")) {
      assertThat(acts("C: DATA; S: " + reply + "; C: x; C: .; S: 250"))
          .containsExactly("COMMAND DATA > " + reply, "TEXT x", "+DOT . > 250");
    }
    assertThat(acts("C: DATA; C: x; C: .; C: QUIT; S: 221"))
        .containsExactly("COMMAND DATA", "+TEXT x", "+DOT .", "+COMMAND QUIT > 221");
    assertThat(acts("C: DATA; @wait 1s; C: x; @wait 1s; S: 421"))
        .containsExactly("COMMAND DATA", "@wait 1s", "TEXT x", "@wait 1s", "UNASKED > 421");
  }

  @Test
  void aFileIsTheRestOfTheMessage() {
    assertThat(acts("C: DATA; S: 354; C: A: b; @send m.eml; C: QUIT; S: 250; S: 221"))
        .containsExactly("COMMAND DATA > 354", "TEXT A: b", "SENDING > 250", "+COMMAND QUIT > 221");
    assertThat(errors("C: DATA; S: 503; @send m.eml")).containsExactly("3:1 SEND_WITHOUT_DATA");
  }

  @Test
  void anAnswerFollowsAChallenge() {
    assertThat(
            acts("C: AUTH LOGIN; S: 334 VXNlcm5hbWU6; C: RGF0YQ==; C: ${answer}; S: 334; S: 235"))
        .containsExactly(
            "COMMAND AUTH LOGIN > 334 VXNlcm5hbWU6",
            "ANSWER RGF0YQ== > 334",
            "+ANSWER ${answer} > 235");
    assertThat(acts("C: AUTH PLAIN; S: +; C: eA==; S: +OK; C: STAT; S: +OK"))
        .containsExactly("COMMAND AUTH PLAIN > +", "ANSWER eA== > +OK", "COMMAND STAT > +OK");
  }

  @Test
  void aChunkGetsOneReplyAtItsEnd() {
    assertThat(acts("C: BDAT 14; C: Hello, World; C: BDAT 0 LAST; S: 250 a; S: 250 b"))
        .containsExactly(
            "COMMAND BDAT 14 (silent)",
            "+CHUNK Hello, World > 250 a",
            "+COMMAND BDAT 0 LAST > 250 b");
    assertThat(acts("C: BDAT 5; C: Hello; S: 250; S: 500"))
        .containsExactly("COMMAND BDAT 5 (silent)", "+CHUNK Hello > 250 > 500");
    assertThat(
            acts("C: BDAT 900; S: 503; C: BDAT 30; C: ${date}; C: x; C: BDAT 3 LAST; C: a; S: 250"))
        .containsExactly(
            "COMMAND BDAT 900 > 503",
            "COMMAND BDAT 30 (silent)",
            "+CHUNK ${date} (silent)",
            "+CHUNK x",
            "+COMMAND BDAT 3 LAST (silent)",
            "+CHUNK a > 250");
    assertThat(errors("C: BDAT 20; C: Hello; S: 250")).containsExactly("2:1 SHORT_CHUNK");
    assertThat(errors("C: BDAT 20; S: 250")).containsExactly("1:1 SHORT_CHUNK");
  }

  @Test
  void withLmtpEachAcceptedRecipientGetsAReply() {
    String hello = "C: LHLO pc; S: 250; C: MAIL FROM:<>; S: 250; ";
    assertThat(
            acts(
                hello
                    + "C: RCPT TO:<a@b>; S: 250; C: RCPT TO:<c@b>; S: 550; C: RCPT TO:<d@b>;"
                    + " C: DATA; S: 354; C: .; C: QUIT; S: 250 a; S: 452 d; S: 221"))
        .endsWith("+COMMAND DATA > 354", "DOT . > 250 a > 452 d", "+COMMAND QUIT > 221")
        .contains("COMMAND RCPT TO:<c@b> > 550");
  }

  @Test
  void aReplyTooManyIsAnError() {
    assertThat(errors("C: NOOP; S: 250; S: 250")).containsExactly("3:1 TOO_MANY_REPLIES");
    assertThat(errors("C: DATA; S: 354; C: Hi; S: 250")).containsExactly("4:1 TEXT_OPEN");
    assertThat(acts("C: NOOP; S: 250; S: 421")).endsWith("UNASKED > 421");
    assertThat(acts("C: NOOP; S: 250; @wait 1s; S: 250")).endsWith("UNASKED > 250");
  }

  @Test
  void eachConnectionHasItsGreeting() {
    assertThat(
            acts(
                "@connect a; S: 220 a; C: QUIT; S: 221; @connect b; @timeout 5s; S: 220 b; S: 421"))
        .contains("GREETING > 220 a", "GREETING > 220 b");
  }
}
