# ICU 72.1 as the target `icu`: the system's natively, and for WebAssembly built from its sources.
if(NOT EMSCRIPTEN)
    find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
    add_library(icu INTERFACE)
    target_link_libraries(icu INTERFACE ICU::i18n ICU::uc ICU::data)
    return()
endif()

set(icu_sources ${HUIYIN_ICU_SOURCE}/stubdata/stubdata.cpp)
foreach(folder common i18n)
    file(STRINGS ${HUIYIN_ICU_SOURCE}/${folder}/sources.txt names REGEX "cpp$")
    list(TRANSFORM names PREPEND ${HUIYIN_ICU_SOURCE}/${folder}/)
    list(APPEND icu_sources ${names})
endforeach()
add_library(icu STATIC ${icu_sources})
target_include_directories(icu SYSTEM PUBLIC ${HUIYIN_ICU_SOURCE}/common ${HUIYIN_ICU_SOURCE}/i18n)
target_compile_definitions(icu
    PUBLIC U_STATIC_IMPLEMENTATION=1 U_CHARSET_IS_UTF8=1 U_HAVE_RBNF=0 UCONFIG_NO_LEGACY_CONVERSION=1 UCONFIG_NO_IDNA=1
           UCONFIG_NO_COLLATION=1 UCONFIG_NO_TRANSLITERATION=1 UCONFIG_NO_REGULAR_EXPRESSIONS=1
           UCONFIG_NO_FILTERED_BREAK_ITERATION=1
    PRIVATE U_COMMON_IMPLEMENTATION=1 U_I18N_IMPLEMENTATION=1)
# Our own flags stay out of other people's code.
target_compile_options(icu PRIVATE -w -fno-exceptions)

# huiyin_icu_data(target LANGUAGES …): ICU's data packages in icu/ of the build folder, base.dat and one a language.
function(huiyin_icu_data target)
    cmake_parse_arguments(DATA "" "" "LANGUAGES" ${ARGN})
    set(source ${HUIYIN_ICU_SOURCE}/data/in/icudt72l.dat)
    set(scripts ${PROJECT_SOURCE_DIR}/tools/icu_data.mjs ${PROJECT_SOURCE_DIR}/tools/icu_bundle.mjs)
    set(folder ${PROJECT_BINARY_DIR}/icu)
    list(TRANSFORM DATA_LANGUAGES REPLACE "(.+)" "${folder}/\\1.dat" OUTPUT_VARIABLE packages)
    add_custom_command(
        OUTPUT ${folder}/base.dat ${packages}
        COMMAND node ${PROJECT_SOURCE_DIR}/tools/icu_data.mjs ${source} ${folder} ${DATA_LANGUAGES}
        DEPENDS ${scripts} ${source}
        COMMENT "Cutting the data of ICU"
        VERBATIM)
    add_custom_target(${target} DEPENDS ${folder}/base.dat ${packages})
endfunction()
