#!/usr/bin/env bash
# Throws inputs at every reader of what strangers send, SECONDS for each; what breaks one is kept in build/fuzz/found.
set -euo pipefail
source "$(dirname "$0")/environment.sh"

seconds=${1:-600}
[[ $seconds =~ ^[0-9]+$ ]] || {
    echo "Usage: tools/fuzz.sh [SECONDS]      for each of tests/fuzz (600)"
    [ "$seconds" = --help ] && exit 0 || exit 2
}

tools/setup.sh --test
built fuzz fuzzers
for seeds in tests/fuzz/seeds/*/; do
    name=$(basename "$seeds")
    found=build/fuzz/found/$name
    say "Fuzzing $name"
    build/fuzz/fuzz_"$name" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1024 \
        -artifact_prefix="$found-" "$found" "$seeds" 2>&1 | tail -n 3 || fail "Something was found in $name"
done
