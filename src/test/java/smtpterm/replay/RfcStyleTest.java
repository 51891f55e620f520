package smtpterm.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smtpterm.server.Settings;

/** Conversations as the RFCs print them: read as they stand, and played from both sides. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RfcStyleTest {
  private static Run played(String text) throws IOException {
    String[] lines = text.lines().toArray(String[]::new);
    return BothSidesTest.bothSides(Settings.standard().withPort(0), false, lines);
  }

  @Test
  void aTypicalMail() throws IOException {
    Run run =
        played(
            """
            D.9.  Somebody writes to two people, one of whom has moved

               This is how it went that day.

                  S: 220 orchard.example Simple Mail Transfer Service Ready
                  C: EHLO shed.example
                  S: 250-orchard.example greets shed.example
                  S: 250-8BITMIME
                  S: 250-SIZE
                  S: 250-DSN
                  S: 250 HELP
                  C: MAIL FROM:<Miller@shed.example>
                  S: 250 OK
                  C: RCPT TO:<Baker@orchard.example>
                  S: 250 OK
                  C: RCPT TO:<Cook@orchard.example>
                  S: 550 No such user here
                  C: DATA
                  S: 354 Start mail input; end with <CRLF>.<CRLF>
                  C: The apples are ripe.
                  C: ...come and
                  C: ...pick them.
                  C: .
                  S: 250 OK
                  C: QUIT
                  S: 221 orchard.example Service closing transmission channel
            """);
    assertThat(run.watcher.heard)
        .contains("S: 250-SIZE", "S: 550 No such user here", "C: ...pick them.");
  }

  @Test
  void anAbortedMailAndOneThatIsVerifiedFirst() throws IOException {
    played(
        """
              S: 220 orchard.example Service Ready
              C: EHLO shed.example
              S: 250-orchard.example greets shed.example
              S: 250 VRFY
              C: MAIL FROM:<Miller@shed.example>
              S: 250 OK
              C: RCPT TO:<Cook@orchard.example>
              S: 550 No such user here
              C: RSET
              S: 250 OK
              C: VRFY Baker
              S: 250 Anton Baker <Baker@orchard.example>
              C: SEND FROM:<Miller@shed.example>
              S: 502 Command not implemented
              C: MAIL FROM:<Miller@shed.example>
              S: 250 OK
              C: RCPT TO:<@depot.example:Baker@orchard.example>
              S: 251 User not local; will forward to <Baker@barn.example>
              C: DATA
              S: 354 Start mail input; end with <CRLF>.<CRLF>
              C: Date: Thu, 1 Oct 2026 05:33:29 -0700
              C: From: Anna Miller <Miller@shed.example>
              C:
              C: See you on Saturday.
              C: .
              S: 250 OK
              C: QUIT
              S: 221 orchard.example Service closing transmission channel
        """);
  }

  @Test
  void aMailboxIsRead() throws IOException {
    played(
        """
              S: <wait for connection on TCP port 110>
              C: <open connection>
              S:    +OK POP3 server ready <1896.697170952@dewey.example>
              C:    USER mrose
              S:    +OK
              C:    PASS tanstaaf
              S:    +OK mrose's maildrop has 2 messages (320 octets)
              C:    STAT
              S:    +OK 2 320
              C:    LIST
              S:    +OK 2 messages (320 octets)
              S: 1 120
              S: 2 200
              S: .
              C:    RETR 1
              S:    +OK 120 octets
              S:    <the server sends message 1>
              S: .
              C:    DELE 1
              S:    +OK message 1 deleted
              C:    QUIT
              S:    +OK dewey POP3 server signing off (maildrop empty)
              C:  <close connection>
              S:  <wait for next connection>
        """);
  }

  @Test
  void allCommandsFirstAndThenAllReplies() throws IOException {
    played(
        """
          C: <opens the connection>
          S: 220 depot.example SMTP service ready
          C: EHLO mule.example
          S: 250-depot.example
          S: 250 PIPELINING
          C: MAIL FROM:<mrx@mule.example>
          C: RCPT TO:<ned@depot.example>
          C: RCPT TO:<dan@depot.example>
          C: RCPT TO:<kvc@depot.example>
          C: DATA
          S: 250 sender <mrx@mule.example> OK
          S: 250 recipient <ned@depot.example> OK
          S: 250 recipient <dan@depot.example> OK
          S: 550 recipient <kvc@depot.example> unknown
          S: 354 enter mail, end with line containing only "."
            ...
          C: .
          C: QUIT
          S: 250 message sent
          S: 221 goodbye
        """);
  }

  @Test
  void lmtpAnswersForEachRecipient() throws IOException {
    played(
        """
          S: 220 depot.example LMTP server ready
          C: LHLO mule.example
          S: 250-depot.example
          S: 250-PIPELINING
          S: 250 SIZE
          C: MAIL FROM:<chris@barn.example>
          S: 250 OK
          C: RCPT TO:<pat@depot.example>
          S: 250 OK
          C: RCPT TO:<jones@depot.example>
          S: 550 No such user here
          C: RCPT TO:<green@depot.example>
          S: 250 OK
          C: DATA
          S: 354 Start mail input; end with <CRLF>.<CRLF>
          C: Hi there
          C: .
          S: 250 OK
          S: 452 <green@depot.example> is temporarily over quota
          C: QUIT
          S: 221 depot.example closing connection
        """);
  }

  @Test
  void aLoginThatIsCancelledAndOneThatWorks() throws IOException {
    Run run =
        played(
            """
              S: 220-smtp.depot.example ESMTP Server
              S: 220 it is a fine day
              C: EHLO mule.example
              S: 250-smtp.depot.example Hello mule.example, pleased to meet you
              S: 250 AUTH LOGIN PLAIN CRAM-MD5
              C: AUTH LOGIN
              S: 334 VXNlcm5hbWU6
              C: *
              S: 501 cancelled
              C: AUTH CRAM-MD5
              S: 334 PDQxOTI5NDIzNDEuMTI4Mjg0NzJAc291cmNlZm91ci5hbmRyZXcuY211LmVkdT4=
              C: cmpzMyBlYzNhNTlmZWQzOTVhYmExZWM2MzY3YzRmNGI0MWFjMA==
              S: 535 Authentication Failed
              C: AUTH PLAIN AGFubmEAZ2VoZWlt
              S: 235 Authentication successful.
            """);
    assertThat(run.watcher.heard).contains("S: 334 VXNlcm5hbWU6", "S: 535 Authentication Failed");
  }
}
