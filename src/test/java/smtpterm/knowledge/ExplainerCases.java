package smtpterm.knowledge;

/** Replies in their places, and the text that is picked for each. */
final class ExplainerCases {
  /** State, line typed, reply, and the text that is picked. */
  static final String TABLE =
      """
      start  | GREETING | 220 mx ESMTP | GREETING.220
      start  | GREETING | 554 no | GREETING.554
      start  | GREETING | 421 busy | GREETING.421
      start  | GREETING | 521 never | 521
      start  | GREETING | 450 wait | 450
      start  | GREETING | SSH-2.0-OpenSSH | information.nocode
      hello  | EHLO me | 250-hi^250 SIZE | EHLO.250
      hello  | EHLO me | 250 hi | EHLO.250.bare
      hello  | ehlo me | 250-hi^250 SIZE | EHLO.250
      hello  | EHLO me | 500 what | EHLO.500
      hello  | EHLO me | 502 no | EHLO.502
      hello  | EHLO | 501 name | flaw.NAME_MISSING
      hello  | HELO | 501 name | flaw.NAME_MISSING
      hello  | EHLO me | 501 bad name | 501
      hello  | EHLO me | 504 5.5.2 need fully-qualified hostname | EHLO.504
      hello  | HELO me | 504 full name | EHLO.504
      hello  | EHLO me | 550 no | EHLO.550
      hello  | HELO me | 250 hi | HELO.250
      hello  | EHLO me | 421 busy | 421
      hello  | EHLO me | 554 go away | 554
      hello  | EHLO my pc | 501 no | flaw.NAME_BLANK
      hello  | EHLO <me> | 501 no | flaw.NAME_BRACKETS
      hello  | EHLO me@home | 550 no | EHLO.550
      hello  | Hallo Server | 500 what | flaw.VERB_MISSPELT
      hello  | GET / HTTP/1.1 | 500 what | flaw.HTTP
      hello  | GET / HTTP/1.1 | 221 go away | 221
      hello  | DATA | 503 no | flaw.HELLO_FIRST
      hello  | LHLO me | 250 hi | LHLO.250
      hello  | MAIL FROM:<a@b> | 503 EHLO first | flaw.HELLO_FIRST
      hello  | RCPT TO:<a@b> | 503 no | flaw.HELLO_FIRST
      hello  | AUTH LOGIN | 503 no | flaw.HELLO_FIRST
      hello  | STARTTLS | 503 no | flaw.HELLO_FIRST
      helo   | AUTH LOGIN | 503 no | flaw.EHLO_FIRST
      helo   | STARTTLS | 503 no | flaw.EHLO_FIRST
      helo   | MAIL FROM:<a@b> | 503 no | 503
      open   | EHLO me | 503 no | 503
      open   | STARTTLS | 220 go | STARTTLS.220
      open   | STARTTLS | 454 4.7.0 no | STARTTLS.454
      open   | STARTTLS | 503 twice | STARTTLS.503
      open   | STARTTLS now | 501 alone | flaw.ALONE
      open   | STARTTLS | 502 no | 502
      open   | MAIL FROM:<a@b> | 250 2.1.0 ok | MAIL.250
      open   | MAIL FROM:<> | 250 ok | MAIL.250.null
      open   | MAIL FROM: <> SIZE=3 | 250 ok | MAIL.250.null
      open   | MAIL FROM:<a@b> | 451 no | MAIL.451
      open   | MAIL FROM:<a@b> | 452 4.3.1 full | MAIL.452
      open   | MAIL FROM:<a@b> | 455 no | 455
      open   | MAIL FROM:<a@b> | 503 no | MAIL.503.login
      open   | MAIL FROM:<a@b> | 530 5.7.0 authentication required | 530.login
      open   | MAIL FROM:<a@b> | 530 5.7.0 Must issue a STARTTLS command first | 530.tls
      idle   | MAIL FROM:<a@b> | 530 no | 530
      open   | AUTH LOGIN | 530 no | 530.tls
      open   | MAIL FROM:<a@b> | 550 5.7.1 no | MAIL.550
      open   | MAIL FROM:<a@b> SIZE=2000 | 552 too big | MAIL.552.limit
      sender | RCPT TO:<c@d> | 552 full | RCPT.552
      helo   | MAIL FROM:<a@b> | 552 too big | MAIL.552
      open   | MAIL FROM:<a@b> | 553 not yours | MAIL.553
      open   | MAIL FROM:<a@b> FOO=1 | 555 what | flaw.PARAMETER_UNKNOWN
      open   | MAIL FROM:a@b | 555 5.5.2 Syntax error | flaw.BRACKETS_MISSING
      open   | MAIL FROM:a@b | 501 no | flaw.BRACKETS_MISSING
      open   | MAIL FROM:a@@b | 501 no | flaw.AT_TWICE
      open   | MAIL FROM <a@b> | 501 no | flaw.COLON_MISSING
      open   | MAIL <a@b> | 501 no | flaw.WORD_MISSING
      open   | MAIL | 501 no | flaw.WORD_MISSING
      open   | MAIL FROM: | 501 no | flaw.ADDRESS_MISSING
      open   | MAIL TO:<a@b> | 501 no | flaw.WORD_MISSING
      open   | MAIL FROM:<a@b | 501 no | flaw.CLOSE_MISSING
      open   | MAIL FROM:a@b> | 501 no | flaw.OPEN_MISSING
      open   | MAIL FROM:<anna> | 501 no | flaw.AT_MISSING
      open   | MAIL FROM:<a@> | 553 no | flaw.DOMAIN_MISSING
      open   | MAIL FROM:<a@@b> | 501 no | flaw.AT_TWICE
      open   | MAIL FROM:<a b@c> | 501 no | flaw.ADDRESS_BLANK
      open   | MAIL FROM:<jürgen@c> | 553 5.6.7 no | flaw.UTF8_NOT_OFFERED
      open   | MAIL FROM: <a@b> | 501 no | flaw.BLANK_AFTER_COLON
      open   | MAIL FROM:<"a b"@c> | 501 no | 501
      open   | MAIL FROM:<a@b> SIZE=abc | 501 no | flaw.PARAMETER_VALUE
      open   | MIAL FROM:<a@b> | 500 what | flaw.VERB_MISSPELT
      open   | HELLO me | 502 what | flaw.VERB_MISSPELT
      open   | MAILFROM:<a@b> | 500 what | flaw.VERB_GLUED
      open   | RCPTTO:<a@b> | 500 what | flaw.VERB_GLUED
      open   | FROBNICATE abc | 500 what | flaw.VERB_UNKNOWN
      open   | Subject: Hallo | 500 what | flaw.HEADER_EARLY
      open   | C: EHLO me | 500 what | flaw.COPIED_MARK
      open   | > EHLO me | 500 what | flaw.COPIED_MARK
      open   | 250 ok | 500 what | flaw.COPIED_REPLY
      open   |  EHLO me | 500 what | flaw.BLANK_FIRST
      open   |  | 500 what | flaw.EMPTY
      open   | VRFY bob | 500 what | 500.known
      open   | NOOP %s | 500 too long | flaw.TOO_LONG
      open   | Hallo Bob, | 500 what | flaw.TEXT_EARLY
      open   | . | 500 what | flaw.DOT_EARLY
      open   | S: 250 ok | 500 what | flaw.COPIED_REPLY
      open   | START TLS | 500 what | flaw.VERB_SPLIT
      open   | EHLO: me | 500 what | flaw.VERB_PUNCTUATION
      open   | FROM:<a@b> | 500 what | flaw.VERB_MISSING
      open   | USER anna | 500 what | flaw.POP3
      open   | Z2VoZWltZXM= | 500 what | flaw.BASE64_EARLY
      open   | XFOO | 500 what | 500
      open   | MAIL FROM:‹a@b› | 501 no | flaw.TYPOGRAPHIC
      open   | MAIL FROM:<…> | 501 no | flaw.PLACEHOLDER
      open   | MAIL FROM :<a@b> | 501 no | flaw.BLANK_BEFORE_COLON
      open   | MAIL FROM:Anna <a@b> | 501 no | flaw.DISPLAY_NAME
      open   | MAIL FROM:<<a@b>> | 501 no | flaw.BRACKETS_DOUBLE
      open   | MAIL FROM:<a@b>SIZE=3 | 501 no | flaw.PARAMETER_GLUED
      open   | MAIL FROM:<a@b> SIZE=2000 | 501 no | flaw.SIZE_OVER
      open   | MAIL FROM:<a@b> BODY=8BITMIME | 555 no | flaw.PARAMETER_NOT_OFFERED
      helo   | MAIL FROM:<a@b> SIZE=3 | 503 no | flaw.EHLO_FIRST
      helo   | MAIL FROM:<a@b> SIZE=3 | 555 no | flaw.EHLO_FIRST
      helo   | MAIL FROM:<a@b> | 555 no | 555
      hello  | MAIL FROM:<a@b> | 550 HELO required | flaw.HELLO_FIRST
      open   | MAIL FROM:<a@b> | 554 no | 554
      open   | MAIL FROM:<a@b> | 550 5.7.1 relay denied | MAIL.550
      open   | RSET | 500 what | 500.known
      idle   | STARTTLS | 502 no | flaw.NOT_OFFERED
      idle   | AUTH LOGIN | 503 no | flaw.NOT_OFFERED
      idle   | AUTH LOGIN | 535 no | 535
      open   | AUTH PLAIN anna geheim | 501 no | ANSWER.501.doubt
      open   | AUTH LOGIN x y | 501 no | ANSWER.501.doubt
      open   | VRFY bob | 250 ok | VRFY.250
      open   | VRFY bob | 251 ok | VRFY.251
      open   | VRFY bob | 252 2.0.0 perhaps | VRFY.252
      open   | VRFY bob | 502 no | VRFY.502
      open   | VRFY bob | 550 5.1.1 no | VRFY.550
      open   | VRFY bob | 553 which | VRFY.553
      open   | VRFY | 501 no | flaw.ARGUMENT_MISSING
      open   | EXPN all | 250-a^250 b | EXPN.250
      open   | EXPN all | 252 no | EXPN.252
      open   | EXPN all | 550 no | EXPN.550
      open   | HELP | 214 help | 214
      open   | HELP me | 504 no | HELP.504
      open   | NOOP | 250 ok | NOOP.250
      open   | RSET | 250 ok | RSET.250
      open   | QUIT | 221 bye | 221
      open   | QUIT | 421 bye | 421
      open   | QUIT now | 501 no | flaw.ALONE
      open   | AUTH LOGIN | 334 VXNlcm5hbWU6 | ANSWER.334.asks
      open   | AUTH LOGIN YW5uYQ== | 334 UGFzc3dvcmQ6 | ANSWER.334.asks
      open   | AUTH LOGIN | 334 ?? | ANSWER.334.unreadable
      open   | AUTH LOGIN | 334 | ANSWER.334.empty
      open   | AUTH PLAIN | 334 | ANSWER.334.plain
      open   | AUTH CRAM-MD5 | 334 PDEyM0BteD4= | ANSWER.334.sends
      open   | NOOP | 334 VXNlcm5hbWU6 | 334
      open   | AUTH PLAIN AGFubmEAZ2VoZWlt | 235 ok | 235
      open   | AUTH PLAIN anna | 535 no | ANSWER.535.doubt
      open   | AUTH PLAIN !! | 501 5.5.2 no | ANSWER.501.doubt
      open   | AUTH | 501 no | flaw.MECHANISM_MISSING
      open   | AUTH FOO | 504 no | AUTH.504.offered
      helo   | AUTH FOO | 504 no | AUTH.504
      open   | AUTH LOGIN | 500 what | AUTH.500
      open   | AUTH LOGIN | 502 no | AUTH.502
      open   | AUTH LOGIN | 454 no | AUTH.454
      open   | AUTH LOGIN | 534 5.7.9 no | 534
      open   | AUTH LOGIN | 538 5.7.11 no | 538
      login  | YW5uYQ== | 334 UGFzc3dvcmQ6 | ANSWER.334.asks
      login  | * | 501 5.0.0 cancelled | ANSWER.501.cancelled
      login  | YW5uYQ== | 501 no | ANSWER.501
      login  | ge!h | 501 5.5.2 no | ANSWER.501.doubt
      login  | YW5uYQ== | 500 5.5.6 too long | ANSWER.500
      plain  | AGFubmEAZ2VoZWlt | 535 5.7.8 no | 535
      cram   | YW5uYQ== | 432 4.7.12 no | 432
      wrong  | Z2VoZWlt | 535 5.7.8 no | ANSWER.535.doubt
      short  | Z2VoZWlt | 535 5.7.8 no | ANSWER.535.doubt
      bits   | Z2VoZWlt | 535 5.7.8 no | ANSWER.535.doubt
      bytes  | Z2VoZWlt | 535 5.7.8 no | ANSWER.535.doubt
      right  | Z2VoZWlt | 535 5.7.8 no | 535
      right  | Z2VoZWlt | 235 2.7.0 ok | 235
      right  | Z2VoZWlt | 454 4.7.0 later | ANSWER.454
      right  | Z2VoZWlt | 525 5.7.13 off | 525
      known  | AUTH LOGIN | 503 twice | flaw.LOGIN_TWICE
      sender | AUTH LOGIN | 503 no | flaw.LOGIN_NESTED
      sender | MAIL FROM:<a@b> | 503 nested | flaw.MAIL_NESTED
      rcpt   | MAIL FROM:<a@b> | 503 nested | flaw.MAIL_NESTED
      open   | RCPT TO:<c@d> | 503 no | flaw.MAIL_FIRST
      after  | RCPT TO:<c@d> | 503 no | flaw.MAIL_FIRST
      open   | DATA | 503 no | flaw.ENVELOPE_FIRST
      idle   | BDAT 5 LAST | 503 no | flaw.ENVELOPE_FIRST
      sender | DATA | 503 no | flaw.RCPT_FIRST
      sender | DATA | 554 5.5.1 no valid recipients | DATA.554
      rcpt   | DATA | 503 no | 503
      rcpt   | DATA now | 501 no | flaw.ALONE
      rcpt   | DATA | 354 go | DATA.354
      rcpt   | DATA | 451 no | DATA.451
      rcpt   | BDAT 5 | 250 ok | BDAT.250
      rcpt   | BDAT 5 LAST | 250 ok | DOT.250
      rcpt   | BDAT 5 last | 554 no | DOT.554
      sender | RCPT TO:<c@d> | 250 2.1.5 ok | RCPT.250
      sender | RCPT TO:<c@d> | 251 ok | RCPT.251
      sender | RCPT TO:<c@d> | 252 ok | RCPT.252
      sender | RCPT TO:<c@d> | 450 4.2.0 busy | RCPT.450
      sender | RCPT TO:<c@d> | 450 4.2.0 Greylisted, come back | greylist
      sender | RCPT TO:<c@d> | 451 4.7.1 Greylisting in action | greylist
      sender | RCPT TO:<c@d> | 451 no | RCPT.451
      sender | RCPT TO:<c@d> | 452 4.2.2 quota | full.later
      sender | RCPT TO:<c@d> | 552 5.2.2 quota | full
      sender | RCPT TO:<c@d> | 452 4.5.3 too many | RCPT.452
      sender | RCPT TO:<c@d> | 550 no | RCPT.550
      sender | RCPT TO:<c@d> | 550 5.1.1 no such user | RCPT.unknown
      sender | RCPT TO:<c@d> | 550 5.7.1 not for you | RCPT.policy
      sender | RCPT TO:<c@d> | 550 5.7.1 we do not relay | RCPT.relay
      sender | RCPT TO:<c@d> | 554 5.7.1 Relay access denied | RCPT.relay
      sender | RCPT TO:<c@d> | 454 4.7.1 Relay access denied | RCPT.relay.later
      sender | RCPT TO:<c@d> | 551 elsewhere | 551
      sender | RCPT TO:<c@d> | 553 no | RCPT.553
      sender | RCPT TO:<c@d> | 556 5.1.10 no | 556
      sender | RCPT TO:<> | 553 no | flaw.NOBODY
      sender | RCPT TO:<Postmaster> | 553 no | RCPT.553
      sender | RCPT c@d | 501 no | flaw.WORD_MISSING
      sender | RSET | 250 ok | RSET.250
      text   | . | 250 2.0.0 queued | DOT.250
      text   | . | 450 no | DOT.450
      text   | . | 451 no | DOT.451
      text   | . | 452 4.3.1 no | DOT.452
      text   | . | 550 5.7.1 spam | DOT.550
      text   | . | 552 5.3.4 big | DOT.552
      text   | . | 554 no | DOT.554
      text   | . | 452 4.2.2 <c@d> quota | full.later
      text   | . | 421 bye | 421
      after  | MAIL FROM:<a@b> | 250 ok | MAIL.250
      idle   | ETRN b.de | 250 ok | ETRN.250
      idle   | ETRN b.de | 251 none | ETRN.251
      idle   | ETRN b.de | 253 5 pending | 253
      idle   | ETRN b.de | 459 no | 459
      idle   | XCLIENT NAME=a | 220 ok | XCLIENT.220
      idle   | FOO | 250 ok | 250
      idle   | NOOP | 299 odd | digits.2
      idle   | NOOP | 399 odd | digits.3
      idle   | NOOP | 471 odd | digits.4
      idle   | NOOP | 571 odd | digits.5
      idle   | NOOP | 599 odd | digits.5
      idle   | NOOP | 150 odd | digits.1
      idle   | NOOP | 666 odd | digits.6
      idle   | NOOP | 000 psst | information
      idle   | NOOP | hello there | information.nocode
      idle   | NOOP | 250ok | information.glued
      idle   | NOOP | 250:ok | information.glued
      idle   | NOOP | 2500 ok | information.nocode
      idle   | NOOP | 999 odd | digits.6
      idle   | NOOP | 541 odd | digits.5
      idle   | UNASKED | 421 4.4.2 timeout | unasked.421
      idle   | UNASKED | 250 ok | unasked.2
      idle   | UNASKED | 354 go | unasked.3
      idle   | UNASKED | 451 oops | unasked.4
      idle   | UNASKED | 550 oops | unasked.5
      idle   | UNASKED | 000 psst | information
      """;

  private ExplainerCases() {}
}
