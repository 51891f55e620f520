# shellcheck shell=bash
# For the scripts beside it, each of which tries a mail server on localhost with one client program,
# and ends with 0 only if all went as it must. Where and as whom, the environment says:
#   SMTP SMTPS SUBMISSION POP3 POP3S LMTP        the ports
#   CA                                           the file of the certificate authority to trust
#   SENDER SENDER_PASSWORD                       the address who logs in to send; before the @ his name
#   READER READER_PASSWORD                       the address who gets the mail, and fetches it
#   NOBODY                                       an address without a mailbox
#   MECHANISMS                                   the mechanisms that the server offers
failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name_of() { echo "${1%@*}"; }

# Runs a command and compares its exit code: expect CODE WHAT COMMAND ARGUMENT...
expect() {
  local wanted=$1 what=$2 code=0
  shift 2
  timeout -k 5 30 "$@" >"$work/output" 2>&1 </dev/null || code=$?
  judge "$what" "$([ "$code" = "$wanted" ] || echo "ended with $code instead of $wanted")"
}

# Notes how something went: judge WHAT COMPLAINT, which is empty if it went well.
judge() {
  if [ -z "$2" ]; then
    echo "ok      $1"
  else
    failures=$((failures + 1))
    printf 'FAILED  %s: %s\n' "$1" "$2"
    cut -c 1-160 "$work/output" | tail -n 40 | sed 's/^/        /'
  fi
}

# Writes a mail of its own, with all that is easily damaged, into $work/mail: compose SUBJECT
compose() {
  {
    printf 'From: <%s>\nTo: <%s>\nSubject: %s %s\n' "$SENDER" "$READER" "$1" "$RANDOM$RANDOM"
    printf 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n'
    printf 'Es gibt W\303\274rstchen.\n.\n..\n.one dot in front\n\n%0900d\nthe end\n' 0
  } | sed 's/$/\r/' >"$work/mail"
}

# The only mail in the reader's mailbox is $work/mail, behind what the servers have put in front; it is
# removed then: arrived WHAT
arrived() {
  local place="pop3://localhost:$POP3/1" login
  login=$(name_of "$READER"):$READER_PASSWORD
  curl -sS --max-time 30 -u "$login" "$place" >"$work/output" 2>&1
  tail -c "$(wc -c <"$work/mail")" "$work/output" >"$work/tail"
  judge "$1: the mail has arrived" "$(cmp "$work/mail" "$work/tail" 2>&1)"
  curl -sS --max-time 30 -u "$login" -X DELE -I "$place" >/dev/null
}

# Throws away what an earlier script has left in the reader's mailbox.
empty_mailbox() {
  local _
  for _ in {1..20}; do
    curl -sS --max-time 30 -u "$(name_of "$READER"):$READER_PASSWORD" -X DELE -I \
      "pop3://localhost:$POP3/1" >/dev/null 2>&1 || break
  done
}

offered() { [[ " $MECHANISMS " = *" $1 "* ]]; }

# To be called at the end.
finish() {
  [ "$failures" = 0 ] || echo "$failures failed"
  exit "$((failures > 0))"
}

empty_mailbox
