"""The answers of a client to a server's challenges, for python.py: each mechanism is a function that
makes an authobject as smtplib.SMTP.auth wants it, from name and password. Written from the RFCs, with
nothing of smtpterm, so that client and server cannot share a mistake.
"""

import base64
import functools
import hashlib
import hmac
import os
import re


def plain(name, password):
    return lambda challenge=None: f"\0{name}\0{password}"


def login(name, password):
    answers = iter((name, password))
    return lambda challenge=None: None if challenge is None else next(answers)


def cram_md5(name, password):
    def answer(challenge=None):
        if challenge is None:
            return None
        return f"{name} {hmac.new(password.encode(), challenge, 'md5').hexdigest()}"

    return answer


def digest_md5(name, password, service="smtp"):
    """RFC 2831."""
    respond = None

    def answer(challenge=None):
        nonlocal respond
        if challenge is None:
            return None
        if challenge.startswith(b"rspauth="):
            assert challenge == b"rspauth=" + respond("").encode(), challenge
            return ""
        fields = dict(re.findall(r'(\w+)="?([^",]*)', challenge.decode()))
        nonce, realm, cnonce = fields["nonce"], fields.get("realm", ""), os.urandom(12).hex()

        start = hashlib.md5(f"{name}:{realm}:{password}".encode()).digest()
        a1 = hashlib.md5(start + f":{nonce}:{cnonce}".encode()).hexdigest()
        uri = f"{service}/localhost"

        def respond(method):
            a2 = hashlib.md5(f"{method}:{uri}".encode()).hexdigest()
            whole = f"{a1}:{nonce}:00000001:{cnonce}:auth:{a2}"
            return hashlib.md5(whole.encode()).hexdigest()

        return (
            f'charset=utf-8,username="{name}",realm="{realm}",nonce="{nonce}",nc=00000001,'
            f'cnonce="{cnonce}",digest-uri="{uri}",qop=auth,response={respond("AUTHENTICATE")}'
        )

    return answer


def scram(algorithm):
    """RFC 5802; checks the server's signature."""

    def mechanism(name, password):
        nonce = base64.b64encode(os.urandom(18)).decode()
        bare = f"n={name.replace('=', '=3D').replace(',', '=2C')},r={nonce}"
        signature = None

        def mac(key, text):
            return hmac.new(key, text.encode(), algorithm).digest()

        def answer(challenge=None):
            nonlocal signature
            if not challenge:  # none where it may come with AUTH, an empty one where it may not
                return "n,," + bare
            challenge = challenge.decode()
            if challenge.startswith("v="):
                assert challenge[2:] == base64.b64encode(signature).decode(), "false server"
                return ""
            fields = dict(part.split("=", 1) for part in challenge.split(","))
            assert fields["r"].startswith(nonce) and len(fields["r"]) > len(nonce)
            salt, rounds = base64.b64decode(fields["s"]), int(fields["i"])
            salted = hashlib.pbkdf2_hmac(algorithm, password.encode(), salt, rounds)
            key = mac(salted, "Client Key")
            final = f"c=biws,r={fields['r']}"
            whole = f"{bare},{challenge},{final}"
            signature = mac(mac(salted, "Server Key"), whole)
            proof = bytes(
                a ^ b for a, b in zip(key, mac(hashlib.new(algorithm, key).digest(), whole))
            )
            return f"{final},p={base64.b64encode(proof).decode()}"

        return answer

    return mechanism


MECHANISMS = {
    "PLAIN": plain,
    "LOGIN": login,
    "CRAM-MD5": cram_md5,
    "DIGEST-MD5": digest_md5,
    "SCRAM-SHA-1": scram("sha1"),
    "SCRAM-SHA-256": scram("sha256"),
    "SCRAM-SHA-512": scram("sha512"),
}

# RFC 5034 section 2: its service is "pop".
MECHANISMS_OF_POP3 = MECHANISMS | {
    "DIGEST-MD5": functools.partial(digest_md5, service="pop"),
}
