#!/usr/bin/env bash
# Installs what is missing on Debian 12: for building and serving (--run), and for the tests too (--test, as
# without an option). Root, or a user with sudo. What is there already is left alone and costs nothing.
set -euo pipefail
source "$(dirname "$0")/environment.sh"

usage() {
    echo "Usage: tools/setup.sh [--run | --test]"
    exit "$1"
}

sections="build test"
case "${1:-}" in
    --run) sections="build" ;;
    --test | "") ;;
    --help) usage 0 ;;
    *) usage 2 ;;
esac
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

wanted_packages() {
    for section in $sections; do
        sed -n "/^\[$section\]/,/^\[/{/^[a-z]/p}" tools/packages.txt
    done
}

# A Node.js and an npm that did not come from Debian are as good; asking for Debian's would throw them out.
is_there() {
    case "$1" in
        nodejs) node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
                         process.exit(major > 18 || (major === 18 && minor >= 19) ? 0 : 1)' 2>/dev/null ;;
        npm) npm --version >/dev/null 2>&1 ;;
        *) false ;;
    esac
}

missing_packages() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u)
    comm -23 <(wanted_packages | sort) <(echo "$installed") | while read -r package; do
        is_there "$package" || echo "$package"
    done
}

install_packages() {
    local missing
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    say "Installing $(wc -w <<<"$missing") Debian packages:" $missing
    local log=build/packages.log
    {
        as_root apt-get update -q &&
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
                -o DPkg::Lock::Timeout=300 $missing
    } >"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        fail "Installing packages failed; the whole log is $log"
    }
    say "Installed the Debian packages"
}

# apt's own way to a source package, from a private list that says deb-src where the machine's says deb;
# nothing under /etc changes.
make_private_apt() {
    local list
    private_apt=$(mktemp -d)
    trap 'rm -rf "$private_apt"' EXIT
    mkdir -p "$private_apt"/{sources,lists/partial,cache/archives/partial}
    for list in /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list /etc/apt/sources.list; do
        [ -e "$list" ] && grep -qi debian "$list" || continue
        sed -E 's/^Types:.*/Types: deb-src/; s/^deb([[:space:]])/deb-src\1/' "$list" \
            >"$private_apt/sources/$(basename "$list")"
    done
    apt_options=(-q -o Dir::Etc::SourceList=/dev/null -o "Dir::Etc::SourceParts=$private_apt/sources"
        -o "Dir::State::Lists=$private_apt/lists" -o "Dir::Cache=$private_apt/cache" -o APT::Sandbox::User=root)
    apt-get "${apt_options[@]}" update
}

# unpack_source PACKAGE FOLDER: with Debian's own corrections applied.
unpack_source() {
    (cd "$private_apt" && apt-get "${apt_options[@]}" source --download-only "$1")
    rm -rf ".deps/$2.partial" ".deps/$2"
    dpkg-source --no-check --no-copy -x "$private_apt/$1"_*.dsc ".deps/$2.partial"
    mv ".deps/$2.partial" ".deps/$2"
}

fetch_sources() {
    [ -e .deps/icu/source/common/sources.txt ] && [ -e .deps/imgui/imgui.cpp ] && return 0
    say "Fetching the sources of ICU and Dear ImGui"
    mkdir -p .deps
    {
        make_private_apt
        [ -e .deps/icu/source/common/sources.txt ] || unpack_source icu icu
        [ -e .deps/imgui/imgui.cpp ] || unpack_source imgui imgui
    } >build/sources.log 2>&1 || {
        tail -n 30 build/sources.log >&2
        fail "Fetching the sources failed; the whole log is build/sources.log"
    }
    say "Unpacked the sources of ICU and Dear ImGui"
}

install_npm_packages() {
    cmp -s tools/package-lock.json tools/node_modules/.installed-lock && return 0
    say "Installing the npm packages"
    npm ci --prefix tools >build/npm.log 2>&1 || {
        tail -n 30 build/npm.log >&2
        fail "Installing the npm packages failed; the whole log is build/npm.log"
    }
    cp tools/package-lock.json tools/node_modules/.installed-lock
    say "Installed the npm packages"
}

mkdir -p build
install_packages
fetch_sources &
sources=$!
install_npm_packages
wait "$sources"
