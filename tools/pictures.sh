#!/usr/bin/env bash
# Makes pictures of the main screens in every language and theme.
set -euo pipefail
source "$(dirname "$0")/environment.sh"

tools/setup.sh --test
built release huiyin
built web portal
node tests/e2e/sheets.mjs "$@"
