# huiyin_wasm(name [OPTIONAL] SOURCES … USES rooms …): the program that the browser loads; an optional one is built
# when it is asked for.
function(huiyin_wasm name)
    cmake_parse_arguments(WASM "OPTIONAL" "" "SOURCES;USES" ${ARGN})
    set(library ${PROJECT_SOURCE_DIR}/web/library_huiyin.js)
    add_executable(${name} ${WASM_SOURCES})
    target_compile_options(${name} PRIVATE -fno-exceptions)
    target_link_libraries(${name} PRIVATE huiyin_flags ${WASM_USES})
    target_link_options(${name} PRIVATE
        --no-entry "SHELL:--js-library ${library}" -fno-exceptions
        -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sSUPPORT_ERRNO=0
        -sMINIFY_HTML=0 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=8MB -sTOTAL_STACK=1MB)
    if(WASM_OPTIONAL)
        set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
    endif()
    set_target_properties(${name} PROPERTIES
        LINK_DEPENDS ${library}
        # Debian's Emscripten finds its own acorn only when told where it is.
        RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
endfunction()

# huiyin_served(name [OPTIONAL] PROGRAM target DATA target SCRIPTS … STYLES …): the folder that the server serves.
function(huiyin_served name)
    cmake_parse_arguments(SERVED "OPTIONAL" "PROGRAM;DATA" "SCRIPTS;STYLES" ${ARGN})
    file(GLOB catalogues CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/i18n/locales/*.json)
    list(TRANSFORM SERVED_SCRIPTS PREPEND ${PROJECT_SOURCE_DIR}/)
    list(TRANSFORM SERVED_STYLES PREPEND ${PROJECT_SOURCE_DIR}/)
    get_target_property(packages ${SERVED_DATA} HUIYIN_PACKAGES)
    set(folder ${PROJECT_BINARY_DIR}/${name})
    add_custom_command(
        OUTPUT ${folder}/shell.html
        COMMAND ${HUIYIN_NODE} ${PROJECT_SOURCE_DIR}/tools/pack.mjs --built ${PROJECT_BINARY_DIR}
                --program ${SERVED_PROGRAM} --out ${folder}
        DEPENDS ${SERVED_PROGRAM} ${SERVED_DATA} ${packages} ${SERVED_SCRIPTS} ${SERVED_STYLES} ${catalogues}
                ${PROJECT_SOURCE_DIR}/shell.html ${PROJECT_SOURCE_DIR}/entry.html ${PROJECT_SOURCE_DIR}/assets/icon.svg
                ${PROJECT_SOURCE_DIR}/tools/pack.mjs ${PROJECT_SOURCE_DIR}/tools/entry_pages.mjs
                ${PROJECT_SOURCE_DIR}/tools/drawn_elements.mjs ${PROJECT_SOURCE_DIR}/tools/entry_layout.mjs
                ${PROJECT_SOURCE_DIR}/tools/templates.mjs ${PROJECT_SOURCE_DIR}/tools/typefaces.mjs
        COMMENT "Packing what is served"
        VERBATIM)
    set(all ALL)
    if(SERVED_OPTIONAL)
        set(all)
    endif()
    add_custom_target(${name} ${all} DEPENDS ${folder}/shell.html)
endfunction()
