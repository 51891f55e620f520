#!/usr/bin/python3 -B
"""Types into openssl s_client, line by line as a person would, after STARTTLS or STLS and in implicit
TLS: logs in, sends a mail, fetches it; the certificate is judged strictly. Ends with 0 only if all
went as it must. steps.sh says what it wants to find in the environment.
"""

import base64
import subprocess

from steps import ENV, NOBODY, PASSWORDS, READER, SENDER, finish, mail, name_of, step

REFUSED = "verify error:num=62:hostname mismatch"


class Typist:
    """A conversation; it ends with s_client's exit code 0, which it has after the server's good-bye."""

    def __init__(self, port, *starttls, name="localhost"):
        self.process = subprocess.Popen(
            ["timeout", "60", "openssl", "s_client", "-connect", f"localhost:{ENV[port]}", *starttls]
            + ["-CAfile", ENV["CA"], "-verify_hostname", name, "-verify_return_error", "-quiet"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def __enter__(self):
        return self

    def __exit__(self, failure, *more):
        _, complaints = self.process.communicate(timeout=60)
        assert failure or self.process.returncode == 0, complaints.decode()

    def line(self):
        line = self.process.stdout.readline()
        assert line.endswith(b"\r\n"), line
        return line

    def reply(self, wanted):
        """A reply of SMTP or the first line of one of POP3."""
        while (line := self.line().decode())[3:4] == "-" and line[:3].isdigit():
            pass
        assert line.startswith(wanted), line
        return line

    def say(self, text, wanted):
        self.process.stdin.write(text if isinstance(text, bytes) else text.encode() + b"\r\n")
        self.process.stdin.flush()
        return self.reply(wanted)

    def lines(self):
        """The rest of a long reply of POP3, dots unstuffed."""
        text = b""
        while (line := self.line()) != b".\r\n":
            text += line[1:] if line.startswith(b".") else line
        return text


def encoded(text):
    return base64.b64encode(text.encode()).decode()


def stuffed(text):
    lines = text.splitlines(keepends=True)
    return b"".join(b"." + line if line.startswith(b".") else line for line in lines)


def smtp(*how):
    typist = Typist("SMTP" if how else "SMTPS", *how)
    if not how:  # after STARTTLS no greeting comes again
        typist.reply("220")
    return typist


def pop3(*how):
    typist = Typist("POP3" if how else "POP3S", *how)
    if not how:
        typist.reply("+OK")
    return typist


def send(subject, *how):
    sent = mail(subject)
    with smtp(*how) as typist:
        typist.say("EHLO laptop", "250")
        typist.say("AUTH PLAIN " + encoded(f"\0{name_of(SENDER)}\0wrong"), "535")
        typist.say("AUTH LOGIN", "334")
        typist.say(encoded(name_of(SENDER)), "334")
        typist.say(encoded(PASSWORDS[SENDER]), "235")
        typist.say(f"MAIL FROM:<{SENDER}>", "250")
        # With its command letters, which -quiet turns off, s_client would take the R for itself.
        typist.say(f"RCPT TO:<{NOBODY}>", "550")
        typist.say(f"RCPT TO:<{READER}>", "250")
        typist.say("DATA", "354")
        typist.say(stuffed(sent) + b".\r\n", "250")
        typist.say("QUIT", "221")
    return sent


def fetch(sent, *how):
    with pop3(*how) as typist:
        typist.say("USER " + name_of(READER), "+OK")
        typist.say("PASS wrong", "-ERR")
        typist.say("USER " + name_of(READER), "+OK")
        typist.say("PASS " + PASSWORDS[READER], "+OK")
        assert typist.say("STAT", "+OK").startswith("+OK 1 ")
        typist.say("RETR 1", "+OK")
        assert typist.lines().endswith(sent)
        typist.say("DELE 1", "+OK")
        typist.say("RETR 1", "-ERR")
        typist.say("QUIT", "+OK")


def there_and_back(smtp_how, pop3_how):
    fetch(send(f"openssl {smtp_how}", *smtp_how), *pop3_how)


def refused_for_another_name(port, *how):
    typist = Typist(port, *how, name="elsewhere.example.net")
    _, complaints = typist.process.communicate(timeout=60)
    assert typist.process.returncode == 1 and REFUSED in complaints.decode(), complaints


STARTTLS, STLS = ("-starttls", "smtp"), ("-starttls", "pop3")
step("s_client, STARTTLS and STLS", there_and_back, STARTTLS, STLS)
step("s_client, implicit TLS", there_and_back, (), ())
for place in (("SMTP", *STARTTLS), ("SMTPS",), ("POP3", *STLS), ("POP3S",)):
    step(f"s_client, {place}, for another host name", refused_for_another_name, *place)
finish()
