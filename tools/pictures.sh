#!/usr/bin/env bash
# Makes the pictures of GALLERY.md and of the README: the main screens in three languages and three themes, and one
# page in every language.
set -euo pipefail
source "$(dirname "$0")/environment.sh"

tools/setup.sh --test
built release huiyin
built web portal
node tests/e2e/sheets.mjs "$@"
