# huiyin_room(name SOURCES … USES rooms … HIDES libraries …): a room is one static library.
# What it hides stays PRIVATE, so that no other room can include it by accident.
function(huiyin_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;USES;HIDES" ${ARGN})
    add_library(${name} STATIC ${ROOM_SOURCES})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PUBLIC ${ROOM_USES} PRIVATE huiyin_flags ${ROOM_HIDES})
    # What also becomes WebAssembly throws nothing anywhere, so that both builds behave alike.
    if(ROOM_SOURCES MATCHES "^(core|i18n|web)/")
        target_compile_options(${name} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
    endif()
endfunction()

# huiyin_calendar(room HEADER name): the official holidays as C++ tables, from the pinned npm package.
function(huiyin_calendar room)
    cmake_parse_arguments(CALENDAR "" "HEADER" "" ${ARGN})
    set(folder ${PROJECT_BINARY_DIR}/generated/${room})
    add_custom_command(
        OUTPUT ${folder}/${CALENDAR_HEADER}
        COMMAND node ${PROJECT_SOURCE_DIR}/tools/calendar.mjs ${folder}/${CALENDAR_HEADER}
        DEPENDS ${PROJECT_SOURCE_DIR}/tools/calendar.mjs ${PROJECT_SOURCE_DIR}/tools/package-lock.json
        COMMENT "Writing the official holidays"
        VERBATIM)
    target_sources(${room} PRIVATE ${folder}/${CALENDAR_HEADER})
    target_include_directories(${room} PRIVATE ${folder})
endfunction()

# huiyin_common_passwords(target): passwords that too many people have, from the pinned npm package.
function(huiyin_common_passwords target)
    set(folder ${PROJECT_BINARY_DIR}/generated/passwords)
    add_custom_command(
        OUTPUT ${folder}/common_passwords.inc
        COMMAND node ${PROJECT_SOURCE_DIR}/tools/common_passwords.mjs ${folder}/common_passwords.inc
        DEPENDS ${PROJECT_SOURCE_DIR}/tools/common_passwords.mjs ${PROJECT_SOURCE_DIR}/tools/package-lock.json
        COMMENT "Writing which passwords are too common"
        VERBATIM)
    add_custom_target(common_passwords DEPENDS ${folder}/common_passwords.inc)
    add_dependencies(${target} common_passwords)
    target_include_directories(${target} PRIVATE ${folder})
endfunction()

# huiyin_phone_plans(target): how telephone numbers are made, and examples for the tests, from the pinned npm package.
function(huiyin_phone_plans target)
    set(folder ${PROJECT_BINARY_DIR}/generated/phone)
    if(NOT TARGET phone_plans)
        add_custom_command(
            OUTPUT ${folder}/phone_plans.inc ${folder}/phone_examples.inc
            COMMAND node ${PROJECT_SOURCE_DIR}/tools/phone_plans.mjs ${folder}/phone_plans.inc ${folder}/phone_examples.inc
            DEPENDS ${PROJECT_SOURCE_DIR}/tools/phone_plans.mjs ${PROJECT_SOURCE_DIR}/tools/package-lock.json
            COMMENT "Writing how telephone numbers are made"
            VERBATIM)
        add_custom_target(phone_plans DEPENDS ${folder}/phone_plans.inc ${folder}/phone_examples.inc)
    endif()
    add_dependencies(${target} phone_plans)
    target_include_directories(${target} PRIVATE ${folder})
endfunction()

# huiyin_icons(room): the strokes of the icons that core/ui/icon.h names, from the pinned npm package.
function(huiyin_icons room)
    set(folder ${PROJECT_BINARY_DIR}/generated/${room})
    set(names ${PROJECT_SOURCE_DIR}/core/ui/icon.h)
    add_custom_command(
        OUTPUT ${folder}/icon_strokes.inc
        COMMAND node ${PROJECT_SOURCE_DIR}/tools/icons.mjs ${names} ${folder}/icon_strokes.inc
        DEPENDS ${PROJECT_SOURCE_DIR}/tools/icons.mjs ${names} ${PROJECT_SOURCE_DIR}/tools/package-lock.json
        COMMENT "Packing the icons"
        VERBATIM)
    target_sources(${room} PRIVATE ${folder}/icon_strokes.inc)
    target_include_directories(${room} PRIVATE ${folder})
endfunction()

# huiyin_letters(room): both forms of the Chinese letters that can be searched, from the pinned npm package.
function(huiyin_letters room)
    set(folder ${PROJECT_BINARY_DIR}/generated/${room})
    set(locales ${PROJECT_SOURCE_DIR}/i18n/locales)
    add_custom_command(
        OUTPUT ${folder}/chinese_letters.inc
        COMMAND node ${PROJECT_SOURCE_DIR}/tools/letters.mjs ${locales} ${folder}/chinese_letters.inc
        DEPENDS ${PROJECT_SOURCE_DIR}/tools/letters.mjs ${PROJECT_SOURCE_DIR}/tools/package-lock.json
                ${locales}/zh-Hans.json ${locales}/zh-Hant.json
        COMMENT "Writing the letters of Chinese"
        VERBATIM)
    target_sources(${room} PRIVATE ${folder}/chinese_letters.inc)
    target_include_directories(${room} PRIVATE ${folder})
endfunction()

# huiyin_tests(name SOURCES … USES rooms …): one Boost.Test program that ctest runs. For Node it only notes what
# huiyin_node_program makes one program of: what a link takes there is taken once. Of a long program some suites run
# beside the others, as a test of another NAME: BESIDE NAME suites ….
function(huiyin_tests name)
    cmake_parse_arguments(TESTS "" "" "SOURCES;USES;HIDES;BESIDE" ${ARGN})
    if(EMSCRIPTEN)
        set_property(GLOBAL APPEND PROPERTY huiyin_node_sources ${TESTS_SOURCES})
        set_property(GLOBAL APPEND PROPERTY huiyin_node_uses ${TESTS_USES} ${TESTS_HIDES})
        return()
    endif()
    huiyin_test_program(${name} SOURCES ${TESTS_SOURCES} USES ${TESTS_USES} ${TESTS_HIDES})
    if(NOT TESTS_BESIDE)
        add_test(NAME ${name} COMMAND ${name} --color_output=no)
        return()
    endif()
    list(POP_FRONT TESTS_BESIDE other)
    list(JOIN TESTS_BESIDE "," suites)
    add_test(NAME ${name} COMMAND ${name} --color_output=no "--run_test=!${suites}")
    add_test(NAME ${other} COMMAND ${name} --color_output=no "--run_test=${suites}")
endfunction()

# huiyin_node_program(name): the tests of all rooms so far, in Node.
function(huiyin_node_program name)
    get_property(sources GLOBAL PROPERTY huiyin_node_sources)
    get_property(uses GLOBAL PROPERTY huiyin_node_uses)
    list(REMOVE_DUPLICATES sources)
    list(REMOVE_DUPLICATES uses)
    huiyin_test_program(${name} SOURCES ${sources} USES ${uses})
    target_compile_options(${name} PRIVATE -fexceptions)
    # Linked quickly, not small: a test program runs once.
    target_link_options(${name} PRIVATE -O1 -Wl,--lto-O0 -fexceptions -sALLOW_MEMORY_GROWTH=1 -sNODERAWFS=1 -sEXIT_RUNTIME=1)
    add_dependencies(${name} icu_data)
    add_test(NAME ${name} COMMAND node --no-experimental-fetch $<TARGET_FILE:${name}> --color_output=no)
endfunction()

function(huiyin_test_program name)
    cmake_parse_arguments(TESTS "" "" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${TESTS_SOURCES} ${PROJECT_SOURCE_DIR}/tests/support/test_main.cpp)
    target_link_libraries(${name} PRIVATE huiyin_flags ${TESTS_USES} huiyin_boost_test)
    target_compile_definitions(${name} PRIVATE HUIYIN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" HUIYIN_BINARY_DIR="${PROJECT_BINARY_DIR}")
    # A test’s own lines run once: what they call is optimised and watched, they themselves compile in half the time.
    target_compile_options(${name} PRIVATE -O0 $<$<BOOL:${HUIYIN_SANITIZE}>:-fno-sanitize=undefined>)
endfunction()
