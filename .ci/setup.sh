# Set-up that ./netarium and ./test share; sourced, not run. POSIX sh.
#
# Everything said here goes to standard error: standard output belongs to the program.

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# The oldest Swift whose package manager understands Package.swift.
swift_needed=6.1

swift_version() { # of the compiler $1, as 6.3; nothing when it is no Swift compiler
    "$1" --version 2>/dev/null </dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1
}

is_new_enough() { # version $1
    [ "${1%%.*}" -gt "${swift_needed%%.*}" ] ||
        { [ "${1%%.*}" -eq "${swift_needed%%.*}" ] && [ "${1#*.}" -ge "${swift_needed#*.}" ]; }
}

# Puts a Swift that is new enough on PATH: the one that is there, or one in the usual places.
find_swift() {
    swift_too_old=
    for swift_directory in '' /opt/swift/usr/bin /opt/swift*/usr/bin /usr/share/swift/usr/bin /usr/local/swift/usr/bin \
        /usr/libexec/swift/bin "${SWIFTLY_BIN_DIR:-${HOME:-/nonexistent}/.local/share/swiftly/bin}" \
        "${HOME:-/nonexistent}/.swiftly/bin"; do
        swift_candidate=${swift_directory:+$swift_directory/}swift
        command -v "$swift_candidate" >/dev/null 2>&1 || continue
        swift_found=$(swift_version "$swift_candidate")
        [ -n "$swift_found" ] || continue
        if is_new_enough "$swift_found"; then
            [ -z "$swift_directory" ] || PATH=$swift_directory:$PATH
            export PATH
            return
        fi
        swift_too_old="$swift_found ($(command -v "$swift_candidate"))"
    done
    [ -z "$swift_too_old" ] ||
        fail "Swift $swift_needed or newer is needed, and this is Swift $swift_too_old; see https://www.swift.org/install"
    fail "Swift $swift_needed or newer is needed, and none was found; see https://www.swift.org/install"
}

# Whether a C program that uses $1 can be compiled and linked with the libraries that follow: what a Swift build does too.
compiles() { # header, libraries…
    compiles_header=$1
    shift
    compiles_compiler=$(dirname "$(command -v swift)")/clang
    [ -x "$compiles_compiler" ] || compiles_compiler=cc
    printf '#include <%s>\nint main(void) { return 0; }\n' "$compiles_header" |
        "$compiles_compiler" -x c - -o /dev/null "$@" >/dev/null 2>&1
}

# Debian packages that a build needs and that are not there.
missing_for_build() {
    command -v git >/dev/null 2>&1 || printf 'git ca-certificates '
    compiles stdio.h -lm -lstdc++ || printf 'g++ '
    # Without a compiler this cannot be known, and asking for what is there does no harm.
    compiles curses.h -lncursesw -ltinfo || printf 'libncurses-dev '
}

# Debian packages that only `make bench` needs and that are not there.
missing_for_bench() {
    command -v g++ >/dev/null 2>&1 || printf 'g++ '
    [ -e /usr/include/ns3/core-module.h ] || printf 'libns3-dev '
    command -v mscgen >/dev/null 2>&1 || printf 'mscgen '
    command -v plantuml >/dev/null 2>&1 || printf 'plantuml '
}

# Installs Debian packages, saying so; or says how, and ends.
install() { # why, packages…
    install_why=$1
    shift
    [ $# -gt 0 ] || return 0
    command -v apt-get >/dev/null 2>&1 ||
        fail "$install_why needs what Debian calls $*; this system has no apt-get, so please install that yourself"
    install_as=
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            install_as='sudo -n'
        else
            say "needed for $install_why: $*"
            say "run this, then try again:"
            printf '\n    sudo apt-get update && sudo apt-get install -y --no-install-recommends %s\n\n' "$*" >&2
            exit 1
        fi
    fi
    say "installing $* (once; needed for $install_why)"
    install_log=$(mktemp)
    # shellcheck disable=SC2086 # $install_as is two words or none
    if ! {
        $install_as env DEBIAN_FRONTEND=noninteractive apt-get update &&
            $install_as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
    } </dev/null >"$install_log" 2>&1; then
        cat "$install_log" >&2
        rm -f "$install_log"
        fail "apt-get could not install $*; its words are above"
    fi
    rm -f "$install_log"
}

# Runs a command silently; shows all that it wrote only if it fails.
quietly() { # what, log file, command…
    quietly_what=$1 quietly_log=$2
    shift 2
    if ! "$@" </dev/null >"$quietly_log" 2>&1; then
        cat "$quietly_log" >&2
        fail "$quietly_what failed; all of its output is above and in $quietly_log"
    fi
}

release_flags='-c release --static-swift-stdlib --explicit-target-dependency-import-check error'
binary=.build/release/netarium
# Newer than every source that the binary was built from.
stamp=.build/netarium-is-built

needs_build() {
    [ -x "$binary" ] && [ -f "$stamp" ] || return 0
    [ -n "$(find Package.swift Sources .ci/setup.sh -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

# Builds the release binary when a source is newer; in the directory of the package.
build_release() {
    needs_build || return 0
    find_swift
    # shellcheck disable=SC2046 # a list of packages
    install "building netarium" $(missing_for_build)
    say "building (only once; takes a few minutes)"
    mkdir -p .build
    : >"$stamp.new"
    # shellcheck disable=SC2086 # flags
    quietly "the build" .build/netarium-build.log swift build $release_flags --product netarium
    mv "$stamp.new" "$stamp"
}
