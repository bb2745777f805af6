#!/usr/bin/env bash
# Installs what is missing and runs everything that can fail. ctest is the only list of tests.
set -euo pipefail
source "$(dirname "$0")/environment.sh"

is_long=false
case "${1:-}" in
    --long) is_long=true ;;
    "") ;;
    *)
        echo "Usage: tools/test.sh [--long]      --long repeats the tests of chance, of load and of memory many times, looks at every screen in every theme, lays out texts in 46 languages, and goes every way in every language of the portal"
        [ "$1" = --help ] && exit 0 || exit 2
        ;;
esac

passed=0
report=""

part() {
    local name=$1 began=$EPOCHSECONDS
    shift
    "$@" || fail "FAILED: $name"
    report+=$(printf '%6d s  %s' "$((EPOCHSECONDS - began))" "$name")$'\n'
}

# Optimised runs what needs the kit, which is built for the browser tests anyway, and what measures memory; all that
# strangers' bytes reach runs under sanitizers, and with --long the other rooms too. Screens, turns and mirror are
# tested as they run in a browser (core_tests), natively with --long alone.
optimised_programs="huiyin catalogues mirror_pages memory_tests ui_tests app_tests journey_tests"
sanitized_rooms="base domain protocol i18n icu catalogues server"
sanitized_tests="^(${sanitized_rooms// /|}|server_files)_tests\$"
in_node="^(screens|turn|web)_tests\$"
sanitized_programs="${sanitized_rooms// /_tests }_tests"

# tested PRESET [OPTION OF ctest]…
tested() {
    local preset=$1
    local log=build/$preset/test.log
    shift
    say "Testing $preset"
    ctest --preset "$preset" -j2 "$@" 2>&1 | tee "$log" || fail "Tests of $preset failed"
    passed=$((passed + $(sed -n 's/.*tests passed, [0-9]* tests failed out of \([0-9]*\)$/\1/p' "$log")))
}

repeated() {
    say "Repeating $1"
    ctest --preset "$1" --repeat until-fail:20 --timeout 3000 -R '^(server|server_files|journey|protocol|web)_tests$' ||
        fail "Repeated tests of $1 failed"
}

often_changed() {
    say "Changing the screen ten thousand times"
    HUIYIN_SCREENS=10000 HUIYIN_PORTAL=build/web/portal node --test --test-reporter=spec tests/e2e/memory.test.mjs ||
        fail "Ten thousand screens left something behind"
}

seen_in_every_theme() {
    say "Looking at every screen in every theme"
    HUIYIN_EVERY_LOOK=1 HUIYIN_PORTAL=build/web/portal node --test --test-reporter=spec tests/e2e/{axe,pseudo,reflow}.test.mjs ||
        fail "axe found something"
}

written_in_every_script() {
    say "Laying out texts in 46 languages"
    HUIYIN_EVERY_TEXT=1 HUIYIN_PORTAL=build/web/portal node --test --test-reporter=spec tests/e2e/declaration.test.mjs ||
        fail "A text does not fit its lines"
}

lost_in_every_way() {
    say "Losing keys, browsers, servers and networks"
    HUIYIN_EVERY_LOSS=1 HUIYIN_PORTAL=build/web/portal node --test --test-reporter=spec \
        tests/e2e/{drafts,offline,outbox}.test.mjs || fail "A case or a draft was lost"
}

spoken_everywhere() {
    say "Going every way in every language"
    HUIYIN_LANGUAGES=all HUIYIN_PORTAL=build/web/portal node --test --test-reporter=spec \
        tests/e2e/{journey,keyboard,letters,plain,problems,text}.test.mjs || fail "A language went astray"
}

killed_often() {
    say "Killing the server a hundred times under load"
    HUIYIN_KILLS=100 build/release/server_tests --run_test=durability_tests || fail "A kill lost something"
}

over_a_bad_line() {
    say "Sending three hundred cases over a line that fails"
    HUIYIN_SUBMISSIONS=300 HUIYIN_PORTAL=build/web/portal node --test --test-reporter=spec tests/e2e/bad_line.test.mjs ||
        fail "The line lost something"
}

under_load_for_long() {
    say "Mixed load for five minutes"
    tools/soak.sh 300 || fail "Something grows under load"
}

part "setting up" tools/setup.sh --test
part "building release" built release $optimised_programs
part "building web" built web portal core_tests
part "testing release" tested release -E "$sanitized_tests|$in_node"
part "testing web" tested web
part "building sanitize" built sanitize $sanitized_programs
part "testing sanitize" tested sanitize -R "$sanitized_tests"
part "building fuzz" built fuzz fuzzers
part "testing fuzz" tested fuzz -R '^fuzz_'
if $is_long; then
    part "building the rest of release" built release all
    part "building the rest of sanitize" built sanitize all
    part "testing the rest of sanitize" tested sanitize -E "$sanitized_tests"
    part "building the gallery" built web all gallery_page
    part "repeating release" repeated release
    part "repeating sanitize" repeated sanitize
    part "killing the server often" killed_often
    part "sending over a bad line" over_a_bad_line
    part "mixed load for long" under_load_for_long
    part "changing the screen often" often_changed
    part "looking at every screen in every theme" seen_in_every_theme
    part "laying out texts in 46 languages" written_in_every_script
    part "going every way in every language" spoken_everywhere
    part "losing what can be lost" lost_in_every_way
fi
printf '\n%s%6d s  in all\n' "$report" "$((EPOCHSECONDS - HUIYIN_STARTED))"
echo "$passed passed, 0 failed"
