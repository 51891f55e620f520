"""aiosmtpd on 127.0.0.1, inside a jail: aiosmtpd.py PORT, as aiosmtpd.sh says; aiosmtpd.py PORT relay
for another server in the jail that passes its mail on, without TLS and login."""

import asyncio
import os
import ssl
import sys
import time

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

PASSWORDS = {b"alice": b"secret", b"bob": b"pass word"}


def login(server, session, envelope, mechanism, given):
    right = isinstance(given, LoginPassword) and PASSWORDS.get(given.login) == given.password
    # handled: the reply to a wrong password is left to aiosmtpd.
    return AuthResult(success=right, handled=False, auth_data=given.login if right else None)


class Mailboxes:
    async def handle_RCPT(self, server, session, envelope, address, options):
        user, _, domain = address.partition("@")
        if domain != "example.com":
            return "550 5.7.1 relaying denied"
        if user == "full":
            return "452 4.2.2 mailbox full, try later"
        if user not in ("alice", "bob"):
            return "550 5.1.1 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        for address in envelope.rcpt_tos:
            box = "/mail/" + address.partition("@")[0]
            for folder in ("tmp", "new", "cur"):
                os.makedirs(f"{box}/{folder}", exist_ok=True)
            name = f"{time.time_ns()}"
            with open(f"{box}/tmp/{name}", "wb") as file:
                file.write(envelope.original_content)
            os.rename(f"{box}/tmp/{name}", f"{box}/new/{name}")
        return "250 2.0.0 stored"


def certificate(name):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"/etc/tls/{name}.pem", f"/etc/tls/{name}.key")
    return context


async def serve(port, relay):
    async def listen(offset, implicit=None, **settings):
        def session():
            return SMTP(
                Mailboxes(),
                authenticator=login,
                hostname="aiosmtpd.example.com",
                enable_SMTPUTF8=True,
                data_size_limit=10485760,
                **settings,
            )

        await asyncio.get_running_loop().create_server(
            session, "127.0.0.1", port + offset, ssl=implicit
        )

    if relay:
        await listen(0)
        await asyncio.Event().wait()
    good = certificate("good")
    await listen(0, tls_context=good, auth_require_tls=False)
    await listen(1, implicit=good, auth_require_tls=False)
    await listen(2, tls_context=good, require_starttls=True, auth_required=True)
    for offset, kind in enumerate(("other-name", "expired", "self-signed"), 3):
        await listen(offset, tls_context=certificate(kind), auth_require_tls=False)
    await asyncio.Event().wait()


asyncio.run(serve(int(sys.argv[1]), sys.argv[2:] == ["relay"]))
