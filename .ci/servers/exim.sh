#!/bin/bash
# Exim (see jail.sh): PORT SMTP, +1 implicit TLS; +3, +4, +5 are like PORT, but with the certificates
# other-name, expired and self-signed.
# AUTH PLAIN, LOGIN and CRAM-MD5 for alice/secret and bob/"pass word", without TLS as well as after
# STARTTLS; VRFY and EXPN are answered (friends@example.com is a list of the two). Mail for alice and
# bob at example.com lands in JAIL/mail/alice and bob (Maildir); other recipients are refused, and
# what a logged-in client sends elsewhere is dropped.
set -euo pipefail
packages=(exim4-daemon-light)
. "$(dirname "$0")/jail.sh"

lay_in
furnish nobody Debian-exim

mkdir -p "$jail/etc/exim4"
{
  echo "daemon_smtp_ports = $port : $((port + 1)) : $((port + 3)) : $((port + 4)) : $((port + 5))"
  echo "tls_on_connect_ports = $((port + 1))"
  echo "KIND = \${if >{\$received_port}{$((port + 2))}" \
    "{\${extract{\${eval:\$received_port - $((port + 2))}}{:}{other-name:expired:self-signed}}}{good}}"
  echo 'PASSWORDS = alice=secret bob="pass word"'
  cat <<'CONF'
primary_hostname = exim.example.com
qualify_domain = example.com
spool_directory = /var/spool/exim
log_file_path = /var/log/exim/%slog
pid_file_path = /var/run/exim.pid
local_interfaces = 127.0.0.1
host_lookup =
rfc1413_query_timeout = 0s
keep_environment =
message_size_limit = 10M
smtputf8_advertise_hosts = *
tls_advertise_hosts = *
tls_certificate = /etc/tls/KIND.pem
tls_privatekey = /etc/tls/KIND.key
acl_smtp_vrfy = accept
acl_smtp_expn = accept
acl_smtp_rcpt = recipient
acl_smtp_data = accept

begin acl
recipient:
  deny message = no such user here
       domains = example.com
       ! verify = recipient
  accept domains = example.com
  accept authenticated = *
  deny message = relay not permitted

begin routers
list:
  driver = redirect
  domains = example.com
  local_parts = friends
  data = alice@example.com, bob@example.com
person:
  driver = accept
  domains = example.com
  local_parts = alice : bob
  transport = mailbox
elsewhere:
  driver = redirect
  domains = ! example.com
  data = :blackhole:

begin transports
mailbox:
  driver = appendfile
  directory = /mail/$local_part_data
  maildir_format
  user = Debian-exim

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = ${if eq{$auth3}{${extract{$auth2}{PASSWORDS}{$value}fail}}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${if eq{$auth2}{${extract{$auth1}{PASSWORDS}{$value}fail}}}
  server_set_id = $auth1
cram:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = ${extract{$auth1}{PASSWORDS}{$value}fail}
  server_set_id = $auth1
CONF
} >"$jail/etc/exim4/exim4.conf"

mkdir -p "$jail/var/spool/exim" "$jail/var/log/exim"
give Debian-exim mail var/spool/exim var/log/exim etc/tls
enter /usr/sbin/exim4 -bdf -q10s
