# Completion of smtpterm for fish.
# Made by "smtpterm completion fish" from its options: what is changed here is lost the next time.

# The names of the servers in the configuration file, if there is one.
function __smtpterm_profiles
    set -l config $HOME/.config
    test -n "$XDG_CONFIG_HOME"; and set config $XDG_CONFIG_HOME
    sed -n "s/^[[:space:]]*\[[[:space:]]*server[[:space:]]*\.[[:space:]]*[\"']\{0,1\}\([A-Za-z0-9_-]\{1,\}\)[\"']\{0,1\}[[:space:]]*\].*/\1/p" \
      "$config/smtpterm/config.toml" 2>/dev/null
end

# The options of COMMAND that something follows.
function __smtpterm_valued -a command
    contains -- $command smtpterm practice serve check play explain base64 convert export config completion man
    and printf '%s\n' --lang --color
    contains -- $command smtpterm practice play
    and printf '%s\n' --theme --explain
    contains -- $command smtpterm practice check play explain
    and printf '%s\n' --timeout
    contains -- $command smtpterm practice check play
    and printf '%s\n' --connect-timeout --starttls --ca --pin --cert --key --tls-version --sni
    contains -- $command smtpterm practice play explain
    and printf '%s\n' --dns
    contains -- $command smtpterm practice
    and printf '%s\n' --record
    contains -- $command practice serve play
    and printf '%s\n' --smtp --smtps --submission --lmtp --pop3 --pop3s
    contains -- $command practice serve check play
    and printf '%s\n' --account --accounts --pupils --pupils-list --domain --max-size --greeting
    contains -- $command serve
    and printf '%s\n' --max-clients --rate --data --script
    contains -- $command check
    and printf '%s\n' --server --jobs --retry --junit --json --html
    contains -- $command check play
    and printf '%s\n' --var --vars --allow-host
    contains -- $command play
    and printf '%s\n' --delay
    contains -- $command explain
    and printf '%s\n' --list --mx --message
    contains -- $command convert export
    and printf '%s\n' -o --output
    contains -- $command convert
    and printf '%s\n' --score
    contains -- $command export
    and printf '%s\n' --to
end

# The command in front of the cursor (smtpterm where none is named), and how many operands it has.
function __smtpterm_place
    set -l words (commandline -opc)
    set -e words[1]
    set -l commands practice serve check play explain base64 convert export config completion man
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
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a practice -d 'A practice server in this process, and the terminal connected to it'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a serve -d 'The practice server alone, for a class or for other programs'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a check -d 'Plays session files without a terminal and says which of them pass'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a play -d 'Plays a session file as the client, as if somebody typed it'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a explain -d 'Says what a reply code, command, keyword or header field means'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a base64 -d 'Turns text into Base64, and back'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a convert -d 'Turns a transcript in any notation into a session file'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a export -d 'Makes a work sheet of a session file'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a config -d 'Shows what the configuration file sets, or writes one'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a completion -d 'Prints what your shell needs to complete smtpterm on Tab'
complete -c smtpterm -n '__smtpterm_at smtpterm 0' -a man -d 'Prints the manual page'
complete -c smtpterm -n '__smtpterm_at smtpterm 0; or __smtpterm_at -- 0' -a '(__smtpterm_profiles)' -d config.toml
complete -c smtpterm -n '__smtpterm_at check 0+' -F
complete -c smtpterm -n '__smtpterm_at play 0' -F
complete -c smtpterm -n '__smtpterm_at play 1' -f -a '(__smtpterm_profiles)'
complete -c smtpterm -n '__smtpterm_at explain 0+' -f
complete -c smtpterm -n '__smtpterm_at base64 0+' -f
complete -c smtpterm -n '__smtpterm_at convert 0' -F
complete -c smtpterm -n '__smtpterm_at export 0' -F
complete -c smtpterm -n '__smtpterm_at completion 0' -f -a 'bash zsh fish'
complete -c smtpterm -n '__smtpterm_in smtpterm practice serve check play explain base64 convert export config completion man' -l lang -r -f -a 'de en' -d 'The language of the explanations: de or en'
complete -c smtpterm -n '__smtpterm_in smtpterm practice serve check play explain base64 convert export config completion man' -l color -r -f -a 'auto always never' -d 'Colours: auto, always or never'
complete -c smtpterm -n '__smtpterm_in smtpterm practice serve check play explain base64 convert export config completion man' -l debug -d 'Show more when smtpterm itself fails'
complete -c smtpterm -n '__smtpterm_in smtpterm practice serve check play explain base64 convert export config completion man' -s h -l help -d 'Show this help'
complete -c smtpterm -n '__smtpterm_in smtpterm practice serve check play explain base64 convert export config completion man' -s V -l version -d 'Show the version'
complete -c smtpterm -n '__smtpterm_in smtpterm practice play' -l theme -r -f -a 'auto dark light high-contrast none' -d 'The colours of the terminal'
complete -c smtpterm -n '__smtpterm_in smtpterm practice play' -l explain -r -f -a 'off short full' -d 'Explain replies: off, short or full'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play explain' -l timeout -r -f -d 'Wait so long for any reply'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l connect-timeout -r -f -d 'Wait so long for a connection, for each address'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -s 4 -l ipv4 -d 'Only IPv4 addresses'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -s 6 -l ipv6 -d 'Only IPv6 addresses'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l tls -d 'Encrypt from the first octet on, as smtps:// and pop3s:// do'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l starttls -r -f -a 'optional required' -d 'required: in a pipe no login and no mail is sent unencrypted'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l insecure -d 'Go on with a certificate that did not pass the check'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l ca -r -F -d 'Trust the authorities in this file'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l pin -r -f -d 'Accept exactly the certificate or public key with this SHA-256'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l cert -r -F -d 'Show this certificate'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l key -r -F -d 'The private key'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l tls-version -r -f -a '1.2 1.3' -d 'Speak this version of TLS only'
complete -c smtpterm -n '__smtpterm_in smtpterm practice check play' -l sni -r -f -d 'Ask for this name in the TLS handshake'
complete -c smtpterm -n '__smtpterm_in smtpterm practice play explain' -l dns -r -f -d 'Ask this DNS server for /mx and explain --mx'
complete -c smtpterm -n '__smtpterm_in smtpterm practice' -l record -r -F -d 'Write what is said into this session file, too, from the start'
complete -c smtpterm -n '__smtpterm_in smtpterm practice' -l force -d 'Replace the file of --record if it exists'
complete -c smtpterm -n '__smtpterm_in practice serve play' -l smtp -r -f -d 'The port for SMTP'
complete -c smtpterm -n '__smtpterm_in practice serve play' -l smtps -r -f -d 'The port for SMTP with TLS from the start'
complete -c smtpterm -n '__smtpterm_in practice serve play' -l submission -r -f -d 'The port for mail programs, who have to log in'
complete -c smtpterm -n '__smtpterm_in practice serve play' -l lmtp -r -f -d 'The port for LMTP'
complete -c smtpterm -n '__smtpterm_in practice serve play' -l pop3 -r -f -d 'The port for POP3'
complete -c smtpterm -n '__smtpterm_in practice serve play' -l pop3s -r -f -d 'The port for POP3 with TLS from the start'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l account -r -f -d 'An account of yours instead of anna, bob and carol'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l accounts -r -F -d 'Accounts of yours from a file, one NAME:PASSWORD a line'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l pupils -r -f -d 'Accounts for a class'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l pupils-list -r -F -d 'Write the pupils and their passwords into this file, and take them from there the next time'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l domain -r -f -d 'The domain of the mailboxes'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l require-auth -d 'Take mail only from people who are logged in'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l require-tls -d 'Allow login and mail on encrypted connections only'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l max-size -r -f -d 'The largest mail to take, such as 500K or 10M'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l strict -d 'Insist on the syntax of the RFC'
complete -c smtpterm -n '__smtpterm_in practice serve check play' -l greeting -r -f -d 'Greet with these words'
complete -c smtpterm -n '__smtpterm_in serve' -l lan -d 'Open the server to the local network, so that a class can reach it'
complete -c smtpterm -n '__smtpterm_in serve' -l max-clients -r -f -d 'So many clients at once'
complete -c smtpterm -n '__smtpterm_in serve' -l rate -r -f -d 'So many commands a minute from one address'
complete -c smtpterm -n '__smtpterm_in serve' -l data -r -f -a '(__fish_complete_directories)' -d 'Keep the mails in this directory, so that they are there the next time'
complete -c smtpterm -n '__smtpterm_in serve' -l script -r -F -d 'Play the server of this session file instead, to each client from the start'
complete -c smtpterm -n '__smtpterm_in serve' -l exact -d 'With --script: the client\'s whole line has to be as in the file, not only command and address'
complete -c smtpterm -n '__smtpterm_in check' -l server -r -f -a '(__smtpterm_profiles)' -d 'Play against this server, whatever the first @connect of a file names'
complete -c smtpterm -n '__smtpterm_in check' -l jobs -r -f -d 'So many files at once'
complete -c smtpterm -n '__smtpterm_in check' -l retry -r -f -d 'Play a file that fails again, up to so many times'
complete -c smtpterm -n '__smtpterm_in check' -l junit -r -F -d 'Write a report for build servers'
complete -c smtpterm -n '__smtpterm_in check' -l json -r -F -d 'Write a report for programs'
complete -c smtpterm -n '__smtpterm_in check' -l html -r -F -d 'Write a report for people, one page with everything that was said'
complete -c smtpterm -n '__smtpterm_in check play' -l practice -d 'Play against a practice server that is started for this, with the usual accounts'
complete -c smtpterm -n '__smtpterm_in check play' -l var -r -f -d 'Set a variable of the session file'
complete -c smtpterm -n '__smtpterm_in check play' -l vars -r -F -d 'Set variables from a file, one NAME=VALUE a line'
complete -c smtpterm -n '__smtpterm_in check play' -l exact -d 'Compare the texts of the replies, their number and order of lines too, not only the codes'
complete -c smtpterm -n '__smtpterm_in check play' -l allow-host -r -f -d 'Passwords given on the command line or in the environment may go to this host, too'
complete -c smtpterm -n '__smtpterm_in check play' -l cleartext -d 'Passwords may go unencrypted to other computers'
complete -c smtpterm -n '__smtpterm_in check play' -l keep-going -d 'Go on with a file after something did not come as it says'
complete -c smtpterm -n '__smtpterm_in play' -l step -d 'Wait for Enter before each line, and explain each reply on the next key'
complete -c smtpterm -n '__smtpterm_in play' -l typing -d 'Let the lines appear letter by letter, so that a class can read along'
complete -c smtpterm -n '__smtpterm_in play' -l delay -r -f -d 'Wait so long before each line'
complete -c smtpterm -n '__smtpterm_in play' -l stay -d 'Stay in the terminal at the end, with the connection'
complete -c smtpterm -n '__smtpterm_in explain' -l list -r -f -a 'codes enhanced commands keywords parameters mechanisms headers pop3 ports' -d 'Lists all of a topic'
complete -c smtpterm -n '__smtpterm_in explain' -l mx -r -f -d 'Asks the DNS about the mail of a domain: mail servers'
complete -c smtpterm -n '__smtpterm_in explain' -l message -r -F -d 'Reads a mail'
complete -c smtpterm -n '__smtpterm_in explain' -l json -d 'For programs: JSON instead of text'
complete -c smtpterm -n '__smtpterm_in base64' -s d -l decode -d 'From Base64 back to text'
complete -c smtpterm -n '__smtpterm_in base64' -l anatomy -d 'Shows every step: characters, octets, bits, groups of six'
complete -c smtpterm -n '__smtpterm_in convert export' -s o -l output -r -F -d 'Write into this file instead of the standard output'
complete -c smtpterm -n '__smtpterm_in convert export' -l force -d 'Replace the file if it exists'
complete -c smtpterm -n '__smtpterm_in convert' -l score -r -f -a '(__fish_complete_directories)' -d 'Measure instead how well transcripts are read'
complete -c smtpterm -n '__smtpterm_in export' -l to -r -f -a 'markdown html mermaid json' -d 'The form of what is written'
complete -c smtpterm -n '__smtpterm_in config' -l init -d 'Write a file with everything that can be set, switched off and explained'
complete -c smtpterm -n '__smtpterm_in config' -l path -d 'Say where the file is, and nothing else'
