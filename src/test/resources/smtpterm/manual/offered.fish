# Prints what fish offers for each line of its input: offered.fish SCRIPT <LINES
source $argv[1]; or exit 1
while read -l line
    echo "= $line"
    complete -C $line | string replace -r '\t.*' ''
end
exit 0 # whatever the last line found
