#!/bin/bash
# Sends with curl's smtp and smtps, fetches with its pop3 and pop3s: every mechanism it knows, without
# TLS, after STARTTLS or STLS, and in implicit TLS.
set -uo pipefail
. "$(dirname "$0")/steps.sh"
sender=$(name_of "$SENDER") reader=$(name_of "$READER")
denied=67 refused=55 # exit codes of curl: login refused, recipient refused

there() { # PROTOCOL HOW: the address of the server, and what curl has to demand of it
  case $1-$2 in
    smtp-plain) echo "smtp://localhost:$SMTP" ;;
    smtp-tls) echo "smtp://localhost:$SMTP --ssl-reqd --cacert $CA" ;;
    smtp-implicit) echo "smtps://localhost:$SMTPS --cacert $CA" ;;
    pop3-plain) echo "pop3://localhost:$POP3" ;;
    pop3-tls) echo "pop3://localhost:$POP3 --ssl-reqd --cacert $CA" ;;
    pop3-implicit) echo "pop3s://localhost:$POP3S --cacert $CA" ;;
  esac
}

fetched() { # WHAT: the fetched mail ends with the sent one
  tail -c "$(wc -c <"$work/mail")" "$work/fetched" >"$work/tail"
  judge "$1: the mail has arrived" "$(cmp "$work/mail" "$work/tail" 2>&1)"
}

for how in plain tls implicit; do
  read -ra place <<<"$(there smtp "$how")"
  mail=(curl -sS --max-time 25 "${place[@]}" --mail-from "$SENDER" -T "$work/mail")
  for mechanism in PLAIN LOGIN CRAM-MD5 DIGEST-MD5; do
    offered "$mechanism" || continue
    what="curl smtp $how $mechanism"
    login=(--login-options "AUTH=$mechanism" -u)
    compose "$what"
    expect 0 "$what" "${mail[@]}" --mail-rcpt "$READER" "${login[@]}" "$sender:$SENDER_PASSWORD"
    arrived "$what"
    expect "$denied" "$what, wrong password" \
      "${mail[@]}" --mail-rcpt "$READER" "${login[@]}" "$sender:not $SENDER_PASSWORD"
    expect "$refused" "$what, unknown recipient" \
      "${mail[@]}" --mail-rcpt "$NOBODY" "${login[@]}" "$sender:$SENDER_PASSWORD"
  done
done

compose 'curl pop3'
read -ra place <<<"$(there smtp tls)"
expect 0 'curl, a mail to fetch' curl -sS "${place[@]}" --mail-from "$SENDER" --mail-rcpt "$READER" \
  -T "$work/mail" -u "$sender:$SENDER_PASSWORD"
for how in plain tls implicit; do
  read -ra place <<<"$(there pop3 "$how")"
  for mechanism in AUTH=PLAIN AUTH=LOGIN AUTH=CRAM-MD5 AUTH=DIGEST-MD5 AUTH=+APOP; do
    offered "${mechanism##*[=+]}" || continue
    what="curl pop3 $how $mechanism"
    mailbox=(curl -sS --max-time 25 "${place[0]}/1" "${place[@]:1}" --login-options "$mechanism")
    expect 0 "$what" "${mailbox[@]}" -o "$work/fetched" -u "$reader:$READER_PASSWORD"
    fetched "$what"
    expect "$denied" "$what, wrong password" "${mailbox[@]}" -u "$reader:not $READER_PASSWORD"
  done
done
arrived 'curl pop3, at the end'
finish
