#!/bin/bash
# Sends with swaks: every mechanism it knows, without TLS, after STARTTLS and in implicit TLS; and LMTP.
set -uo pipefail
. "$(dirname "$0")/steps.sh"
denied=28 refused=24 # exit codes of swaks: login refused, no recipient accepted

# It ends the last line itself.
prepare() { compose "$1" && head -c -2 "$work/mail" >"$work/data"; }
mail=(swaks --from "$SENDER" --data "@$work/data")

for tls in plain tls submission tls-on-connect; do
  case $tls in
    plain) there=(--server "localhost:$SMTP") ;;
    tls) there=(--server "localhost:$SMTP" --tls --tls-verify --tls-ca-path "$CA") ;;
    submission) there=(--server "localhost:$SUBMISSION" --tls --tls-verify --tls-ca-path "$CA") ;;
    *) there=(--server "localhost:$SMTPS" --tls-on-connect --tls-verify --tls-ca-path "$CA") ;;
  esac
  for mechanism in PLAIN LOGIN CRAM-MD5 DIGEST-MD5; do
    offered "$mechanism" || continue
    what="swaks $tls $mechanism"
    login=("${there[@]}" --auth "$mechanism" --auth-user "$(name_of "$SENDER")" --auth-password)
    prepare "$what"
    expect 0 "$what" "${mail[@]}" --to "$READER" "${login[@]}" "$SENDER_PASSWORD"
    arrived "$what"
    expect "$denied" "$what, wrong password" \
      "${mail[@]}" --to "$READER" "${login[@]}" "not $SENDER_PASSWORD"
    expect "$refused" "$what, unknown recipient" \
      "${mail[@]}" --to "$NOBODY" "${login[@]}" "$SENDER_PASSWORD"
  done
done

lmtp=("${mail[@]}" --protocol LMTP --server "localhost:$LMTP")
prepare 'swaks LMTP'
expect 0 'swaks LMTP' "${lmtp[@]}" --to "$READER,$NOBODY"
arrived 'swaks LMTP'
expect "$refused" 'swaks LMTP, unknown recipient' "${lmtp[@]}" --to "$NOBODY"
finish
