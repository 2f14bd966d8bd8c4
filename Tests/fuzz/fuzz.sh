#!/bin/sh
# Feeds made-up bytes to what reads files, for so many seconds each; called by `make fuzz`.
#
#   fuzz.sh SECONDS [TARGET…]
#
# The modules are compiled once more, with libFuzzer's instrumentation, into .build-fuzz. What makes a target fail is left there and
# named; it belongs into the tests of its module, under a name that says what it was.
set -eu
cd "$(dirname "$0")/../.."
. .ci/setup.sh
find_swift
seconds=$1
shift
[ $# -gt 0 ] || set -- JSON Course Diagram Packet
build=.build-fuzz
# A crash is told by libFuzzer; Swift's own report takes a minute.
export SWIFT_BACKTRACE=enable=no
mkdir -p "$build"

# Modules in the order in which they build on each other.
modules='CellGrid LocatedJSON Localization Timelines Wire Simulator Courseware Mermaid'
flags='-swift-version 6 -O -package-name netarium -sanitize=fuzzer,address -enable-upcoming-feature ExistentialAny
    -enable-upcoming-feature MemberImportVisibility -enable-upcoming-feature InternalImportsByDefault'

for module in $modules; do
    [ -z "$(find "Sources/$module" -newer "$build/$module.o" 2>/dev/null || echo new)" ] && continue
    say "compiling $module for the fuzzer"
    # shellcheck disable=SC2046,SC2086 # lists of flags and files
    swiftc $flags -wmo -parse-as-library -emit-module -emit-module-path "$build/$module.swiftmodule" \
        -module-name "$module" -I "$build" -c -o "$build/$module.o" $(find "Sources/$module" -name '*.swift')
done

# Where what a target reads is found in good form.
seeds() {
    case $1 in
        Diagram) echo Tests/fuzz/diagrams ;;
        *) echo lessons quizzes Tests/schemas/course ;;
    esac
}

for target in "$@"; do
    say "compiling the target $target"
    # shellcheck disable=SC2086
    swiftc $flags -use-ld=lld -parse-as-library -I "$build" -o "$build/$target" Tests/fuzz/Shared.swift "Tests/fuzz/$target.swift" \
        $(for module in $modules; do printf '%s ' "$build/$module.o"; done)
    mkdir -p "$build/corpus-$target"
    # What was found before is tried first.
    for found in "$build/found-$target-"*; do [ -e "$found" ] && mv "$found" "$build/corpus-$target/"; done
    say "fuzzing $target for $seconds seconds"
    # shellcheck disable=SC2046 # a list of directories
    "$build/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=65536 -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="$build/found-$target-" "$build/corpus-$target" $(seeds "$target") > "$build/$target.log" 2>&1 || true
    grep -E 'Fatal error|ERROR|stat::(number|average|peak)' "$build/$target.log" || true
    ls "$build/found-$target-"* >/dev/null 2>&1 && fail "$target: found $(echo "$build/found-$target-"*)"
done
say "nothing was found"
