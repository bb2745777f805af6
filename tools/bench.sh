#!/usr/bin/env bash
# Measures bytes, times, frames and memory of the portal, beside a plain HTML form and a SurveyJS form, and the server
# under load; prints a table with budgets and writes
# build/bench.json. The figures are the machine's as much as ours: compare only with the same machine.
set -euo pipefail
source "$(dirname "$0")/environment.sh"

tools/setup.sh --test
built web portal
built release huiyin journey_bench text_bench case_filler
say "Measuring"
exec node tests/bench/bench.mjs
