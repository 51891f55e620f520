#!/bin/bash
# The practice server against the client programs beside this script, each of which logs in with all
# the mechanisms that both sides know: practice.sh JAR
# Ends with 0 only if all went as it must; the server is gone then.
set -euo pipefail
jar=$(realpath "$1")
cd "$(dirname "$0")"

folder=$(mktemp -d)
finish() {
  local code=$?
  trap - EXIT
  if kill "$server" 2>/dev/null; then wait "$server" 2>/dev/null || true; fi
  [ "$code" = 0 ] || { echo '--- The server said:' && tail -n 40 "$folder/said"; }
  rm -rf "$folder"
  exit "$code"
}
server=
trap finish EXIT
trap 'exit 130' HUP INT TERM

export SENDER=anna@kolleg.de SENDER_PASSWORD='ge heim' READER=bob@kolleg.de READER_PASSWORD='pass word'
export NOBODY=nobody@kolleg.de
export MECHANISMS='LOGIN PLAIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-512 APOP'

XDG_STATE_HOME=$folder timeout -k 5 600 java -jar "$jar" --lang en serve --account "anna:$SENDER_PASSWORD" \
  --account "bob:$READER_PASSWORD" --smtp 0 --smtps 0 --submission 0 --lmtp 0 --pop3 0 --pop3s 0 \
  </dev/null >"$folder/said" 2>&1 &
server=$!
for _ in {1..300}; do
  ! grep -q 'HELP FAULTS' "$folder/said" || break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.1
done
port() { grep -ow "$1 [0-9]*" "$folder/said" | head -n 1 | cut -d ' ' -f 2 || true; }
SMTP=$(port SMTP) SMTPS=$(port SMTPS) SUBMISSION=$(port submission) LMTP=$(port LMTP)
POP3=$(port POP3) POP3S=$(port POP3S)
CA=$folder/smtpterm/practice-tls/smtpterm-ca.pem
export SMTP SMTPS SUBMISSION LMTP POP3 POP3S CA
if [ -z "$SMTP" ] || [ -z "$POP3S" ]; then echo 'The practice server does not start.' >&2; exit 1; fi
echo "Practice server: SMTP $SMTP, POP3 $POP3"
# Its authority is made for the first client that encrypts.
timeout 60 openssl s_client -connect "localhost:$SMTPS" </dev/null >"$folder/tried" 2>&1 || true
[ -s "$CA" ] || { echo 'There is no certificate authority.' >&2 && cat "$folder/tried" && exit 1; }

for client in swaks.sh curl.sh python.py openssl.py; do
  echo "--- $client"
  "./$client" >"$folder/tried" 2>&1 || { cat "$folder/tried" && exit 1; }
  grep -c "^ok " "$folder/tried" # whoever tries nothing does not pass
done
