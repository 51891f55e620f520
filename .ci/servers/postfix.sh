#!/bin/bash
# Postfix (see jail.sh): PORT SMTP, +1 implicit TLS, +2 submission, where both TLS and a login are
# demanded; +3, +4, +5 are like PORT, but with the certificates other-name, expired and self-signed.
# AUTH PLAIN, LOGIN, CRAM-MD5, DIGEST-MD5, SCRAM-SHA-1 and SCRAM-SHA-256 for alice@example.com/secret
# and bob@example.com/"pass word", without TLS as well as after STARTTLS. Mail for these two lands in
# JAIL/mail/alice and bob (Maildir); other recipients are refused, and what a logged-in client sends
# elsewhere is dropped.
set -euo pipefail
packages=(postfix libsasl2-modules libsasl2-modules-db sasl2-bin)
. "$(dirname "$0")/jail.sh"

lay_in
furnish nobody postfix postdrop

conf=$jail/etc/postfix
cat >"$conf/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = /var/spool/postfix
data_directory = /var/lib/postfix
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = /var/log/mail.log
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtpd_peername_lookup = no
myhostname = postfix.example.com

# Nobody is trusted for the address he comes from, so that relaying takes a login even here.
mynetworks = 127.255.255.255/32
mydestination =
alias_maps =
virtual_mailbox_domains = example.com
virtual_mailbox_base = /mail
virtual_mailbox_maps = inline:{ alice@example.com=alice/, bob@example.com=bob/ }
virtual_minimum_uid = 1
virtual_uid_maps = static:$(number_of nobody)
virtual_gid_maps = static:$(number_of nobody)
default_transport = discard
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions =
message_size_limit = 10485760
smtputf8_enable = yes

# Many wrong passwords come from one address here, and are meant.
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0

smtpd_tls_security_level = may
smtpd_tls_cert_file = /etc/tls/good.pem
smtpd_tls_key_file = /etc/tls/good.key
smtpd_sasl_auth_enable = yes
smtpd_sasl_local_domain = example.com
smtpd_sasl_security_options = noanonymous
cyrus_sasl_config_path = /etc/postfix/sasl
CONF

with() { echo "-o smtpd_tls_cert_file=/etc/tls/$1.pem -o smtpd_tls_key_file=/etc/tls/$1.key"; }
cat >"$conf/master.cf" <<CONF
127.0.0.1:$port inet n - n - - smtpd
127.0.0.1:$((port + 1)) inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:$((port + 2)) inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
  -o smtpd_tls_auth_only=yes -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject
127.0.0.1:$((port + 3)) inet n - n - - smtpd $(with other-name)
127.0.0.1:$((port + 4)) inet n - n - - smtpd $(with expired)
127.0.0.1:$((port + 5)) inet n - n - - smtpd $(with self-signed)
$(printf '%s unix - - n - - %s\n' discard discard error error retry error proxymap proxymap \
  rewrite trivial-rewrite bounce bounce defer bounce trace bounce)
virtual unix - n n - - virtual
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000 1 tlsmgr
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
CONF

mkdir -p "$conf/sasl"
cat >"$conf/sasl/smtpd.conf" <<CONF
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: /etc/postfix/sasl/users
mech_list: PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256
CONF
user() { printf %s "$2" | chroot "$jail" saslpasswd2 -p -c -f /etc/postfix/sasl/users -u example.com "$1"; }
user alice secret
user bob 'pass word'

spool=$jail/var/spool/postfix
mkdir -p "$jail/var/lib/postfix" "$spool"/{active,bounce,corrupt,defer,deferred,flush,hold,incoming} \
  "$spool"/{maildrop,pid,private,public,saved,trace}
give postfix var/lib/postfix var/spool/postfix etc/postfix/sasl/users
give nobody mail
chown root:root "$spool" "$spool/pid"
enter /usr/lib/postfix/sbin/master -d
