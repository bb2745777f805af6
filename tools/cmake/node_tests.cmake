# Tests and checks that run in Node.js; a missing package says how to get it.
find_program(HUIYIN_NODE node REQUIRED)

# huiyin_node_tests(prefix FOLDER folder NAMES names …): each folder/name.test.mjs is one test, prefix_name.
function(huiyin_node_tests prefix)
    cmake_parse_arguments(TESTS "" "FOLDER;TIMEOUT;ENVIRONMENT" "NAMES" ${ARGN})
    foreach(name ${TESTS_NAMES})
        add_test(NAME ${prefix}_${name}
            COMMAND ${HUIYIN_NODE} --test --test-reporter=spec ${PROJECT_SOURCE_DIR}/${TESTS_FOLDER}/${name}.test.mjs)
        set_tests_properties(${prefix}_${name} PROPERTIES
            TIMEOUT ${TESTS_TIMEOUT} LABELS ${prefix} ENVIRONMENT "${TESTS_ENVIRONMENT}")
    endforeach()
endfunction()

# huiyin_types(name CONFIGURATION tsconfig.json): the JSDoc types of some JavaScript, checked.
function(huiyin_types name)
    cmake_parse_arguments(TYPES "" "CONFIGURATION" "" ${ARGN})
    add_test(NAME ${name}
        COMMAND ${PROJECT_SOURCE_DIR}/tools/node_modules/.bin/tsc -p ${PROJECT_SOURCE_DIR}/${TYPES_CONFIGURATION})
endfunction()
