#!/bin/bash
# OpenSMTPD (see jail.sh): PORT SMTP with STARTTLS, +1 implicit TLS, +2 without TLS.
# Debian 12 builds it against a library that it does not get along with: it answers STARTTLS with 220,
# and the handshake then fails, as does that of implicit TLS. It offers AUTH only after a handshake.
# Mail for alice and bob at example.com lands in JAIL/mail/alice and bob (Maildir); other recipients
# are refused.
set -euo pipefail
packages=(opensmtpd dash)
. "$(dirname "$0")/jail.sh"

lay_in
furnish nobody opensmtpd opensmtpq

ln -sf dash "$jail/bin/sh" # it delivers through a shell

conf=$jail/etc/smtpd
mkdir -p "$conf" "$jail/run" "$jail/var/lib/opensmtpd/empty" "$jail/var/spool/smtpd"
chmod 711 "$jail/var/spool/smtpd"
name=opensmtpd.example.com
hash() { openssl passwd -6 "$1"; }
printf '%s %s\n' alice "$(hash secret)" bob "$(hash 'pass word')" >"$conf/passwords"
printf '%s nobody\n' alice@example.com bob@example.com >"$conf/people"
printf 'nobody %s:%s:/mail\n' "$(number_of nobody)" "$(number_of nobody)" >"$conf/users"
cat >"$conf/smtpd.conf" <<CONF
pki $name cert "/etc/tls/good.pem"
pki $name key "/etc/tls/good.key"
table passwords file:/etc/smtpd/passwords
table people file:/etc/smtpd/people
table users file:/etc/smtpd/users
smtp max-message-size 10M
listen on 127.0.0.1 port $port hostname $name tls pki $name auth-optional <passwords>
listen on 127.0.0.1 port $((port + 1)) hostname $name smtps pki $name auth-optional <passwords>
listen on 127.0.0.1 port $((port + 2)) hostname $name
action "mailbox" maildir "/mail/%{dest.user:lowercase}" virtual <people> userbase <users>
match from any for domain "example.com" action "mailbox"
CONF

give nobody mail
enter /usr/sbin/smtpd -d -f /etc/smtpd/smtpd.conf
