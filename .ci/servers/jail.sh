# shellcheck shell=bash disable=SC2034,SC2154 # packages is given by the scripts, port is for them
# For the scripts beside it, each of which is one mail server on 127.0.0.1:
#   SERVER.sh --packages                   names the Debian packages it needs in its jail
#   SERVER.sh JAIL PORT CERTIFICATES       becomes the server, on PORT and the few above it
# A jail is a folder that holds one mail server and no more than it needs, entered with chroot:
# Debian's mail servers exclude each other, and nothing on the machine is to change, so their packages
# are unpacked there instead of being installed. The folder $PACKAGES holds them; the libraries they
# link to are the machine's. CERTIFICATES is what certificates.sh made.
if [ "${1-}" = --packages ]; then
  printf '%s\n' "${packages[@]}"
  exit
fi
jail=$1 port=$2 certificates=$3

# Unpacks the packages into the jail.
lay_in() {
  local package
  mkdir -p "$jail"
  for package in "${packages[@]}"; do dpkg-deb -x "$PACKAGES/${package}"_*.deb "$jail"; done
}

# Copies what the programs and plug-ins in the jail link to, and the few files that every program
# expects. USER... are the accounts beside root: furnish USER...
furnish() {
  local id=900 user
  { find "$jail/usr" -type f \( -perm -u+x -o -name '*.so*' \) -exec ldd {} + 2>/dev/null || true; } |
    sed -n 's,^[^/]*\(/[^ ]*\) (0x.*,\1,p' | sort -u |
    xargs cp -L --parents -t "$jail"
  mkdir -p "$jail"/{dev,etc,mail,tmp,var/log,var/run}
  chmod 1777 "$jail/tmp"
  cp -a /dev/null /dev/urandom "$jail/dev"
  cp -r "$certificates" "$jail/etc/tls"
  echo '127.0.0.1 localhost' >"$jail/etc/hosts"
  echo 'root:x:0:0::/:/bin/false' >"$jail/etc/passwd"
  echo 'root:x:0:' >"$jail/etc/group"
  for user in "$@"; do
    id=$((id + 1))
    echo "$user:x:$id:$id::/:/bin/false" >>"$jail/etc/passwd"
    echo "$user:x:$id:" >>"$jail/etc/group"
  done
}

# The number of a user of the jail: number_of USER
number_of() { sed -n "s/^$1:x:\([0-9]*\):.*/\1/p" "$jail/etc/passwd"; }

# Hands a folder in the jail, and all in it, to a user of the jail: give USER PATH...
give() {
  local owner
  owner=$(number_of "$1")
  shift
  (cd "$jail" && chown -R "$owner:$owner" "$@")
}

# Becomes the server. It ends with the signal TERM, and in any case after half an hour:
# enter PROGRAM ARGUMENT...
enter() {
  exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin timeout -k 5 1800 setsid chroot "$jail" "$@"
}
