# huiyin_fuzz(name SOURCES … USES rooms … HIDES libraries …): tests/fuzz/name_fuzz.cpp with libFuzzer, which ctest runs
# shortly and tools/fuzz.sh for long; it begins with tests/fuzz/seeds/name and keeps what it finds with the build.
add_custom_target(fuzzers)
function(huiyin_fuzz name)
    cmake_parse_arguments(FUZZ "" "" "SOURCES;USES;HIDES" ${ARGN})
    add_executable(fuzz_${name} EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/fuzz/${name}_fuzz.cpp ${FUZZ_SOURCES})
    target_link_libraries(fuzz_${name} PRIVATE huiyin_flags ${FUZZ_USES} ${FUZZ_HIDES})
    target_include_directories(fuzz_${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzzers fuzz_${name})
    set(found ${PROJECT_BINARY_DIR}/found/${name})
    file(MAKE_DIRECTORY ${found})
    add_test(NAME fuzz_${name}
        COMMAND fuzz_${name} -seed=12345 -runs=8000 -max_len=4096 -timeout=10 -rss_limit_mb=1024
                -artifact_prefix=${found}- ${found} ${PROJECT_SOURCE_DIR}/tests/fuzz/seeds/${name})
endfunction()
