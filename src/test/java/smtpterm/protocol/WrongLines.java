package smtpterm.protocol;

/** Lines that people type wrongly, and what is wrong with them. */
public final class WrongLines {
  /** Where it stands, a wrong line, the kinds of its flaws, and what of the first is marked. */
  public static final String TABLE =
      """
      open  | MAIL FROM <a@b>             | COLON_MISSING | FROM
      open  | MAIL FROM<a@b>              | COLON_MISSING | FROM
      open  | MAIL FROM;<a@b>             | COLON_MISSING | FROM
      open  | MAIL FROM=<a@b>             | COLON_MISSING | FROM
      open  | MAIL FROM                   | COLON_MISSING | FROM
      open  | MAIL FROM :<a@b>            | BLANK_BEFORE_COLON | ␣
      open  | MAIL FROM: <a@b>            | BLANK_AFTER_COLON | ␣
      open  | MAIL FROM: a@b              | BRACKETS_MISSING BLANK_AFTER_COLON | a@b
      open  | MAIL <a@b>                  | WORD_MISSING | <a@b>
      open  | MAIL a@b                    | WORD_MISSING | a
      open  | MAIL                        | WORD_MISSING | MAIL
      open  | MAIL FR                     | WORD_MISSING | FR
      open  | MAIL TO:<a@b>               | WORD_MISSING | TO
      open  | MAIL FORM:<a@b>             | WORD_MISSING | FORM
      open  | MAIL FROM:                  | ADDRESS_MISSING | FROM:
      open  | MAIL FROM:a@b               | BRACKETS_MISSING | a@b
      open  | MAIL FROM:a@@b              | AT_TWICE BRACKETS_MISSING | @
      open  | MAIL FROM:a@b@c SIZE=3      | AT_TWICE BRACKETS_MISSING | @
      open  | MAIL FROM:a@b,c@d           | BRACKETS_MISSING | a@b,c@d
      open  | MAIL FROM:a@b AUTH=c@d      | BRACKETS_MISSING | a@b
      open  | MAIL FROM:(a@b)             | BRACKETS_MISSING | (a@b)
      open  | MAIL FROM:[a@b]             | BRACKETS_MISSING | [a@b]
      open  | MAIL FROM:"a@b"             | BRACKETS_MISSING | "a@b"
      open  | MAIL FROM:a@b SIZE=3        | BRACKETS_MISSING | a@b
      open  | MAIL FROM:<a@b              | CLOSE_MISSING | <
      open  | MAIL FROM:<a@b SIZE=3       | CLOSE_MISSING | <
      open  | MAIL FROM:a@b>              | OPEN_MISSING | a@b>
      open  | MAIL FROM:<<a@b>>           | BRACKETS_DOUBLE | <<
      open  | MAIL FROM:<a@b>>            | BRACKETS_DOUBLE | >
      open  | MAIL FROM:Anna <a@b>        | DISPLAY_NAME | Anna␣
      open  | MAIL FROM:"Anna B" <a@b>    | DISPLAY_NAME | "Anna B"␣
      open  | MAIL FROM:<Anna <a@b>>      | ADDRESS_BLANK BRACKETS_DOUBLE | ␣
      open  | MAIL FROM:<"anna@kolleg.de> | QUOTE_MISSING | "
      open  | MAIL FROM:<anna>            | AT_MISSING | anna
      open  | MAIL FROM:<postmaster>      | AT_MISSING | postmaster
      open  | MAIL FROM:<anna(at)b.de>    | AT_MISSING | anna(at)b.de
      open  | MAIL FROM:<anna@>           | DOMAIN_MISSING | @
      open  | MAIL FROM:<@kolleg.de>      | LOCAL_MISSING | @
      open  | MAIL FROM:<a@@b>            | AT_TWICE | @
      open  | MAIL FROM:<a@b@c>           | AT_TWICE | @
      open  | MAIL FROM:<anna b@c>        | ADDRESS_BLANK | ␣
      open  | MAIL FROM:< a@b>            | ADDRESS_BLANK | ␣
      open  | MAIL FROM:<a@b >            | ADDRESS_BLANK | ␣
      open  | MAIL FROM:<.a@b>            | ADDRESS_DOT | .
      open  | MAIL FROM:<a.@b>            | ADDRESS_DOT | .
      open  | MAIL FROM:<a..b@c>          | ADDRESS_DOT | .
      open  | MAIL FROM:<a@b.de.>         | ADDRESS_DOT | .
      open  | MAIL FROM:<a@b..de>         | ADDRESS_DOT | .
      open  | MAIL FROM:<a@b_c.de>        | ADDRESS_CHARACTER | _
      open  | MAIL FROM:<a:b@c>           | ADDRESS_CHARACTER | :
      open  | MAIL FROM:<a@[192.0.2.1>    | LITERAL_OPEN | [
      open  | MAIL FROM:<mailto:a@b>      | MAILTO | mailto:
      open  | MAIL FROM:<a@b>;            | BEHIND_ADDRESS | ;
      open  | MAIL FROM:<a@b>.            | BEHIND_ADDRESS | .
      open  | MAIL FROM:<a@b>SIZE=3       | PARAMETER_GLUED | SIZE=3
      open  | MAIL FROM:<a@b> SIZE = 3    | PARAMETER_BLANK | SIZE␣=
      open  | MAIL FROM:<a@b> SIZE= 3     | PARAMETER_BLANK | SIZE=␣
      open  | MAIL FROM:<a@b> SIZE        | PARAMETER_VALUE | SIZE
      open  | MAIL FROM:<a@b> SIZE=big    | PARAMETER_VALUE | SIZE=big
      open  | MAIL FROM:<a@b> BODY=8BIT   | PARAMETER_VALUE | BODY=8BIT
      open  | MAIL FROM:<a@b> SMTPUTF8=1  | PARAMETER_VALUE | SMTPUTF8=1
      open  | MAIL FROM:<a@b> SIZE=2000000 | SIZE_OVER | SIZE=2000000
      open  | MAIL FROM:<a@b> SIEZ=3      | PARAMETER_MISSPELT | SIEZ
      open  | MAIL FROM:<a@b> FOO=1       | PARAMETER_UNKNOWN | FOO
      open  | MAIL FROM:<a@b> NOTIFY=NEVER | PARAMETER_ELSEWHERE | NOTIFY
      open  | MAIL FROM:<a@b> HOLDFOR=60  | PARAMETER_NOT_OFFERED | HOLDFOR
      helo  | MAIL FROM:<a@b> SIZE=1000   | EHLO_FIRST | SIZE
      open  | MAIL FROM:<jürgen@b>        | UTF8_UNDECLARED | ü
      bare  | MAIL FROM:<jürgen@b>        | UTF8_NOT_OFFERED | ü
      rcpt  | RCPT TO:<jürgen@b>          | UTF8_UNDECLARED | ü
      rcpt  | RCPT TO:bob@kolleg.de       | BRACKETS_MISSING | bob@kolleg.de
      rcpt  | RCPT bob@kolleg.de          | WORD_MISSING | bob
      rcpt  | RCPT FROM:<bob@kolleg.de>   | WORD_MISSING | FROM
      rcpt  | RCPT TO <bob@kolleg.de>     | COLON_MISSING | TO
      rcpt  | RCPT TO:<>                  | NOBODY | <>
      rcpt  | RCPT TO:<bob>               | AT_MISSING | bob
      rcpt  | RCPT TO:<a@b>,<c@d>         | SEVERAL | ,<c@d>
      rcpt  | RCPT TO:<a@b> <c@d>         | SEVERAL | <c@d>
      rcpt  | RCPT TO:<a@b> c@d           | SEVERAL | c@d
      rcpt  | RCPT TO:<a@b,c@d>           | SEVERAL | a@b,c@d
      rcpt  | RCPT TO:<a@b;c@d>           | SEVERAL | a@b;c@d
      rcpt  | RCPT TO:<bob@kolleg,de>     | ADDRESS_CHARACTER | ,
      rcpt  | RCPT TO:<a@b> SIZE=3        | PARAMETER_ELSEWHERE | SIZE
      hello | EHLO                        | NAME_MISSING | EHLO
      hello | HELO                        | NAME_MISSING | HELO
      hello | EHLO <laptop>               | NAME_BRACKETS | <laptop>
      hello | EHLO my laptop              | NAME_BLANK | ␣
      hello | EHLO anna@kolleg.de         | NAME_CHARACTER | @
      hello | EHLO my_pc                  | NAME_CHARACTER | _
      hello | EHLO Müller                 | NAME_CHARACTER | ü
      hello | EHLO [127.0.0.1             | LITERAL_OPEN | [
      open  | MIAL FROM:<a@b>             | VERB_MISSPELT | MIAL
      open  | MAI FROM:<a@b>              | VERB_MISSPELT | MAI
      hello | EHLLO me                    | VERB_MISSPELT | EHLLO
      hello | HELLO me                    | VERB_MISSPELT | HELLO
      hello | Hallo Server                | VERB_MISSPELT | Hallo
      hello | STRTTLS                     | VERB_MISSPELT | STRTTLS
      open  | AHTU LOGIN                  | VERB_UNKNOWN | AHTU
      open  | QIUT                        | VERB_MISSPELT | QIUT
      open  | EHLO: me                    | VERB_PUNCTUATION | :
      open  | QUIT.                       | VERB_PUNCTUATION | .
      open  | MAILFROM:<a@b>              | VERB_GLUED | MAILFROM
      open  | MAIL-FROM:<a@b>             | VERB_GLUED | MAIL-FROM
      rcpt  | RCPTTO:<a@b>                | VERB_GLUED | RCPTTO
      open  | AUTHLOGIN                   | VERB_GLUED | AUTHLOGIN
      open  | START TLS                   | VERB_SPLIT | START TLS
      open  | FROM:<a@b>                  | VERB_MISSING | FROM:
      open  | TO:<a@b>                    | VERB_MISSING | TO:
      open  | XYZZY abc                   |  |
      open  | FROBNICATE                  | VERB_UNKNOWN | FROBNICATE
      open  | FROBNICATE now and here     | VERB_UNKNOWN | FROBNICATE
      open  | frobnicate now              | VERB_UNKNOWN | frobnicate
      open  | Subject: Hallo              | HEADER_EARLY | Subject
      open  | From: Anna <a@b>            | HEADER_EARLY | From
      open  | Betreff: Party              | HEADER_EARLY | Betreff
      open  | Hallo Bob,                  | TEXT_EARLY | Hallo Bob,
      open  | Hello Bob!                  | TEXT_EARLY | Hello Bob!
      open  | wie geht es dir?            | TEXT_EARLY | wie geht es dir?
      open  | Wir feiern – kommst du?     | TEXT_EARLY | Wir feiern – kommst du?
      open  | Grüß Gott, Bob!             | TEXT_EARLY | Grüß Gott, Bob!
      open  | Grüß                        | VERB_UNKNOWN | Grüß
      open  | .                           | DOT_EARLY | .
      open  | Z2VoZWltZXM=                | BASE64_EARLY | Z2VoZWltZXM=
      open  | GET / HTTP/1.1              | HTTP | GET / HTTP/1.1
      open  | post /index.html            | HTTP | post /index.html
      open  | https://example.org         | HTTP | https://example.org
      open  | Host: example.org           | HEADER_EARLY | Host
      open  | USER anna                   | POP3 | USER
      open  | STAT                        | POP3 | STAT
      open  | C: EHLO me                  | COPIED_MARK | C:
      open  | C:EHLO me                   | COPIED_MARK | C:
      open  | > EHLO me                   | COPIED_MARK | >
      open  | → EHLO me                   | COPIED_MARK | →
      open  | # /status                   | COPIED_MARK | #
      open  | 1. EHLO me                  | COPIED_MARK | 1.
      open  | - EHLO me                   | COPIED_MARK | -
      open  | "EHLO me"                   | COPIED_MARK | "
      open  | S: 250 ok                   | COPIED_REPLY | S:
      open  | 250 ok                      | COPIED_REPLY | 250
      open  | 250-SIZE 1000               | COPIED_REPLY | 250
      open  | ✔ 250 done                  | COPIED_REPLY | ✔
      open  | ␣EHLO me               | BLANK_FIRST | ␣
      open  | EHLO\u00a0me                | SPECIAL_BLANK | \u00a0
      open  | MAIL FROM:\u00a0<a@b>       | SPECIAL_BLANK | \u00a0
      open  | MAIL␠FROM:<a@b>             | SPECIAL_BLANK | ␠
      open  | \u200bEHLO me               | INVISIBLE | \u200b
      open  | \ufeffEHLO me               | INVISIBLE | \ufeff
      open  | MAIL FROM:<an\u00adna@b>    | INVISIBLE | \u00ad
      open  | MAIL␉FROM:<a@b>             | TAB | ␉
      open  | MAIL FROM:<a@b>␍            | CONTROL | ␍
      open  | VRFY „bob“                  | TYPOGRAPHIC TYPOGRAPHIC | „
      open  | MAIL FROM:‹a@b›             | TYPOGRAPHIC TYPOGRAPHIC | ‹
      open  | MAIL FROM：<a@b>            | TYPOGRAPHIC | ：
      open  | „EHLO me“                   | TYPOGRAPHIC TYPOGRAPHIC | „
      open  | MAIL FROM:<a–b@c>           | TYPOGRAPHIC | –
      open  | MAIL FROM:<…>               | PLACEHOLDER | …
      open  | NOOP täglich                | EIGHT_BIT | ä
      open  | DATA now                    | ENVELOPE_FIRST ALONE | DATA
      data  | DATA now                    | ALONE | now
      open  | QUIT please                 | ALONE | please
      open  | VRFY                        | ARGUMENT_MISSING | VRFY
      data  | BDAT LAST                   | NUMBER_MISSING | LAST
      data  | BDAT 5 END                  | LAST_EXPECTED | END
      open  | AUTH                        | MECHANISM_MISSING | AUTH
      open  | AUTH LOGN                   | MECHANISM_MISSPELT | LOGN
      open  | AUTH XOAUTH2                | MECHANISM_NOT_OFFERED | XOAUTH2
      open  | AUTH PLAIN anna geheim      | ANSWER_WORDS | ␣
      open  | AUTH PLAIN \\0anna\\0geheim | ANSWER_CHARACTER | \\
      open  | AUTH PLAIN geheim           | ANSWER_BASE64 | geheim
      open  | AUTH LOGIN anna             | ANSWER_BASE64 | anna
      hello | MAIL FROM:<a@b>             | HELLO_FIRST | MAIL
      hello | DATA                        | HELLO_FIRST | DATA
      hello | AUTH LOGIN                  | HELLO_FIRST | AUTH
      helo  | AUTH LOGIN                  | EHLO_FIRST | AUTH
      helo  | STARTTLS                    | EHLO_FIRST | STARTTLS
      bare  | AUTH LOGIN                  | NOT_OFFERED | AUTH
      bare  | STARTTLS                    | NOT_OFFERED | STARTTLS
      tls   | AUTH LOGIN                  | OFFERED_WITH_TLS | AUTH
      known | AUTH LOGIN                  | LOGIN_TWICE | AUTH
      rcpt  | AUTH LOGIN                  | LOGIN_NESTED | AUTH
      rcpt  | MAIL FROM:<a@b>             | MAIL_NESTED | MAIL
      data  | MAIL FROM:<a@b>             | MAIL_NESTED | MAIL
      open  | RCPT TO:<a@b>               | MAIL_FIRST | RCPT
      after | RCPT TO:<a@b>               | MAIL_FIRST | RCPT
      open  | DATA                        | ENVELOPE_FIRST | DATA
      rcpt  | DATA                        | RCPT_FIRST | DATA
      """;

  private WrongLines() {}
}
