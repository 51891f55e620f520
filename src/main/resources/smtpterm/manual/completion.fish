# Completion of smtpterm for fish.
# Made by "smtpterm completion fish" from its options: what is changed here is lost the next time.

# The names of the servers in the configuration file, if there is one.
function __smtpterm_profiles
    # @profiles@
end

# The options of COMMAND that something follows.
function __smtpterm_valued -a command
    # @valued@
end

# The command in front of the cursor (smtpterm where none is named), and how many operands it has.
function __smtpterm_place
    set -l words (commandline -opc)
    set -e words[1]
    # @commands@
    set -l command smtpterm
    set -l valued (__smtpterm_valued smtpterm)
    set -l count 0
    set -l pending no
    set -l dashes no
    for word in $words
        if test $pending = yes
            set pending no
        else if test $dashes = no -a "$word" = --
            set dashes yes
        else if test $dashes = no; and string match -q -- '-?*' $word
            contains -- $word $valued; and set pending yes
        else if test $dashes$command$count = nosmtpterm0; and contains -- $word $commands
            set command $word
            set valued (__smtpterm_valued $command)
        else
            set count (math $count + 1)
        end
    end
    test $dashes$command = yessmtpterm; and set command -- # a server, whatever it is called
    printf '%s\n' $command $count
end

# Whether one of these COMMANDS is being typed.
function __smtpterm_in
    set -l place (__smtpterm_place)
    contains -- $place[1] $argv
end

# Whether COMMAND has that many operands, or with + at least that many.
function __smtpterm_at -a command count
    set -l place (__smtpterm_place)
    test $place[1] = $command; or return
    string match -q '*+' $count; and test $place[2] -ge (string trim -r -c + $count); and return
    test $place[2] = $count
end

complete -c smtpterm -e
complete -c smtpterm -f
# @completions@
