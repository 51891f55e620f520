#!/bin/bash
# Sendmail (see jail.sh): PORT SMTP, +1 implicit TLS.
# AUTH PLAIN, LOGIN, CRAM-MD5, DIGEST-MD5, SCRAM-SHA-1 and SCRAM-SHA-256 for alice/secret and
# bob/"pass word", without TLS as well as after STARTTLS; VRFY, EXPN, HELP and VERB are answered
# (friends is a list of the two). Mail for alice and bob at example.com lands in JAIL/mail/alice and
# bob (like a Maildir); other recipients there are refused, and mail for elsewhere is dropped.
set -euo pipefail
packages=(sendmail-bin sendmail-base sendmail-cf m4 libsasl2-modules libsasl2-modules-db sasl2-bin
  dash coreutils sed)
. "$(dirname "$0")/jail.sh"

lay_in
furnish nobody smmta smmsp alice bob
name=sendmail.example.com
mechanisms='PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256'
conf=$jail/etc/mail
mkdir -p "$conf" "$jail/etc/sasl2"

# It asks for its own name and would wait for an answer of the name server.
echo "127.0.0.1 $name localhost $(hostname)" >"$jail/etc/hosts"
echo 'hosts: files' >"$jail/etc/nsswitch.conf"

cat >"$conf/sendmail.mc" <<CONF
divert(-1)
include(\`/usr/share/sendmail/cf/m4/cf.m4')
divert(0)dnl
OSTYPE(\`debian')dnl
DOMAIN(\`generic')dnl
undefine(\`confHOST_STATUS_DIRECTORY')dnl
define(\`confDOMAIN_NAME', \`$name')dnl
define(\`confPRIVACY_FLAGS', \`')dnl
define(\`confMAX_MESSAGE_SIZE', \`10485760')dnl
define(\`confBAD_RCPT_THROTTLE', \`0')dnl
define(\`confDEF_USER_ID', \`nobody')dnl
define(\`confTO_IDENT', \`0')dnl
define(\`confREFUSE_LA', \`999')dnl
define(\`confQUEUE_LA', \`999')dnl
define(\`confAUTH_MECHANISMS', \`$mechanisms')dnl
define(\`confAUTH_REALM', \`$name')dnl
TRUST_AUTH_MECH(\`$mechanisms')dnl
define(\`confCACERT_PATH', \`/etc/tls')dnl
define(\`confCACERT', \`/etc/tls/ca.pem')dnl
define(\`confSERVER_CERT', \`/etc/tls/good.pem')dnl
define(\`confSERVER_KEY', \`/etc/tls/good.key')dnl
define(\`confTLS_SRV_OPTIONS', \`V')dnl
define(\`ALIAS_FILE', \`/etc/mail/aliases')dnl
define(\`HELP_FILE', \`/etc/mail/helpfile')dnl
define(\`STATUS_FILE', \`/var/log/statistics')dnl
define(\`confPID_FILE', \`/var/run/sendmail.pid')dnl
FEATURE(\`no_default_msa')dnl
FEATURE(\`nocanonify')dnl
FEATURE(\`accept_unresolvable_domains')dnl
DAEMON_OPTIONS(\`Family=inet, Name=MTA, Port=$port, Addr=127.0.0.1')dnl
DAEMON_OPTIONS(\`Family=inet, Name=TLS, Port=$((port + 1)), Addr=127.0.0.1, Modifiers=s')dnl
DAEMON_OPTIONS(\`Family=inet, Name=other-name, Port=$((port + 3)), Addr=127.0.0.1')dnl
DAEMON_OPTIONS(\`Family=inet, Name=expired, Port=$((port + 4)), Addr=127.0.0.1')dnl
DAEMON_OPTIONS(\`Family=inet, Name=self-signed, Port=$((port + 5)), Addr=127.0.0.1')dnl
define(\`LOCAL_MAILER_PATH', \`/usr/bin/deliver')dnl
define(\`LOCAL_MAILER_ARGS', \`deliver \$u')dnl
define(\`LOCAL_MAILER_FLAGS', \`lsDFMnw')dnl
define(\`SMART_HOST', \`error:5.7.1:550 no mail leaves here')dnl
MAILER(\`local')dnl
MAILER(\`smtp')dnl
LOCAL_CONFIG
Cwexample.com localhost
LOCAL_RULESETS
Stls_srv_features
R\$*	\$: \$&{daemon_name}
$(for kind in other-name expired self-signed; do
  printf 'R%s\t$@ "CertFile=/etc/tls/%s.pem; KeyFile=/etc/tls/%s.key"\n' $kind $kind $kind
done)
R\$*	\$@ ""
CONF
chroot "$jail" m4 /etc/mail/sendmail.mc >"$conf/sendmail.cf"
printf '%s\n' 'postmaster: alice' 'MAILER-DAEMON: alice' 'friends: alice, bob' >"$conf/aliases"

touch "$conf/local-host-names"
cat >"$jail/etc/sasl2/Sendmail.conf" <<CONF
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: /etc/mail/users
mech_list: $mechanisms
CONF
user() { printf %s "$2" | chroot "$jail" saslpasswd2 -p -c -f /etc/mail/users -u "$name" "$1"; }
user alice secret
user bob 'pass word'
chmod 600 "$conf/users"

mkdir -p "$jail/var/spool/mqueue" "$jail/mail"/{alice,bob}/{tmp,new}
cat >"$jail/usr/bin/deliver" <<'CONF'
#!/bin/sh
cd "/mail/$1" && mail=$(mktemp tmp/XXXXXXXXXX) && cat >"$mail" && mv "$mail" new/
CONF
chmod 755 "$jail/usr/bin/deliver"
ln -sf dash "$jail/bin/sh"
chmod 1777 "$jail/mail"/*/*
chmod 750 "$jail/var/spool/mqueue"
chroot "$jail" /usr/libexec/sendmail/sendmail -bi
enter /usr/libexec/sendmail/sendmail -bD -q1m -X /var/log/traffic
