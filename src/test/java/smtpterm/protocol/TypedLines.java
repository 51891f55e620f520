package smtpterm.protocol;

import java.util.List;

/** Lines that people type, right and wrong, and where the conversation stands. */
public final class TypedLines {
  /** Where the conversation stands, and a line that is right there. */
  public static final String RIGHT =
      """
      hello | EHLO laptop
      hello | ehlo laptop
      hello | EHLO mail.example.org
      hello | EHLO my-pc.local
      hello | EHLO [127.0.0.1]
      hello | EHLO [IPv6:2001:db8::1]
      hello | EHLO 127.0.0.1
      hello | HELO laptop
      hello | NOOP
      hello | RSET
      hello | QUIT
      hello | VRFY bob
      hello | XCLIENT NAME=pc ADDR=192.0.2.1
      helo  | MAIL FROM:<anna@kolleg.de>
      helo  | EHLO laptop
      open  | EHLO again
      open  | MAIL FROM:<anna@kolleg.de>
      open  | mail from:<anna@kolleg.de>
      open  | Mail From:<Anna@Kolleg.DE>
      open  | MAIL FROM:<>
      open  | MAIL FROM:<> BODY=8BITMIME
      open  | MAIL FROM:<a@b> SIZE=1000
      open  | MAIL FROM:<a@b> size=0
      open  | MAIL FROM:<a@b> SIZE=1000 BODY=8BITMIME
      open  | MAIL FROM:<a@b> BODY=7BIT
      open  | MAIL FROM:<a@b> body=8bitmime SMTPUTF8
      open  | MAIL FROM:<a@b> AUTH=<>
      open  | MAIL FROM:<a@b> AUTH=a@b RET=HDRS ENVID=QQ314159
      open  | MAIL FROM:<jürgen@müller.de> SMTPUTF8
      open  | MAIL FROM:<伊昭傑@郵件.商務> SMTPUTF8
      open  | MAIL FROM:<o’brien@example.org> SMTPUTF8
      open  | MAIL FROM:<"anna b"@kolleg.de>
      open  | MAIL FROM:<"a@b"@kolleg.de>
      open  | MAIL FROM:<"a>b"@kolleg.de> SIZE=3
      open  | MAIL FROM:<"a\\"b"@kolleg.de>
      open  | MAIL FROM:<a.b-c_d+tag@sub.example.org>
      open  | MAIL FROM:<!#$%&'*+-/=?^_`{|}~@example.org>
      open  | MAIL FROM:<anna@[192.0.2.1]>
      open  | MAIL FROM:<anna@[IPv6:::1]>
      open  | MAIL FROM:<@relay.example,@b.example:anna@kolleg.de>
      open  | MAIL FROM:<prvs=1234=anna@kolleg.de>
      open  | MAIL FROM:<a@b> X-PRIVATE=1
      open  | MAIL FROM:<a@b> XOORG=example.org
      open  | AUTH LOGIN
      open  | auth login
      open  | AUTH LOGIN YW5uYQ==
      open  | AUTH PLAIN
      open  | AUTH PLAIN =
      open  | AUTH PLAIN AGFubmEAZ2VoZWlt
      open  | AUTH CRAM-MD5
      open  | STARTTLS
      open  | VRFY bob@kolleg.de
      open  | VRFY jürgen SMTPUTF8
      open  | EXPN all
      open  | HELP
      open  | HELP MAIL
      open  | NOOP whatever you like
      open  | RSET
      open  | QUIT
      open  | ETRN example.org
      open  | XCLIENT ADDR=192.0.2.1 NAME=[UNAVAILABLE]
      open  | XFORWARD NAME=spike.porcupine.org ADDR=168.100.189.2
      open  | XWHATEVER it takes
      open  | XEXCH50 2 2
      open  | VERB ON
      known | MAIL FROM:<a@b>
      rcpt  | RCPT TO:<bob@kolleg.de>
      rcpt  | rcpt to:<bob@kolleg.de>
      rcpt  | RCPT TO:<Postmaster>
      rcpt  | RCPT TO:<postmaster>
      rcpt  | RCPT TO:<"very.(),:;<>[]\\"odd\\""@strange.example.com>
      rcpt  | RCPT TO:<bob@kolleg.de> NOTIFY=NEVER
      rcpt  | RCPT TO:<bob@kolleg.de> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;bob@kolleg.de
      rcpt  | RCPT TO:<bob@xn--mller-kva.de>
      utf8  | RCPT TO:<jürgen@müller.de>
      rcpt  | RSET
      data  | RCPT TO:<carol@kolleg.de>
      data  | DATA
      data  | data
      data  | BDAT 1000
      data  | BDAT 86 LAST
      data  | bdat 0 last
      after | MAIL FROM:<anna@kolleg.de>
      after | QUIT
      """;

  /** How far a conversation has come in this state of the tables. */
  public static Progress at(String state) {
    Progress hello = Progress.at(Phase.HELLO);
    Progress open =
        hello.greeted(
            Capabilities.of(
                Reply.of(
                    "250-mx",
                    "250-SIZE 1000000",
                    "250-8BITMIME",
                    "250-SMTPUTF8",
                    "250-DSN",
                    "250-CHUNKING",
                    "250-ETRN",
                    "250-STARTTLS",
                    "250 AUTH LOGIN PLAIN CRAM-MD5")));
    return switch (state) {
      case "hello" -> hello;
      case "helo" -> hello.greeted(Capabilities.none());
      case "bare" -> hello.greeted(Capabilities.of(Reply.of("250 mx")));
      case "tls" -> hello.greeted(Capabilities.of(Reply.of("250-mx", "250 STARTTLS")));
      case "open" -> open;
      case "known" -> open.loggedIn("anna");
      case "rcpt" -> open.from("a@b");
      case "utf8" -> open.from("a@b", List.of("SMTPUTF8"));
      case "data" -> open.from("a@b").to("c@d");
      case "after" -> open.in(Phase.AFTER);
      default -> throw new IllegalArgumentException(state);
    };
  }

  /** What cannot be seen in a table stands there as a sign. */
  public static String typed(String cell) {
    return cell.replace('␣', ' ').replace('␠', '\u2003').replace('␉', '\t').replace('␍', '\r');
  }

  private TypedLines() {}
}
