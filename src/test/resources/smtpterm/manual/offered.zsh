# Prints what zsh offers for each line of its input: offered.zsh SCRIPT <LINES
# The editor of zsh, which completes, needs a terminal: zpty makes one.
zmodload zsh/zpty || exit 1
folder=$(mktemp -d) || exit 1
trap 'zpty -d editor 2>/dev/null; rm -rf $folder' EXIT
cp $1 $folder/_smtpterm
cat >$folder/setup <<'END'
PS1=
fpath=($folder $fpath)
autoload -Uz compinit
compinit -u -D
compadd() {
  local -a hits
  if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
    builtin compadd -A hits "$@"
    print -rl -- $hits >>$folder/offered
  fi
  builtin compadd "$@"
}
offer() { zle list-choices; BUFFER=; print -r -- END >>$folder/offered; print -n '<ready>' }
zle -N offer
bindkey '^G' offer
print -n '<ready>'
END

zpty editor "folder=${(q)folder} zsh -f -i"
zpty -w editor "folder=${(q)folder}; . \$folder/setup"
zpty -r -m editor answer '*<ready>*' || exit 1
while IFS= read -r line; do
  : >$folder/offered
  zpty -w -n editor $line$'\a'
  zpty -r -m editor answer '*<ready>*' || exit 1
  print -r -- "= $line"
  # A space, = or / behind a name is no part of it.
  sed '/^END$/d; s/[=/ ]*$//' $folder/offered
done
