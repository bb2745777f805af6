# ICU 72.1 as the target `icu`: the system's natively, and for WebAssembly built from its sources.
if(NOT EMSCRIPTEN)
    find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
    add_library(icu INTERFACE)
    target_link_libraries(icu INTERFACE ICU::i18n ICU::uc ICU::data)
    return()
endif()

# What the linker takes into the portal (`-Wl,--trace` lists it), a third of the library. A name that is missing fails the
# link; the rest would cost minutes of every build from nothing.
set(common
    appendable bmpset brkiter bytesinkutil bytestream bytestrie characterproperties chariter charstr cmemory
    cstring edits emojiprops errorcode loadednormalizer2impl localebuilder locavailable locbased locid loclikely
    locmap messagepattern normalizer2 normalizer2impl parsepos patternprops propname putil rbbi rbbi_cache
    rbbidata rbbinode rbbirb rbbiscan rbbisetb rbbistbl rbbitblb resbund resource ruleiter schriter sharedobject
    static_unicode_sets stringpiece uarrsort ubidi_props ucase uchar ucharstrie ucharstrieiterator uchriter
    ucln_cmn ucmndata ucptrie udata udatamem udataswp uenum uhash uinvchar uloc uloc_keytype uloc_tag umapfile
    umath umutablecptrie umutex unames unifiedcache unifilt unifunct uniset uniset_props unisetspan unistr
    unistr_case uobject uprops uresbund uresdata uscript_props ustack ustrcase ustrenum ustrfmt ustring ustrtrns
    utext utf_impl util utrace utrie2 utrie_swap utypes uvector uvectr32)
set(i18n
    decContext decNumber displayoptions double-conversion-bignum-dtoa double-conversion-bignum
    double-conversion-cached-powers double-conversion-double-to-string double-conversion-fast-dtoa double-conversion-string-to-double double-conversion-strtod formatted_string_builder formattedval_sbimpl formattedvalue
    measunit number_decimalquantity number_output number_utils pluralranges plurrule standardplural)
set(icu_sources ${HUIYIN_ICU_SOURCE}/stubdata/stubdata.cpp)
foreach(folder common i18n)
    list(TRANSFORM ${folder} REPLACE "(.+)" "${HUIYIN_ICU_SOURCE}/${folder}/\\1.cpp" OUTPUT_VARIABLE sources)
    list(APPEND icu_sources ${sources})
endforeach()
# ICU keeps ten packages of data; whoever tries every language of the portal has more.
file(READ ${HUIYIN_ICU_SOURCE}/common/udata.cpp udata)
set(few "gCommonICUDataArray[10]")
string(FIND "${udata}" "${few}" found)
if(found EQUAL -1)
    message(FATAL_ERROR "ICU's udata.cpp no longer says ${few}")
endif()
string(REPLACE "${few}" "gCommonICUDataArray[40]" udata "${udata}")
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/icu/udata.cpp CONTENT "${udata}" @ONLY)
list(TRANSFORM icu_sources REPLACE "^.*/common/udata.cpp$" "${PROJECT_BINARY_DIR}/generated/icu/udata.cpp")
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
