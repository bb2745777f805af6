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
# What the portal never calls. The linker would drop it, but building it takes a third of the time.
set(unused
    alphaindex anytrans bocsu brkeng brktrans "c?p?dtrans" casetrn "coll?[a-z]*" coleitr "cs(detect|match|r[a-z0-9]+)"
    currfmt "dict(be|ionarydata)" esctrn funcrepl gender inputext localematcher localeprioritylist locdistance
    loclikelysubtags lsr lstmbe measfmt name2uni nortrans nultrans number_capi "numrange_[a-z]+" punycode quant "rbt(_[a-z]+)?"
    "regex[a-z]*" regeximp rematch remtrans repattrn rulebasedcollator scientificnumberformatter search sortkey
    "str(match|repl)" stsearch titletrn "tmut?[a-z]*" "to(low|upp)trn" translit transreg tridpars "u?idna"
    "ubidi(ln|wrt|transform)?" "ucasemap[a-z_]*" "ucnv[a-z0-9_]*" "ucol[a-z_]*" ucsdet udatpg
    uitercollationiterator ulocdata "un[ei][a-z0-9]*trn" uni2name unum upluralrules "uregexc?" usearch usprep
    "uspoof[a-z_]*" uts46 "utf(8|16)collationiterator" utrans utrie utrie2_builder windtfmt winnmfmt wintzimpl
    ztrans)
list(JOIN unused "|" unused)
list(FILTER icu_sources EXCLUDE REGEX "/(${unused})\\.cpp$")
add_library(icu STATIC ${icu_sources} ${PROJECT_SOURCE_DIR}/i18n/no_dictionaries.cpp)
target_include_directories(icu SYSTEM PUBLIC ${HUIYIN_ICU_SOURCE}/common ${HUIYIN_ICU_SOURCE}/i18n)
target_compile_definitions(icu
    PUBLIC U_STATIC_IMPLEMENTATION=1 U_CHARSET_IS_UTF8=1 UCONFIG_NO_COLLATION=1 UCONFIG_NO_CONVERSION=1
           UCONFIG_NO_FILE_IO=1 UCONFIG_NO_FILTERED_BREAK_ITERATION=1 UCONFIG_NO_IDNA=1
           UCONFIG_NO_REGULAR_EXPRESSIONS=1 UCONFIG_NO_SERVICE=1 UCONFIG_NO_TRANSLITERATION=1
    PRIVATE U_COMMON_IMPLEMENTATION=1 U_I18N_IMPLEMENTATION=1)
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
    set_target_properties(${target} PROPERTIES HUIYIN_PACKAGES "${folder}/base.dat;${packages}")
endfunction()
