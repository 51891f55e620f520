#!/usr/bin/python3 -B
"""Sends with smtplib, fetches with poplib: every mechanism, with and without an initial response,
without TLS, after STARTTLS or STLS, and in implicit TLS. Ends with 0 only if all went as it must.
steps.sh says what it wants to find in the environment.
"""

import base64
import poplib
import smtplib
import ssl

import sasl
from steps import ENV, NOBODY, OFFERED, PASSWORDS, READER, SENDER, finish, mail, name_of, step

MECHANISMS = [name for name in sasl.MECHANISMS if name in OFFERED]
TRUST = ssl.create_default_context(cafile=ENV["CA"])


def refused(exception, action, *arguments):
    """Makes sure that the action ends with the exception, which it returns."""
    try:
        action(*arguments)
    except exception as refusal:
        return refusal
    raise AssertionError(f"not refused: {arguments}")


def smtp(how):
    if how == "implicit":
        return smtplib.SMTP_SSL("localhost", int(ENV["SMTPS"]), timeout=30, context=TRUST)
    client = smtplib.SMTP("localhost", int(ENV["SMTP"]), timeout=30)
    if how == "tls":
        client.starttls(context=TRUST)
    return client


def pop3(how):
    if how == "implicit":
        return poplib.POP3_SSL("localhost", int(ENV["POP3S"]), timeout=30, context=TRUST)
    client = poplib.POP3("localhost", int(ENV["POP3"]), timeout=30)
    if how == "tls":
        client.stls(context=TRUST)
    return client


def log_in(client, mechanism, password, initial):
    client.ehlo()
    authobject = sasl.MECHANISMS[mechanism](name_of(SENDER), password)
    client.auth(mechanism, authobject, initial_response_ok=initial)


def login_of_smtplib(client, mechanism, password):
    """What its login() does, but with this mechanism only."""
    client.ehlo()
    client.user, client.password = name_of(SENDER), password
    client.auth(mechanism, getattr(client, "auth_" + mechanism.lower().replace("-", "_")))


def fetch(client, sent):
    """The only mail in the mailbox is this one; it is removed."""
    client.user(name_of(READER))
    client.pass_(PASSWORDS[READER])
    assert client.stat()[0] == 1, client.stat()
    lines = client.retr(1)[1]
    assert (b"\r\n".join(lines) + b"\r\n").endswith(sent), lines
    assert client.top(1, 0)[1] == lines[: lines.index(b"") + 1]
    client.dele(1)
    client.quit()


def send_and_fetch(how, logging_in, mechanism, *more):
    with smtp(how) as client:
        logging_in(client, mechanism, PASSWORDS[SENDER], *more)
        refusal = refused(smtplib.SMTPRecipientsRefused, client.sendmail, SENDER, NOBODY, "")
        assert refusal.recipients[NOBODY][0] == 550, refusal
        sent = mail(f"{mechanism} {how}")
        assert not client.sendmail(SENDER, READER, sent)
    fetch(pop3(how), sent)


def wrong_password_in_smtp(how, logging_in, mechanism, *more):
    with smtp(how) as client:
        arguments = (client, mechanism, "not " + PASSWORDS[SENDER], *more)
        refusal = refused(smtplib.SMTPAuthenticationError, logging_in, *arguments)
        assert refusal.smtp_code == 535, refusal
        assert client.noop()[0] == 250


def auth(client, mechanism, password, initial):
    """AUTH, which poplib lacks (RFC 5034)."""
    authobject = sasl.MECHANISMS_OF_POP3[mechanism](name_of(READER), password)

    def encoded(answer):
        return base64.b64encode(answer.encode()).decode()

    first = authobject(None) if initial else None
    line = f"AUTH {mechanism}" + ("" if first is None else " " + encoded(first))
    reply = client._shortcmd(line)
    while reply.startswith(b"+ "):
        reply = client._shortcmd(encoded(authobject(base64.b64decode(reply[2:]))))
    assert reply.startswith(b"+OK"), reply


def user_and_pass(client, mechanism, password, initial):
    client.user(name_of(READER))
    client.pass_(password)


def apop(client, mechanism, password, initial):
    client.apop(name_of(READER), password)


def log_in_to_pop3(how, logging_in, mechanism, initial):
    client = pop3(how)
    logging_in(client, mechanism, PASSWORDS[READER], initial)
    assert client.stat()[0] == 0
    client.quit()
    client = pop3(how)
    refusal = refused(
        poplib.error_proto, logging_in, client, mechanism, "not " + PASSWORDS[READER], initial
    )
    assert b"-ERR" in refusal.args[0], refusal
    client.close()


for how in ("plain", "tls", "implicit"):
    for mechanism in MECHANISMS:
        if mechanism in ("PLAIN", "LOGIN", "CRAM-MD5"):
            what = f"smtplib {how} {mechanism}"
            step(what, send_and_fetch, how, login_of_smtplib, mechanism)
            step(what + ", wrong password", wrong_password_in_smtp, how, login_of_smtplib, mechanism)
        for initial in (True, False):
            what = f"smtplib {how} {mechanism} {'at once' if initial else 'when asked'}"
            step(what, send_and_fetch, how, log_in, mechanism, initial)
            step(what + ", wrong password", wrong_password_in_smtp, how, log_in, mechanism, initial)
            what = f"poplib {how} {mechanism} {'at once' if initial else 'when asked'}"
            step(what, log_in_to_pop3, how, auth, mechanism, initial)
    step(f"poplib {how} USER", log_in_to_pop3, how, user_and_pass, "USER", False)
    if "APOP" in OFFERED:
        step(f"poplib {how} APOP", log_in_to_pop3, how, apop, "APOP", False)
finish()
