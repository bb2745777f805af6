#!/usr/bin/env bash
# From a checkout to the portal in the browser: installs what is missing, builds, serves.
set -euo pipefail
caller=$PWD
source "$(dirname "$0")/environment.sh"

usage() {
    cat <<'END'
Usage: tools/run.sh [--port N] [--listen ADDRESS] [--data DIR] [--demo | --gallery]

  --port N          the port to serve at (12345)
  --listen ADDRESS  the address to listen at (127.0.0.1)
  --data DIR        where the database lives (data)
  --demo            fill an empty database with demonstration cases
  --gallery         show every component of the kit with all its examples instead of the portal
END
    exit "$1"
}

port=12345 listen=127.0.0.1 data=$PWD/data with_demo=false served=portal
needs_value() { [ $# -ge 2 ] || { echo "$1 needs a value" >&2; usage 2 >&2; }; }
while [ $# -gt 0 ]; do
    case "$1" in
        --port) needs_value "$@"; port=$2; shift ;;
        --listen) needs_value "$@"; listen=$2; shift ;;
        --data) needs_value "$@"; data=$(cd "$caller" && realpath -m "$2"); shift ;;
        --demo) with_demo=true ;;
        --gallery) served=gallery_page ;;
        --help) usage 0 ;;
        *) echo "Unknown option: $1" >&2; usage 2 >&2 ;;
    esac
    shift
done

# Boston's open data beside the checkout, where it is there; else the few cases of our own.
demo_file=../shared/data/boston311-100.csv
fill_with_demo() {
    local file=()
    [ ! -e "$demo_file" ] || file=(--file "$demo_file")
    built release demo_filler
    build/release/demo_filler --data "$data" "${file[@]}"
}

tools/setup.sh --run
# Side by side, because linking the portal is one long thread. Whatever happens, nothing is left running.
trap wait EXIT
built web "$served" &
portal=$!
built release huiyin
wait "$portal"
! $with_demo || fill_with_demo
say "Starting the server"
exec build/release/huiyin serve --port "$port" --listen "$listen" --data "$data" --web "build/web/$served"
