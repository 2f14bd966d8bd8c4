#!/bin/sh
# Draws the README's pictures anew, with the program itself. Called by `make pictures`.
set -eu
cd "$(dirname "$0")"
netarium=../../.build/release/netarium
draw() { # name, arguments…
    name=$1
    shift
    env -u NETARIUM_PATH XDG_DATA_HOME=/nonexistent "$netarium" render "$@" --format svg -o "$name.svg"
}
draw handshake three-way-handshake --at 30ms --size 100x27
draw true-time three-way-handshake --scene syn-ack-lost --step 4 --true-time --size 100x30
draw tls tls-handshake --step 9 --compare tls12 --size 120x32
draw dns dns-lookup-path --step 10 --size 112x32
draw chinese four-way-teardown --step 6 --lang zh --size 100x27
draw changed three-way-handshake --step 5 --press 'x 1 Enter n n n c' --size 120x32
draw sliders rto-backoff --scene calculator --press 's Right Down Right Right' --size 100x30
draw why three-way-handshake --scene syn-ack-lost --step 4 --press 'Up Up w' --size 100x30
draw packet three-way-handshake --step 3 --press 'Enter Down Down' --size 100x30
draw quiz three-way-handshake --screen quiz --size 100x24
