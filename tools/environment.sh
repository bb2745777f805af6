# Sourced by the tools: the project's folder, the build's environment, and words about progress.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
: "${HUIYIN_STARTED:=$EPOCHSECONDS}"
export HUIYIN_STARTED

# Relative paths in the compiler's cache, so that a second checkout finds what the first has compiled.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=time_macros
# What a file includes is told by its own compilation: no second run of the compiler to find out.
export CCACHE_DEPEND=1
export CCACHE_DIR="${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache}" CCACHE_MAXSIZE="${CCACHE_MAXSIZE:-4G}"
# Debian's Emscripten brings every system library ready-made; nobody need write to its folder.
export EM_FROZEN_CACHE=1
# Emscripten starts Python for every file; a version manager's stand-in would take longer than the compiler.
[ ! -x /usr/bin/python3 ] || export EMSDK_PYTHON=/usr/bin/python3
# Optimised links look here for acorn.
export NODE_PATH=/usr/share/nodejs

say() { printf '[%d s] %s\n' "$((EPOCHSECONDS - HUIYIN_STARTED))" "$*"; }

fail() {
    say "$*" >&2
    exit 1
}

# configured PRESET: configures once; afterwards the build itself sees when that is to be done again.
configured() {
    [ -e "build/$1/build.ninja" ] && return
    say "Configuring $1"
    mkdir -p "build/$1"
    cmake --preset "$1" >"build/$1/configure.log" 2>&1 || {
        cat "build/$1/configure.log"
        fail "Configuring $1 failed"
    }
}

# Every ten seconds, how far a build is; Debian's awk would hold the lines back.
told() {
    local name=$1 line next_word=0
    while IFS= read -r line; do
        if [[ $line =~ ^\[[0-9]+/[0-9]+\] ]] && [ "$EPOCHSECONDS" -ge "$next_word" ]; then
            say "  $name ${BASH_REMATCH[0]}"
            next_word=$((EPOCHSECONDS + 10))
        fi
    done
}

# built PRESET TARGET…: builds, telling now and then how far it is; the whole log stays beside the build.
built() {
    local preset=$1
    shift
    configured "$preset"
    say "Building $preset ($*)"
    NINJA_STATUS='[%f/%t] ' cmake --build "build/$preset" --target "$@" 2>&1 |
        tee "build/$preset/build.log" | told "$preset" || {
        grep -vE '^\[[0-9]+/[0-9]+\]' "build/$preset/build.log" | tail -n 60
        fail "Building $preset failed; the whole log is build/$preset/build.log"
    }
    say "Built $preset"
}
