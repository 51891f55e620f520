#!/bin/bash
# Dovecot (see jail.sh): PORT POP3, +1 POP3 with implicit TLS, +2 submission with STARTTLS, +3 the same
# with implicit TLS, +4 LMTP. The certificate is good on 127.0.0.1, other-name on 127.0.0.2, expired on
# 127.0.0.3 and self-signed on 127.0.0.4.
# All mechanisms it has, without TLS as well as after STLS or STARTTLS, for alice/secret and
# bob/"pass word": PLAIN, LOGIN, CRAM-MD5, DIGEST-MD5, APOP, SCRAM-SHA-1 and SCRAM-SHA-256; for alice
# EXTERNAL, too, with her certificate, and XOAUTH2 and OAUTHBEARER with the token in JAIL/token.
# Mail by submission or LMTP for alice and bob at example.com lands in the mailboxes that POP3 shows,
# JAIL/mail/alice and bob (Maildir); other recipients are refused. The mailbox of reader/secret holds
# six messages: plain, with dots, with 8-bit octets and control sequences, with a line of 5000 octets,
# with an empty text, of one MiB.
set -euo pipefail
python=$(apt-cache depends python3-minimal | sed -n 's/.* \(python3\.[0-9]*\)-minimal$/\1/p')
packages=(dovecot-core dovecot-pop3d dovecot-submissiond dovecot-lmtpd python3-aiosmtpd python3-attr
  python3-public "$python-minimal" "lib$python-minimal" "lib$python-stdlib")
. "$(dirname "$0")/jail.sh"

lay_in
furnish nobody dovecot dovenull

conf=$jail/etc/dovecot
rm -rf "$conf"
mkdir -p "$conf"
printf '%s:{PLAIN}%s::::::\n' alice secret bob 'pass word' reader secret >"$conf/users"
cat >"$conf/dovecot.conf" <<CONF
base_dir = /var/run/dovecot
state_dir = /var/lib/dovecot
log_path = /var/log/mail.log
protocols = pop3 submission lmtp
listen = 127.0.0.1
hostname = dovecot.example.com
postmaster_address = postmaster@example.com
first_valid_uid = 1
mail_uid = nobody
mail_gid = nobody
mail_location = maildir:/mail/%n
mail_max_userip_connections = 200
pop3_uidl_format = %08Xu%08Xv

disable_plaintext_auth = no
auth_mechanisms = plain login cram-md5 digest-md5 apop scram-sha-1 scram-sha-256 external xoauth2 \
  oauthbearer
auth_verbose = yes
auth_failure_delay = 0
auth_username_format = %Ln
auth_realms = example.com
auth_ssl_username_from_cert = yes
passdb {
  driver = static
  mechanisms = external
  args = nopassword=y
}
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = /etc/dovecot/oauth2.conf
}
passdb {
  driver = passwd-file
  mechanisms = plain login cram-md5 digest-md5 apop scram-sha-1 scram-sha-256
  args = /etc/dovecot/users
}
userdb {
  driver = passwd-file
  args = /etc/dovecot/users
}

ssl = yes
ssl_cert = </etc/tls/good.pem
ssl_key = </etc/tls/good.key
ssl_ca = </etc/tls/ca.pem
ssl_require_crl = no
ssl_verify_client_cert = yes
$(for kind in 2.other-name 3.expired 4.self-signed; do
  printf 'local 127.0.0.%d {\n ssl_cert = </etc/tls/%s.pem\n ssl_key = </etc/tls/%s.key\n}\n' \
    "${kind%.*}" "${kind#*.}" "${kind#*.}"
done)

submission_relay_host = 127.0.0.1
submission_relay_port = $((port + 9))
submission_relay_ssl = no

$(listener() { # NAME PORT SSL
  printf ' inet_listener %s {\n  address = 127.0.0.1 127.0.0.2 127.0.0.3 127.0.0.4\n' "$1"
  printf '  port = %s\n  ssl = %s\n }\n' "$2" "$3"
}
echo 'service pop3-login {'
listener pop3 "$port" no
listener pop3s $((port + 1)) yes
echo '}'
echo 'service submission-login {'
listener submission $((port + 2)) no
listener submissions $((port + 3)) yes
echo '}')
# Else it would answer later and later, since so many wrong passwords come from one address.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = $((port + 4))
  }
}
CONF

# A token that the server can judge by itself: signed with a key it knows.
mkdir -p "$conf/keys/default/HS256"
printf %s 'a key for tests, which is no secret' | base64 >"$conf/keys/default/HS256/default"
cat >"$conf/oauth2.conf" <<'CONF'
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=/etc/dovecot/keys/
username_attribute = sub
CONF
url64() { base64 -w 0 | tr '+/' '-_' | tr -d =; }
token=$(printf %s '{"alg":"HS256","typ":"JWT"}' | url64)
token+=.$(printf '{"sub":"alice","iat":%d,"exp":%d}' "$(date +%s)" "$(date -d tomorrow +%s)" | url64)
token+=.$(printf %s "$token" |
  openssl dgst -sha256 -mac HMAC -macopt key:'a key for tests, which is no secret' -binary | url64)
printf %s "$token" >"$jail/token"

mkdir -p "$jail/mail"/{alice,bob,reader}/{cur,new,tmp}
message() { # NUMBER SUBJECT
  {
    printf '%s\n' 'From: sender@example.com' 'To: reader@example.com' "Subject: $2" \
      'Date: Fri, 01 Mar 2024 10:00:00 +0000' ''
    cat
  } >"$jail/mail/reader/cur/$((1700000000 + $1)).seed:2,"
}
message 1 plain <<<'Hello reader.'
printf '%s\n' '.one dot' '..two dots' . 'the end' | message 2 dots
printf 'caf\303\251 \342\230\203 \342\200\256 \351 \033[31mred\033[0m \033]0;title\007\n' |
  message 3 $'caf\303\251'
printf '%s\nthe end\n' "$(printf '%5000s' '' | tr ' ' x)" | message 4 long
message 5 empty </dev/null
printf '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde%.0s\n' {1..16384} | message 6 large

mkdir -p "$jail/var/lib/dovecot"
give nobody mail
cp "$(dirname "$0")/aiosmtpd.py" "$jail/server.py"
# Submission has to be passed on to somebody, who puts it into the same mailboxes; he ends with the
# server.
setpriv --pdeathsig TERM chroot "$jail" "/usr/bin/$python" -u /server.py $((port + 9)) relay &
until (exec 3<>"/dev/tcp/127.0.0.1/$((port + 9))") 2>/dev/null; do sleep 0.1 && kill -0 $!; done
enter /usr/sbin/dovecot -F
