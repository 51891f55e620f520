package smtpterm.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mailbox of Dovecot with six messages, read by hand. */
@Tag("real")
class Pop3ByHandIT {
  private static final String HEADER = "S: From: sender@example.com\nS: To: reader@example.com\n";

  @Test
  void aMailboxIsListedAndItsMessagesAreNumbered() throws Exception {
    String output = loggedIn("STAT", "LIST", "LIST 2", "UIDL", "UIDL 1", "QUIT").output();

    assertThat(output)
        .contains("C: STAT\nS: +OK 6 1070701\n")
        .containsPattern(
            """
            C: LIST
            S: \\+OK.*
            S: 1 122
            S: 2 140
            S: 3 148
            S: 4 5117
            S: 5 107
            S: 6 1065067
            S: \\.
            C: LIST 2
            S: \\+OK 2 140
            """)
        .containsPattern("C: UIDL\nS: \\+OK.*\n(S: [1-6] [0-9a-f]{16}\n){6}S: \\.\nC: UIDL 1\n")
        .containsPattern("S: \\+OK 1 [0-9a-f]{16}\nC: QUIT\nS: \\+OK");
  }

  @Test
  void whateverAMessageHoldsTheNextReplyIsInStep() throws Exception {
    String output =
        loggedIn("RETR 2", "RETR 3", "RETR 4", "RETR 5", "TOP 1 0", "TOP 2 2", "QUIT").output();

    assertThat(output)
        .contains("S: ..one dot\nS: ...two dots\nS: ..\nS: the end\nS: .\nC: RETR 3\n")
        .contains("S: Subject: café\n")
        .contains(
            "S: café ☃ \\u202e \\xe9 \\x1b[31mred\\x1b[0m \\x1b]0;title\\x07\nS: .\nC: RETR 4")
        .contains("S: " + "x".repeat(5000) + "\nS: the end\nS: .\nC: RETR 5\n")
        .containsPattern(
            "C: RETR 5\nS: \\+OK.*\n" + HEADER + "S: Subject: empty\n.*\nS: ?\nS: \\.\n")
        .containsPattern(
            "C: TOP 1 0\nS: \\+OK.*\n" + HEADER + "S: Subject: plain\n.*\nS: ?\nS: \\.\n")
        .containsPattern("S: \\.\\.one dot\nS: \\.\\.\\.two dots\nS: \\.\nC: QUIT\n");
  }

  @Test
  void aMessageOfOneMebibyteIsShownWhole() throws Exception {
    String output = loggedIn("RETR 6", "NOOP", "QUIT").output();

    Matcher lines =
        Pattern.compile("^S: (0123456789abcdef){3}0.*$", Pattern.MULTILINE).matcher(output);
    assertThat(lines.results().count()).isEqualTo(16384);
    assertThat(output).containsPattern("S: \\.\nC: NOOP\nS: \\+OK");
  }

  @Test
  void whatIsDeletedComesBackWithReset() throws Exception {
    Piped run = loggedIn("DELE 1", "RETR 1", "STAT", "RSET", "STAT", "RETR 99", "QUIT");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .containsPattern("C: DELE 1\nS: \\+OK.*\nC: RETR 1\nS: -ERR.*\nC: STAT\nS: \\+OK 5 ")
        .containsPattern("C: RSET\nS: \\+OK.*\nC: STAT\nS: \\+OK 6 .*\nC: RETR 99\nS: -ERR");
  }

  @Test
  void aWrongPasswordIsRefusedWithTheReason() throws Exception {
    Piped run =
        Piped.run(Door.DOVECOT_POP3.url(), "CAPA", "USER reader", "PASS wrong", "STAT", "QUIT");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .containsPattern("C: PASS ••••••••\nS: -ERR \\[AUTH\\] .*\nC: STAT\nS: -ERR .*\nC: QUIT\n")
        .doesNotContain("wrong");
  }

  private static Piped loggedIn(String... lines) throws Exception {
    String[] all = new String[lines.length + 2];
    all[0] = "USER reader";
    all[1] = "PASS secret";
    System.arraycopy(lines, 0, all, 2, lines.length);
    return Piped.run(Door.DOVECOT_POP3.url(), all);
  }
}
