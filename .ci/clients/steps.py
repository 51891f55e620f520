"""For the Python scripts beside it: the environment, which steps.sh describes, a mail, and the notes how
each step went.
"""

import os
import sys
import traceback

ENV = os.environ
SENDER, READER, NOBODY = ENV["SENDER"], ENV["READER"], ENV["NOBODY"]
PASSWORDS = {SENDER: ENV["SENDER_PASSWORD"], READER: ENV["READER_PASSWORD"]}
OFFERED = ENV["MECHANISMS"].split()
failures = 0


def name_of(address):
    return address.partition("@")[0]


def mail(subject):
    """With all that is easily damaged."""
    head = f"From: <{SENDER}>\nTo: <{READER}>\nSubject: {subject}\n\n"
    text = "Es gibt Würstchen.\n.\n..\n.one dot in front\n\n" + 900 * "0" + "\nthe end\n"
    return (head + text).replace("\n", "\r\n").encode()


def step(what, action, *arguments):
    global failures
    try:
        action(*arguments)
        print(f"ok      {what}", flush=True)
    except Exception:
        failures += 1
        print(f"FAILED  {what}\n{traceback.format_exc()}", flush=True)


def finish():
    """To be called at the end."""
    if failures:
        print(failures, "failed")
    sys.exit(failures > 0)
