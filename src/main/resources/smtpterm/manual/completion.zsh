#compdef smtpterm
# Completion of smtpterm for zsh.
# Made by "smtpterm completion zsh" from its options: what is changed here is lost the next time.

# The names of the servers in the configuration file, if there is one.
_smtpterm_targets() {
  local -a profiles
  profiles=(${(f)"$(
    # @profiles@
  )"})
  _describe -t profiles profile profiles
}

# What may stand first: a command or a server.
_smtpterm_first() {
  local ret=1
  local -a commands
  commands=(
    # @commands@
  )
  if (( ! $words[(I)--] )); then # behind -- no word is a command
    _describe -t commands command commands && ret=0
  fi
  _smtpterm_targets && ret=0
  return ret
}

# Adds what COMMAND takes to options.
_smtpterm_options() { # COMMAND
  # @options@
}

_smtpterm() {
  local curcontext=$curcontext state state_descr ret=1
  local -a options line
  local -A opt_args
  _smtpterm_options smtpterm
  _arguments -C -S $options '(-): :->first' '(-)*:: :->rest' && ret=0
  case $state in
    first) _smtpterm_first && ret=0 ;;
    rest)
      options=()
      case $words[1] in
        # @rest@
        *)
          _smtpterm_options smtpterm
          _arguments -S $options '1:PORT: ' && ret=0
          ;;
      esac
      ;;
  esac
  return ret
}

# As a file of $fpath this is the function itself; as a script it says what the function is for.
if [[ $funcstack[1] == _smtpterm ]]; then
  _smtpterm "$@"
else
  compdef _smtpterm smtpterm
fi
