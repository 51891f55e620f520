# shellcheck shell=bash
# For the scripts beside it. A jail is a folder that holds one mail server and no more than it needs,
# entered with chroot: Debian's mail servers exclude each other, and nothing on the machine is to
# change, so their packages are unpacked there instead of being installed.

# Unpacks Debian packages: lay_in JAIL PACKAGE...
lay_in() {
  local jail=$1 debs
  shift
  mkdir -p "$jail"
  debs=$(mktemp -d)
  (cd "$debs" && apt-get -qq -o APT::Sandbox::User=root download "$@")
  for deb in "$debs"/*.deb; do dpkg-deb -x "$deb" "$jail"; done
  rm -r "$debs"
}

# Names the libraries that packages depend on: libraries_of PACKAGE...
libraries_of() {
  apt-cache depends "$@" | sed -n 's/^ *\(Pre\)\?Depends: \(lib[^ ]*\)$/\2/p' | sort -u
}

# Copies what the programs and plug-ins in the jail link to, and the few files that every program
# expects. USER... are the accounts beside root and nobody: furnish JAIL USER...
furnish() {
  local jail=$1 id=900 user
  shift
  { find "$jail/usr" -type f \( -perm -u+x -o -name '*.so*' \) -exec ldd {} + 2>/dev/null || true; } |
    sed -n 's,^[^/]*\(/[^ ]*\) (0x.*,\1,p' | sort -u |
    while read -r library; do cp -L --parents "$library" "$jail"; done
  mkdir -p "$jail"/{dev,etc,mail,tmp,var/log,var/run}
  chmod 1777 "$jail/tmp"
  cp -a /dev/null /dev/urandom "$jail/dev"
  echo '127.0.0.1 localhost' >"$jail/etc/hosts"
  echo 'root:x:0:0::/:/bin/false' >"$jail/etc/passwd"
  echo 'root:x:0:' >"$jail/etc/group"
  for user in nobody "$@"; do
    id=$((id + 1))
    echo "$user:x:$id:$id::/:/bin/false" >>"$jail/etc/passwd"
    echo "$user:x:$id:" >>"$jail/etc/group"
  done
}

# Hands a folder in the jail, and all in it, to a user of the jail: give JAIL USER PATH...
give() {
  local jail=$1 owner
  owner=$(grep "^$2:" "$jail/etc/passwd" | cut -d: -f3,4)
  shift 2
  (cd "$jail" && chown -R "$owner" "$@")
}

# A certificate for localhost, signed by itself: certify JAIL
certify() {
  mkdir -p "$1/etc/tls"
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout "$1/etc/tls/key.pem" -out "$1/etc/tls/certificate.pem" 2>/dev/null
}

# Becomes the server. It ends with the signal TERM, and in any case after a quarter of an hour:
# enter JAIL PROGRAM ARGUMENT...
enter() {
  exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin timeout -k 5 900 setsid chroot "$@"
}
