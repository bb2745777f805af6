#!/usr/bin/env bash
# Measures bytes, times, frames and memory of the portal, and the server under load; prints a table and writes
# build/bench.json. The figures are the machine's as much as ours: compare only with the same machine.
set -euo pipefail
source "$(dirname "$0")/environment.sh"

tools/setup.sh --test
built web portal
built release huiyin journey_bench
say "Measuring"
exec node tests/bench/bench.mjs
