#!/usr/bin/env bash
# Mixed load for SECONDS (an hour): memory, open files, threads and times of the server stay as they are.
set -euo pipefail
source "$(dirname "$0")/environment.sh"

seconds=${1:-3600}
[[ $seconds =~ ^[0-9]+$ ]] || {
    echo "Usage: tools/soak.sh [SECONDS]      (3600)"
    [ "$seconds" = --help ] && exit 0 || exit 2
}

tools/setup.sh --test
built release huiyin
exec node tests/bench/soak.mjs build/release/huiyin "$seconds"
