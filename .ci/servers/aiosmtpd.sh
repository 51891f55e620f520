#!/bin/bash
# aiosmtpd (see jail.sh): PORT SMTP, +1 implicit TLS, +2 submission, where both TLS and a login are
# demanded; +3, +4, +5 are like PORT, but with the certificates other-name, expired and self-signed.
# AUTH PLAIN and LOGIN, whose questions end in NUL, for alice/secret and bob/"pass word", without TLS
# as well as after STARTTLS. Mail for the two at example.com lands in JAIL/mail/alice and bob
# (Maildir); full@example.com is refused for now, other recipients for good.
set -euo pipefail
python=$(apt-cache depends python3-minimal | sed -n 's/.* \(python3\.[0-9]*\)-minimal$/\1/p')
packages=(python3-aiosmtpd python3-attr python3-public "$python-minimal" "lib$python-minimal"
  "lib$python-stdlib")
. "$(dirname "$0")/jail.sh"

lay_in
furnish nobody
cp "$(dirname "$0")/aiosmtpd.py" "$jail/server.py"
enter "/usr/bin/$python" -u /server.py "$port"
