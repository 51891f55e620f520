#!/bin/bash
# The certificates of the servers: certificates.sh FOLDER
# ca.pem is to be trusted; good, other-name (made for elsewhere.example.net), expired and self-signed
# are the four kinds of server, alice that of a client. Each is NAME.pem with NAME.key; all but
# other-name are for localhost, 127.0.0.1 and the loopback addresses by which Dovecot tells them apart.
set -Eeuo pipefail
mkdir -p "$1"
cd "$1"

here='subjectAltName = DNS:localhost, IP:127.0.0.1, IP:127.0.0.2, IP:127.0.0.3, IP:127.0.0.4'
cat >openssl.cnf <<CONF
[ca]
default_ca = own
[own]
database = index
serial = serial
new_certs_dir = .
unique_subject = no
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = name
[name]
commonName = supplied
[req]
distinguished_name = empty
[empty]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = CA:FALSE
$here
[elsewhere]
basicConstraints = CA:FALSE
subjectAltName = DNS:elsewhere.example.net
[client]
basicConstraints = CA:FALSE
extendedKeyUsage = clientAuth
CONF
touch index
echo 1000 >serial

self_signed() { # NAME SUBJECT EXTENSIONS
  openssl req -x509 -config openssl.cnf -extensions "$3" -newkey rsa:2048 -nodes -days 2 \
    -subj "/CN=$2" -keyout "$1.key" -out "$1.pem"
}

signed() { # NAME SUBJECT EXTENSIONS FROM TO
  openssl req -config openssl.cnf -newkey rsa:2048 -nodes -subj "/CN=$2" -keyout "$1.key" -out "$1.csr"
  openssl ca -batch -config openssl.cnf -extensions "$3" -startdate "$4" -enddate "$5" \
    -in "$1.csr" -out "$1.pem" -notext
  cat ca.pem >>"$1.pem" # the chain, as a server sends it
}

exec 3>&2 2>log # openssl chatters there; it is only of interest if something goes wrong
trap 'cat log >&3' ERR
yesterday=$(date -u -d yesterday +%Y%m%d%H%M%SZ)
soon=$(date -u -d '2 days' +%Y%m%d%H%M%SZ)
self_signed ca 'smtpterm tests' authority
signed good localhost server "$yesterday" "$soon"
signed other-name elsewhere.example.net elsewhere "$yesterday" "$soon"
signed expired localhost server 20200101000000Z 20200201000000Z
signed alice alice client "$yesterday" "$soon"
self_signed self-signed localhost server
