# shellcheck shell=bash
# Completion of smtpterm for bash 3.2 and newer.
# Made by "smtpterm completion bash" from its options: what is changed here is lost the next time.

# The names of the servers in the configuration file, if there is one.
_smtpterm_profiles() {
  sed -n "s/^[[:space:]]*\[[[:space:]]*server[[:space:]]*\.[[:space:]]*[\"']\{0,1\}\([A-Za-z0-9_-]\{1,\}\)[\"']\{0,1\}[[:space:]]*\].*/\1/p" \
    "${XDG_CONFIG_HOME:-$HOME/.config}/smtpterm/config.toml" 2>/dev/null
}

# Sets options to what COMMAND takes. Behind = stands what follows the option: words to choose from,
# :file, :folder, :target, or :any for what nobody can guess.
_smtpterm_options() { # COMMAND
  options=()
  case $1 in smtpterm | practice | serve | check | play | explain | base64 | convert | export | config | completion | man)
    options+=(
      '--lang=de en'
      '--color=auto always never'
      --debug
      -h --help
      -V --version
    ) ;;
  esac
  case $1 in smtpterm | practice | play)
    options+=(
      '--theme=auto dark light high-contrast none'
      '--explain=off short full'
    ) ;;
  esac
  case $1 in smtpterm | practice | check | play | explain)
    options+=(
      --timeout=:any
    ) ;;
  esac
  case $1 in smtpterm | practice | check | play)
    options+=(
      --connect-timeout=:any
      -4 --ipv4
      -6 --ipv6
      --tls
      '--starttls=optional required'
      --insecure
      --ca=:file
      --pin=:any
      --cert=:file
      --key=:file
      '--tls-version=1.2 1.3'
      --sni=:any
    ) ;;
  esac
  case $1 in smtpterm | practice | play | explain)
    options+=(
      --dns=:any
    ) ;;
  esac
  case $1 in smtpterm | practice)
    options+=(
      --record=:file
      --force
    ) ;;
  esac
  case $1 in practice | serve | play)
    options+=(
      --smtp=:any
      --smtps=:any
      --submission=:any
      --lmtp=:any
      --pop3=:any
      --pop3s=:any
    ) ;;
  esac
  case $1 in practice | serve | check | play)
    options+=(
      --account=:any
      --accounts=:file
      --pupils=:any
      --pupils-list=:file
      --domain=:any
      --require-auth
      --require-tls
      --max-size=:any
      --strict
      --greeting=:any
    ) ;;
  esac
  case $1 in serve)
    options+=(
      --lan
      --max-clients=:any
      --rate=:any
      --data=:folder
      --script=:file
      --exact
    ) ;;
  esac
  case $1 in check)
    options+=(
      --server=:target
      --jobs=:any
      --retry=:any
      --junit=:file
      --json=:file
      --html=:file
    ) ;;
  esac
  case $1 in check | play)
    options+=(
      --practice
      --var=:any
      --vars=:file
      --exact
      --allow-host=:any
      --cleartext
      --keep-going
    ) ;;
  esac
  case $1 in play)
    options+=(
      --step
      --typing
      --delay=:any
      --stay
    ) ;;
  esac
  case $1 in explain)
    options+=(
      '--list=codes enhanced commands keywords parameters mechanisms headers pop3 ports'
      --mx=:any
      --message=:file
      --json
    ) ;;
  esac
  case $1 in base64)
    options+=(
      -d --decode
      --anatomy
    ) ;;
  esac
  case $1 in convert | export)
    options+=(
      -o=:file --output=:file
      --force
    ) ;;
  esac
  case $1 in convert)
    options+=(
      --score=:folder
    ) ;;
  esac
  case $1 in export)
    options+=(
      '--to=markdown html mermaid json'
    ) ;;
  esac
  case $1 in config)
    options+=(
      --init
      --path
    ) ;;
  esac
}

# Sets value to what COMMAND takes behind COUNT operands, in the same form.
_smtpterm_operand() { # COMMAND COUNT
  case $1:$2 in
    smtpterm:0) value=:first ;;
    check:*) value=:file ;;
    play:0) value=:file ;;
    play:1) value=:target ;;
    explain:*) value=:any ;;
    base64:*) value=:any ;;
    convert:0) value=:file ;;
    export:0) value=:file ;;
    completion:0) value='bash zsh fish' ;;
    smtpterm:1) value=:any ;;
    *) value= ;;
  esac
}

# Sets value to what follows OPTION; fails if nothing does.
_smtpterm_value() { # OPTION
  local option
  for option in "${options[@]}"; do
    case $option in "$1="*) value=${option#*=} && return ;; esac
  done
  return 1
}

# Offers those words that go on as TYPED does.
_smtpterm_offer() { # BEFORE TYPED WORD...
  local before=$1 typed=$2 word
  shift 2
  for word; do
    case $word in "$typed"*) COMPREPLY+=("$before$word") ;; esac
  done
}

# Sets words to those up to the cursor. bash takes "--lang=de" and "host:25" apart at = and :.
_smtpterm_words() {
  local i word glue=
  words=()
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ -n $word && $word != *[!:=]* && $i -gt 1 ]]; then
      words[${#words[@]} - 1]+=$word
      glue=yes
    elif [[ -n $glue ]]; then
      words[${#words[@]} - 1]+=$word
      glue=
    else
      words+=("$word")
    fi
  done
}

_smtpterm() {
  local IFS=$' \t\n' command=smtpterm count=0 dashes='' pending='' value='' before='' last i word commands
  local -a words options
  COMPREPLY=()
  commands='practice serve check play explain base64 convert export config completion man'
  _smtpterm_words
  _smtpterm_options smtpterm
  last=$((${#words[@]} - 1))
  for ((i = 0; i < last; i++)); do
    word=${words[i]}
    if [[ -n $pending ]]; then
      pending=
    elif [[ -z $dashes && $word == -- ]]; then
      dashes=yes
    elif [[ -z $dashes && $word == -?* ]]; then
      if [[ $word != *=* ]] && _smtpterm_value "$word"; then pending=$word; fi
    elif [[ -z $dashes && $command:$count == smtpterm:0 && " $commands " == *" $word "* ]]; then
      command=$word
      _smtpterm_options "$command"
    else
      count=$((count + 1))
    fi
  done

  word=${words[last]}
  if [[ -n $pending ]]; then
    _smtpterm_value "$pending"
  elif [[ -z $dashes && $word == -*=* ]]; then
    _smtpterm_value "${word%%=*}" || return 0
    word=${word#*=}
    [[ $2 != -*=* ]] || before=${2%%=*}= # = takes nothing apart here
  else
    _smtpterm_operand "$command" "$count"
    if [[ -n $dashes && $value == :first ]]; then value=:target; fi # behind -- no word is a command
    if [[ -z $dashes && ($word == -* || $value$word == '') ]]; then
      _smtpterm_offer '' "$word" "${options[@]%%=*}"
      return 0
    fi
  fi
  # The words have no blanks in them.
  # shellcheck disable=SC2046,SC2086
  case $value in
    '' | :any) ;;
    :file) type compopt >/dev/null 2>&1 && compopt -o default 2>/dev/null ;;
    :folder) type compopt >/dev/null 2>&1 && compopt -o dirnames 2>/dev/null ;;
    :target) _smtpterm_offer "$before" "$word" $(_smtpterm_profiles) ;;
    :first) _smtpterm_offer "$before" "$word" $commands $(_smtpterm_profiles) ;;
    *) _smtpterm_offer "$before" "$word" $value ;;
  esac
  return 0
}

if type compopt >/dev/null 2>&1; then
  complete -F _smtpterm smtpterm
else # bash 3.2 offers files wherever nothing else fits
  complete -o default -F _smtpterm smtpterm
fi
