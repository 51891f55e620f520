# Prints what bash offers for each line of its input: offered.bash SCRIPT <LINES
# shellcheck shell=bash disable=SC1090
. "$1" || exit 1

# Without a terminal nobody asks for files; that they would be asked for is noted instead.
compopt() { COMPREPLY+=("<$2>"); }

while IFS= read -r line; do
  # As readline does: at blanks, and around = and :.
  COMP_WORDS=() rest=$line
  while [[ $rest =~ ^\ *([:=]+|[^\ :=]+) ]]; do
    COMP_WORDS+=("${BASH_REMATCH[1]}")
    rest=${rest#"${BASH_REMATCH[0]}"}
  done
  [[ $line != *' ' ]] || COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMP_LINE=$line COMP_POINT=${#line}
  typed=${COMP_WORDS[COMP_CWORD]}
  [[ $typed != [:=]* ]] || typed=
  _smtpterm smtpterm "$typed" ''
  printf '%s\n' "= $line" "${COMPREPLY[@]}"
done
